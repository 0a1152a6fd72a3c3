import { events } from './0010-events.ts';
import { claims } from './0020-claims.ts';
import { verdicts } from './0030-verdicts.ts';
import { reference } from './0040-reference.ts';
import { users } from './0050-users.ts';
import { terminal } from './0060-terminal.ts';
import { claimsByMember } from './0070-claims-by-member.ts';
import { cardCertificate } from './0080-card-certificate.ts';
import { cardJournal } from './0090-card-journal.ts';
import { prescriptions } from './0100-prescriptions.ts';
import { lifeOfClaims } from './0130-life-of-claims.ts';
import { committedWrites } from './0140-committed-writes.ts';
import { otherCards } from './0150-other-cards.ts';
import { requests } from './0160-requests.ts';
import { photos } from './0170-photos.ts';
import { medWrites } from './0180-med-writes.ts';
import { recalls } from './0190-recalls.ts';
import { otherPayers } from './0200-other-payers.ts';
import { specialPrescriptions } from './0220-special-prescriptions.ts';
import { cardCorrections } from './0250-card-corrections.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [
  events,
  claims,
  verdicts,
  reference,
  users,
  terminal,
  claimsByMember,
  cardCertificate,
  cardJournal,
  prescriptions,
  lifeOfClaims,
  committedWrites,
  otherCards,
  requests,
  photos,
  medWrites,
  recalls,
  otherPayers,
  specialPrescriptions,
  cardCorrections,
];
