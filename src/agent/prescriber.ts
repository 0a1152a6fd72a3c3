import { findCertificate } from '#card/profile/cvc.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findUser } from '#store/users.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** Who signs a prescription, and under which licence. */
export interface Prescriber {
  readonly userId: string;
  readonly licence: string;
  readonly specialty: string | null;
}

/** A card's prescription has room for so many. */
export const mostMedicines = 6;

/** The signed-in user as a prescriber, if this terminal may write prescriptions to the visit's card. */
export function findPrescriber(
  { credentials, desk, store }: Terminal,
  { ledgerState }: OpenVisit,
): Result<Prescriber, Failure> {
  const userId = desk.current.user?.userId;
  const user = userId === undefined ? null : findUser(store.reader, userId);
  if (user === null) return failWith(failure('not-signed-in'));
  const { licence, specialty } = user;
  if (licence === null) return failWith(failure('prescriber-unlicensed'));
  const own = credentials();
  const certificate = own === null ? null : findCertificate(own.certificate);
  const mayWrite = certificate?.roles.includes('DOCTOR') === true && ledgerState !== null;
  return mayWrite
    ? succeed({ userId: user.userId, licence, specialty })
    : failWith(failure('prescription-needs-card'));
}
