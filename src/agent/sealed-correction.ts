import { type Correction, firstRecordOf } from '#card/corrections/correction.ts';
import { openCorrection, sealCorrection } from '#card/corrections/seal-correction.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { correctionSchema, type SealedCorrection } from '#contracts/card-corrections.ts';
import { fromHex } from '#domain/chain.ts';
import type { CardWrite } from '#store/card-journal.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import type { Terminal } from './terminal.ts';

/**
 * What other terminals need to take a correction off the card, for those alone that have it; null where they could not:
 * written under a key that this terminal has no more, or too long.
 */
export function sealFor(
  { keys }: Terminal,
  correction: Correction,
  writes: readonly CardWrite[],
): SealedCorrection | null {
  // What was ordered in the same visit stands before the claim.
  const place = firstRecordOf(correction)?.seq;
  const first = writes.find(({ seq }) => seq === place);
  const decoded = first === undefined ? null : decodeRecord(first.bytes);
  if (first === undefined || decoded === null || !decoded.ok) return null;
  const parsed = correctionSchema.safeParse(correction);
  if (decoded.value.terminalKeyId !== terminalKeyIdOf(keys.card.publicKey) || !parsed.success) {
    return null;
  }
  const content = new TextEncoder().encode(JSON.stringify(parsed.data));
  const { bytes: record, cardNumber, seq } = first;
  const bytes = sealCorrection(content, { cardNumber, record }, keys.card.sign);
  const sealed = Buffer.from(bytes).toString('base64');
  return sealed.length > longest ? null : { cardNumber, seq, sealed };
}

/** What is under the seal, if the record is the one for which it was sealed and whoever wrote that signed it. */
export function openFor(
  terminal: Terminal,
  { cardNumber, sealed }: SealedCorrection,
  record: Uint8Array,
): Correction | null {
  const decoded = decodeRecord(record);
  const key = decoded.ok ? findLedgerKey(terminal, decoded.value.terminalKeyId) : null;
  if (key === null) return null;
  const bytes = new Uint8Array(Buffer.from(sealed, 'base64'));
  const content = openCorrection(bytes, { cardNumber, record }, fromHex(key.publicKey));
  if (content === null) return null;
  const parsed = correctionSchema.safeParse(parseJson(content));
  return parsed.success ? parsed.data : null;
}

/** As a void may carry it, base64. */
const longest = 40_000;

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
