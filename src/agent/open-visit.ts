import type { PrescriptionReading } from '#card/judge-prescriptions.ts';
import type { LedgerState } from '#card/profile/ledger-builder.ts';
import type { RunningCeilings } from '#card/profile/running-ceilings.ts';
import type { MedState } from '#card/read-med.ts';
import type { LedgerEntry } from '#card/read-member-card.ts';
import { adjudicate, assessEligibility } from '#domain/adjudication/adjudicate.ts';
import { keyTold } from '#domain/adjudication/currency-keys.ts';
import type { Decision, Eligibility } from '#domain/adjudication/decision.ts';
import { findEpisode } from '#domain/adjudication/episodes.ts';
import {
  type AdjudicationInput,
  type CardEvidence,
  type CardLimits,
  type HolderConfirmation,
  type HolderProofs,
  historyKey,
  type InsteadOfCard,
} from '#domain/adjudication/input.ts';
import { linkPrescriptions } from '#domain/adjudication/link-prescriptions.ts';
import type { Circumstances } from '#domain/circumstances.ts';
import type { ClaimLine, EncounterKind } from '#domain/claims.ts';
import type { Acknowledgement } from '#domain/clinical/alert.ts';
import { addDays, type CalendarDate, type Instant } from '#domain/dates.ts';
import { type Fact, known, type Unknown } from '#domain/facts.ts';
import type { Failure } from '#domain/failures.ts';
import type { Supply } from '#domain/history.ts';
import type { WrittenName } from '#domain/other-cards.ts';
import type { Person } from '#domain/people.ts';
import type { OrderedMedicine, Prescription } from '#domain/prescriptions.ts';
import type { Result } from '#domain/result.ts';
import { listOwnSupplies } from '#store/claims.ts';
import { clearOpenVisit, saveOpenVisit } from '#store/open-visit.ts';
import { findHotlistEntry, findMember } from '#store/reference.ts';
import { listCourseUse } from './ceiling-use.ts';
import { hotlistByCentre, suppliesElsewhere, type ToldByCentre } from './centre-facts.ts';
import { gatherFacts, listOwnClaims } from './gather-facts.ts';
import { proofsOf } from './holder-proofs.ts';
import { publishedFacts } from './published-facts.ts';
import type { Terminal } from './terminal.ts';

/** What the card's ledger told, or why it told nothing. */
export type LedgerReading =
  | { readonly state: 'reading' }
  | { readonly state: 'unknown'; readonly why: Unknown }
  | { readonly state: 'read'; readonly entries: readonly LedgerEntry[] };

/** What the card told of prescriptions, or why it told nothing. */
export type PrescriptionsRead =
  | { readonly state: 'reading' }
  | { readonly state: 'unknown'; readonly why: Unknown }
  | { readonly state: 'read'; readonly reading: PrescriptionReading };

/** The visit in progress: everything typed so far and what the card said. Saved at each change. */
export interface OpenVisit {
  readonly visitId: string;
  readonly claimId: string;
  readonly eventId: string;
  readonly openedAt: Instant;
  readonly serviceDate: CalendarDate;
  readonly person: Person;
  readonly card: CardEvidence;
  /** As a health card of another kind writes it, the holder's own script first. */
  readonly namesOnCard?: readonly WrittenName[];
  /** Left out: the person's own card was read. */
  readonly insteadOfCard?: InsteadOfCard;
  /** As HEAD names the holder's photo, hex; left out: none. */
  readonly photoHash?: string;
  readonly isCardPresent: boolean;
  readonly holder: HolderConfirmation;
  readonly encounter: EncounterKind;
  /** Absent in a visit that an earlier version of the program left open. */
  readonly circumstances?: Circumstances;
  readonly diagnoses: readonly string[];
  readonly lines: readonly ClaimLine[];
  /** The medicines that the doctor orders in this visit. */
  readonly ordered: readonly OrderedMedicine[];
  readonly prescriptions: PrescriptionsRead;
  /** Prescriptions on paper, as they were entered; what was filled of them is counted anew at each decision. */
  readonly papers: readonly Prescription[];
  readonly ledger: LedgerReading;
  /** What the ledger says of earlier supplies; an unknown beside them refers what they would allow. */
  readonly cardSupplies: readonly Fact<readonly Supply[]>[];
  /** What the ledger says of the running ceilings. */
  readonly cardCeilings: Fact<RunningCeilings>;
  /** What the next record on the card follows; null where this terminal cannot write to it. */
  readonly ledgerState: LedgerState | null;
  readonly headVersion: number;
  /** What HEAD bounds for its holder while offline; null, or left out: nothing. */
  readonly cardLimits?: CardLimits | null;
  /** What the card says for emergencies. */
  readonly med: MedState | { readonly state: 'reading' };
  /** What the centre told of the person; left out: it was not asked. */
  readonly centre?: ToldByCentre;
  /** What came back of what the card tells: it counts no longer, or is taken off the card; left out: nothing. */
  readonly returns?: 'honoured' | 'appended';
  /** Whoever is served, or collects, signed the visit's paper with these lines; left out: nobody said so. */
  readonly signed?: HolderProofs['signed'];
  /** Clinical alerts that somebody answered for; left out: none. */
  readonly acknowledged?: readonly Acknowledgement[];
}

