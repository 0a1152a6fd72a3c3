import {
  type CardAnswer,
  type CardOffers,
  type CardSessionRequest,
  type CardTurn,
  signedCardOffersSchema,
  signedCardTurnSchema,
} from '#contracts/card-sessions-api.ts';
import { paths } from '#contracts/server-api.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import { httpSender } from './http.ts';
import { askServer, type Line } from './line.ts';
import type { TerminalIdentity } from './ports.ts';

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

  const askTurn = (path: string, content: unknown, isNext: (turn: CardTurn) => boolean) =>
    askServer(line, identity, {
      ...{ method: 'POST', path, content },
      schema: signedCardTurnSchema,
      statement: 'relay1',
      stated: ({ turn }) => turn,
      isAsked: (turn) => turn.terminalId === terminalId && isNext(turn),
    });

  return {
    fetchOffers: (cardNumber) =>
      askServer(line, identity, {
        method: 'POST',
        path: paths.cardOffers(terminalId),
        content: { cardNumber },
        schema: signedCardOffersSchema,
        statement: 'offers1',
        stated: ({ offers }) => offers,
        isAsked: (offers) => offers.terminalId === terminalId && offers.cardNumber === cardNumber,
      }),
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
