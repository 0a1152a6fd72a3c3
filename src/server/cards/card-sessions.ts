import { randomUUID } from 'node:crypto';
import { openRelay, type Relay, type RelayStep } from '#card/issue/relay.ts';
import type { CardAnswer, CardTurn } from '#contracts/card-sessions-api.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { CardWorkOn } from './card-work.ts';

/** The sessions in which the issuer is at work on cards; they live in memory, and their orders outlive them. */
export interface CardSessions {
  /** Begins one; the terminal that asked for it carries it through. */
  open(terminalId: string, work: CardWorkOn): Promise<CardTurn>;
  /** Takes the answer to a step; a turn that was answered before is answered alike. 'card-relay-lost' otherwise. */
  answer(
    terminalId: string,
    sessionId: string,
    answer: CardAnswer,
  ): Promise<Result<CardTurn, Failure>>;
}

interface Session {
  readonly relay: Relay<unknown>;
  readonly begunAt: number;
  turn: CardTurn;
}

/** A terminal has one session at a time, and a forgotten one is over after this many milliseconds. */
const longest = 5 * 60_000;

export function openCardSessions(now: () => number = Date.now): CardSessions {
  const sessions = new Map<string, Session>();
  return {
    async open(terminalId, work) {
      for (const [other, { begunAt }] of sessions) {
        if (now() - begunAt > longest) sessions.delete(other);
      }
      const relay: Relay<unknown> = openRelay(work);
      const turn = turnOf({ terminalId, sessionId: randomUUID(), number: 1 }, await relay.step());
      sessions.set(terminalId, { relay, begunAt: now(), turn });
      return turn;
    },
    async answer(terminalId, sessionId, { number, response }) {
      const session = sessions.get(terminalId);
      if (session === undefined || session.turn.sessionId !== sessionId) return lost;
      const { relay, turn } = session;
      if (number === turn.number - 1) return succeed(turn);
      const isOver = turn.step.kind === 'done' || turn.step.kind === 'refused';
      if (number !== turn.number || isOver) return lost;
      const step = await relay.answer(succeed(fromHex(response)));
      session.turn = turnOf({ terminalId, sessionId, number: number + 1 }, step);
      return succeed(session.turn);
    },
  };
}

const lost = failWith(failure('card-relay-lost'));

const turnOf = (place: Omit<CardTurn, 'step'>, step: RelayStep<unknown>): CardTurn => ({
  ...place,
  step: told(step),
});

function told(step: RelayStep<unknown>): CardTurn['step'] {
  if (step.kind === 'command') return { kind: 'command', command: toHex(step.command) };
  if (step.kind === 'new-pin') return { kind: 'new-pin' };
  if (step.result.ok) return { kind: 'done' };
  const { code, ...facts } = step.result.failure;
  return { kind: 'refused', code, facts };
}
