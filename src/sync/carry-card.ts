import type { CardSessionRequest, CardTurn } from '#contracts/card-sessions-api.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { CardClient } from './card-client.ts';

/** The card in the reader, as far as the issuer may reach it; the agent passes what the card's room has. */
export interface CarriedCard {
  /** An R-APDU for a C-APDU; refused where the work does not need such a command. */
  transmit(command: Uint8Array): Promise<Result<Uint8Array, Failure>>;
  /** Has the holder's new PIN set; the card's answer. */
  setNewPin(): Promise<Result<Uint8Array, Failure>>;
}

/**
 * Carries the issuer's work on a card to its end. What the card does not answer ends it here: the server forgets it,
 * and its order stays. Fails with 'card-relay-lost' where the server no longer knows the session.
 */
export async function carryCard(
  client: CardClient,
  request: CardSessionRequest,
  card: CarriedCard,
): Promise<Result<null, Failure>> {
  let turn = await client.openSession(request);
  for (;;) {
    if (!turn.ok) return turn;
    const { number, sessionId, step } = turn.value;
    if (step.kind === 'done') return succeed(null);
    if (step.kind === 'refused') return failWith(refusalOf(step));
    const said =
      step.kind === 'new-pin' ? await card.setNewPin() : await card.transmit(fromHex(step.command));
    if (!said.ok) return said;
    turn = await client.answer(sessionId, { number, response: toHex(said.value) });
  }
}

type Refused = Extract<CardTurn['step'], { kind: 'refused' }>;

/** What the issuer's work may fail with, where it is no failure of the server itself. */
function refusalOf({ code, facts }: Refused): Failure {
  const text = (name: string) => String(facts[name] ?? '');
  switch (code) {
    case 'card-changed':
    case 'card-head-not-newer':
      return failure(code);
    case 'issuer-refused-card':
      return failure(code, { why: text('why') });
    case 'card-status':
      return failure(code, { step: text('step'), statusWord: text('statusWord') });
    case 'card-answer-malformed':
      return failure(code, { step: text('step') });
    case 'card-record-malformed':
      return failure(code, { file: text('file'), why: text('why') });
    default:
      return failure('server-refused', { status: 200, refusal: code });
  }
}