/** How far back this terminal's own supplies are looked at: the longest supply plus its repeat window. */
const supplyMemoryDays = 400;

/** Everything the engine may look at, gathered in a bounded number of indexed queries. */
export function gatherInput(terminal: Terminal, visit: OpenVisit): AdjudicationInput {
  const { reader } = terminal.store;
  const { cardNumber } = visit.card;
  const now = terminal.clock.now();
  const asOf = terminal.reference.publishedAt;
  const member = findMember(reader, visit.person.memberNumber);
  const own = listOwnSupplies(
    reader,
    historyKey(visit) ?? visit.person.memberNumber,
    addDays(visit.serviceDate, -supplyMemoryDays),
  );
  const claims = listOwnClaims(terminal, visit);
  const input: AdjudicationInput = {
    eventId: visit.eventId,
    decidedAt: now,
    claim: {
      claimId: visit.claimId,
      encounter: visit.encounter,
      serviceDate: visit.serviceDate,
      providerId: terminal.provider.providerId,
      diagnoses: visit.diagnoses,
      lines: visit.lines,
      ...visit.circumstances,
      ...keyTold(terminal.reference.rules, visit.serviceDate),
    },
    person: visit.person,
    card: visit.card,
    holder: visit.holder,
    ...(visit.insteadOfCard === undefined ? {} : { insteadOfCard: visit.insteadOfCard }),
    ...proofsOf(terminal, visit),
    membership: known(member?.membership ?? null, 'centre', asOf),
    hotlist:
      hotlistByCentre(visit) ??
      known(cardNumber === null ? null : findHotlistEntry(reader, cardNumber), 'centre', asOf),
    supplies: [
      ...visit.cardSupplies,
      ...suppliesElsewhere(visit),
      known(
        own.map(({ supply }) => supply),
        'terminal',
        now,
      ),
    ],
    ...publishedFacts(terminal, visit, member),
    ...gatherFacts(terminal, visit, member?.membership ?? null, claims),
  };
  const placed = placeInCourse(terminal, input);
  const use = listCourseUse(terminal, claims, placed);
  return use.length === 0 ? placed : { ...placed, usage: [...(placed.usage ?? []), ...use] };
}

/** The lines with the prescriptions that they fill, and the claim with the episode that it continues. */
function placeInCourse(
  { reference: { pack } }: Terminal,
  input: AdjudicationInput,
): AdjudicationInput {
  const linked = { ...input, claim: { ...input.claim, lines: linkPrescriptions(input, pack) } };
  const episode = findEpisode(linked, pack);
  return episode === null ? linked : { ...linked, claim: { ...linked.claim, episode } };
}

export const decide = (terminal: Terminal, visit: OpenVisit): Decision | null =>
  visit.lines.length === 0
    ? null
    : adjudicate(gatherInput(terminal, visit), terminal.reference.pack);

export const assess = (terminal: Terminal, visit: OpenVisit): Eligibility =>
  assessEligibility(gatherInput(terminal, visit), terminal.reference.pack);

/** Whether the visit is of this card's holder: what the card tells may be taken as the person's. */
export const isOwnCard = (
  visit: OpenVisit | null,
  { cardNumber }: { readonly cardNumber: string },
): visit is OpenVisit =>
  visit !== null && visit.card.cardNumber === cardNumber && visit.insteadOfCard === undefined;

/** What was signed stands only for the lines that were there. */
export function withoutStaleSignature(before: OpenVisit | null, visit: OpenVisit): OpenVisit {
  const { signed, ...unsigned } = visit;
  if (signed === undefined || before?.signed !== signed) return visit;
  return before.lines === visit.lines && before.holder === visit.holder ? visit : unsigned;
}

/** Makes this the visit in progress, on disk before on the screen: nothing typed is ever lost. */
export function keepVisit(terminal: Terminal, next: OpenVisit | null): Result<null, Failure> {
  const visit = next === null ? null : withoutStaleSignature(terminal.visit, next);
  const kept = terminal.store.commit((db) => {
    if (visit === null) clearOpenVisit(db);
    else saveOpenVisit(db, { version: 1, visit });
    return null;
  });
  if (kept.ok) terminal.visit = visit;
  return kept;
}
