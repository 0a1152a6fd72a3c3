import type { z } from 'zod';
import {
  type CardAnswer,
  type CardOffers,
  type CardSessionRequest,
  type CardTurn,
  signedCardOffersSchema,
  signedCardTurnSchema,
} from '#contracts/card-sessions-api.ts';
import { paths } from '#contracts/server-api.ts';
import type { Statement } from '#contracts/signed-bytes.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { httpSender, readAnswer } from './http.ts';
import { askSigned, type Line } from './line.ts';
import type { TerminalIdentity } from './ports.ts';
import { isSaidBy } from './signatures.ts';

/**
 * The central server as it works on the card in this terminal's reader. Every answer is signed by the server's key:
 * nobody else has a card told anything. Fails as the central client does, and with what the server refuses by.
 */
export interface CardClient {
  /** What was ordered for the card. */
  fetchOffers(cardNumber: string): Promise<Result<CardOffers, Failure>>;
  openSession(request: CardSessionRequest): Promise<Result<CardTurn, Failure>>;
  /** Hands in what the card said to a turn, and gets the next one. */
  answer(sessionId: string, answer: CardAnswer): Promise<Result<CardTurn, Failure>>;
}

export function createCardClient(
  { baseUrl, timeoutMs }: { readonly baseUrl: string; readonly timeoutMs: number },
  identity: TerminalIdentity,
): CardClient {
  const line: Line = { base: baseUrl.replace(/\/$/, ''), send: httpSender(timeoutMs) };
  const { terminalId } = identity;

  const ask = async <T extends { readonly sig: string }>(
    path: string,
    content: unknown,
    schema: z.ZodType<T>,
    statement: Statement,
    stated: (reply: T) => unknown,
  ): Promise<Result<T, Failure>> => {
    const answer = await askSigned(line, identity, 'POST', path, content);
    if (!answer.ok) return answer;
    const reply = readAnswer(schema, answer.value, statement);
    if (!reply.ok) return reply;
    const isSaid = isSaidBy(identity.serverKey, statement, stated(reply.value), reply.value.sig);
    return isSaid ? reply : failWith(failure('server-key-wrong'));
  };

  const askTurn = async (path: string, content: unknown, isNext: (turn: CardTurn) => boolean) => {
    const reply = await ask(path, content, signedCardTurnSchema, 'relay1', ({ turn }) => turn);
    if (!reply.ok) return reply;
    const { turn } = reply.value;
    return turn.terminalId === terminalId && isNext(turn) ? succeed(turn) : malformed('relay1');
  };

  return {
    async fetchOffers(cardNumber) {
      const path = paths.cardOffers(terminalId);
      const schema = signedCardOffersSchema;
      const reply = await ask(path, { cardNumber }, schema, 'offers1', ({ offers }) => offers);
      if (!reply.ok) return reply;
      const { offers } = reply.value;
      const isOurs = offers.terminalId === terminalId && offers.cardNumber === cardNumber;
      return isOurs ? succeed(offers) : malformed('offers1');
    },
    openSession: (request) =>
      askTurn(paths.cardSessions(terminalId), request, ({ number }) => number === 1),
    answer: (sessionId, answer) =>
      askTurn(
        paths.cardAnswers(terminalId, sessionId),
        answer,
        (turn) => turn.sessionId === sessionId && turn.number === answer.number + 1,
      ),
  };
}

const malformed = (step: string) => failWith(failure('server-answer-malformed', { step }));
