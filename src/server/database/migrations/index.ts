import type { Kysely } from 'kysely';
import { up as spine } from './0010-spine.ts';
import { up as terminalKeys } from './0020-terminal-keys.ts';
import { up as cardMarks } from './0030-card-marks.ts';
import { up as prescriptions } from './0040-prescriptions.ts';
import { up as claimVoids } from './0070-claim-voids.ts';
import { up as requests } from './0090-requests.ts';
import { up as cardOrders } from './0100-card-orders.ts';
import { up as terminalRoles } from './0101-terminal-roles.ts';
import { up as newbornsRequests } from './0120-newborns-requests.ts';
import { up as specialPrescriptions } from './0135-special-prescriptions.ts';
import { up as settledClaims } from './0165-settled-claims.ts';
import { up as cardCorrections } from './0170-card-corrections.ts';

/** Every migration in order; never edited after release. */
export const migrations: readonly {
  readonly number: number;
  readonly up: (db: Kysely<never>) => Promise<void>;
}[] = [
  { number: 10, up: spine },
  { number: 20, up: terminalKeys },
  { number: 30, up: cardMarks },
  { number: 40, up: prescriptions },
  { number: 70, up: claimVoids },
  { number: 90, up: requests },
  { number: 100, up: cardOrders },
  { number: 101, up: terminalRoles },
  { number: 120, up: newbornsRequests },
  { number: 135, up: specialPrescriptions },
  { number: 165, up: settledClaims },
  { number: 170, up: cardCorrections },
];
