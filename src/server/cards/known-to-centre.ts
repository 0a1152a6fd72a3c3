import type { IssuerVisit } from '#card/issue/enter-as-issuer.ts';
import type { CheckpointOrder } from '#card/issue/issue-checkpoint.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { toHex } from '#domain/chain.ts';
import { calendarDate } from '#domain/dates.ts';
import { listActiveSupplies } from '../database/claims.ts';
import { listKeysNow } from '../database/terminal-keys.ts';
import type { IssuingCentre } from './card-work.ts';

/** What a checkpoint is made of besides the card: paid supplies that last, and the keys by which records are verified. */
export async function knownToCentre(
  { db, references }: IssuingCentre,
  { issuer, today }: IssuerVisit,
): Promise<Pick<CheckpointOrder, 'suppliesOf' | 'findTerminalKey'>> {
  const own = {
    keyId: terminalKeyIdOf(issuer.publicKey),
    publicKey: toHex(issuer.publicKey),
    ...{ providerId: 'issuer', from: calendarDate('2000-01-01'), to: null, revoked: false },
  };
  const all = [...references.current.terminalKeys, ...(await listKeysNow(db)), own];
  const keys = new Map(all.map((key) => [key.keyId, key]));
  return {
    suppliesOf: (memberNumber) => listActiveSupplies(db, memberNumber, today),
    findTerminalKey: (keyId) => keys.get(keyId) ?? null,
  };
}
