import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { ask, internalAuthenticate } from '../apdu.ts';
import { bytesToProve, findHeadProof, type LedgerHead } from '../profile/head-proof.ts';
import { isSignedBy } from '../profile/p256.ts';
import { statusWords } from '../status-words.ts';
import type { CardChannel } from '../transport/channel.ts';

/**
 * Has the card sign a fresh challenge and the head of its ledger with the key that HEAD names.
 * Null: it could not, so it is treated as a copy. A transport failure says nothing of the card.
 */
export async function proveCardKey(
  channel: CardChannel,
  cardKey: Uint8Array,
  challenge: Uint8Array,
): Promise<Result<LedgerHead | null, Failure>> {
  const asked = await ask(channel, internalAuthenticate(challenge), 'INTERNAL AUTHENTICATE');
  if (!asked.ok) return asked;
  const { body, statusWord } = asked.value;
  const proof = statusWord === statusWords.done ? findHeadProof(body) : null;
  if (proof === null) return succeed(null);
  const signed = bytesToProve(challenge, proof.head);
  return succeed(isSignedBy(cardKey, signed, proof.signature) ? proof.head : null);
}
