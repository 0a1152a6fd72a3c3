import type { AdjudicationInput, InsteadOfCard } from '#domain/adjudication/input.ts';
import { linkPrescriptions } from '#domain/adjudication/link-prescriptions.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import type { Claim, ClaimLine } from '#domain/claims.ts';
import { type CalendarDate, calendarDate, type Instant } from '#domain/dates.ts';
import { known, unknown } from '#domain/facts.ts';
import { zero } from '#domain/money.ts';
import type { Membership, Person } from '#domain/people.ts';
import type { Case } from './case-schema.ts';
import { layOutHistory } from './lay-out-history.ts';
import { layOutUsage } from './lay-out-usage.ts';

/** Lays a case out as the engine's input. What a terminal would know of itself is in order unless the case says otherwise. */
export function layOutCase(given: Case, pack: CompiledPack): AdjudicationInput {
  const input = layOut(given, pack);
  return { ...input, claim: { ...input.claim, lines: withInherited(input, pack) } };
}

/** A line that names no diagnoses has those of the prescription that it fills, as at a terminal. */
const withInherited = (input: AdjudicationInput, pack: CompiledPack): readonly ClaimLine[] => {
  const linked = linkPrescriptions(input, pack);
  return input.claim.lines.map((line, at) => {
    const diagnoses = linked[at]?.diagnoses;
    return diagnoses === undefined ? line : { ...line, diagnoses };
  });
};

function layOut(given: Case, pack: CompiledPack): AdjudicationInput {
  const at = decidedAtOf(given);
  const membership = membershipOf(given);
  return {
    eventId: given.terminal?.eventId ?? '00000000-0000-7000-8000-000000000000',
    decidedAt: at,
    claim: claimOf(given, at),
    person: personOf(given),
    ...cardOf(given, at),
    membership:
      membership === 'unknown'
        ? unknown('never-synced', 'centre')
        : known(membership, 'centre', given.terminal?.coverAsOf ?? at),
    ...(given.person?.unverified === undefined ? {} : { unverified: given.person.unverified }),
    ...layOutHistory(given, pack, at),
    ...layOutUsage(given, pack, membership === 'unknown' ? null : membership, at),
    ...terminalOf(given, at),
  };
}

/** A birth after every service: to the engine's checks of age it is not known. */
const unknownBirth = { date: calendarDate('9999-12-31'), precision: 'day' } as const;

/** As the case says, else at noon of the last of its days. */
export const decidedAtOf = ({ terminal, claim }: Case): Instant =>
  terminal?.decidedAt ?? noonOf(lastDayOf(claim));

const lastDayOf = ({ date: first, lines }: Case['claim']): CalendarDate =>
  lines.reduce((last, { date = first }) => (date > last ? date : last), first);

const noonOf = (date: CalendarDate): Instant => `${date}T12:00:00.000Z` as Instant;

function personOf({ person }: Case): Person | null {
  if (person === null) return null;
  const { memberNumber, nameAr, nameLatin, birthDate, sex } = person;
  return {
    memberNumber,
    nameAr,
    nameLatin,
    birth: birthDate ?? unknownBirth,
    sex: sex ?? 'unknown',
  };
}

function membershipOf({ person }: Case): Membership | null | 'unknown' {
  if (person === null || person.cover === null) return 'unknown';
  if (person.cover === 'none') return null;
  const { plan, policyNumber, relationship, status, from, to, memberFrom, memberTo } = person.cover;
  const { insuredSince, planSince, family, otherCovers } = person.cover;
  return {
    memberNumber: person.memberNumber,
    policyNumber,
    planCode: plan,
    relationship,
    employer: null,
    policyStatus: status,
    policyPeriod: { from, to },
    memberPeriod: { from: memberFrom ?? from, to: memberTo === undefined ? to : memberTo },
    ...(insuredSince === undefined ? {} : { insuredSince }),
    ...(planSince == null ? {} : { planSince }),
    ...(family == null ? {} : { familyId: family }),
    ...(otherCovers == null
      ? {}
      : {
          otherCovers: otherCovers.map(({ insurer, pays, ...period }) => ({
            insurer,
            pays,
            period,
          })),
        }),
  };
}

type CardFacts = Pick<
  AdjudicationInput,
  'card' | 'holder' | 'hotlist' | 'insteadOfCard' | 'proofs'
>;

function cardOf(given: Case, at: Instant): CardFacts {
  const { card, instead } = given;
  if (instead !== undefined) {
    const isWithout = typeof instead === 'string' && instead !== 'newborn';
    const shown = isWithout ? { ...given, card: { ...card, proof: 'none' as const } } : given;
    return { ...shownCardOf(shown, at), insteadOfCard: insteadOf(instead) };
  }
  if (card !== null) return shownCardOf(given, at);
  return {
    card: { proof: 'none', cardNumber: null, validity: null },
    holder: 'not-yet',
    hotlist: unknown('never-synced', 'centre'),
  };
}

function insteadOf(instead: NonNullable<Case['instead']>): InsteadOfCard {
  if (typeof instead === 'object') {
    const { memberNumber, policyNumber, family } = instead.guardian;
    return { kind: 'guardian-card', guardian: { memberNumber, policyNumber, familyId: family } };
  }
  if (instead === 'newborn') return { kind: 'mother-card' };
  return instead === 'emergency' ? { kind: instead } : { kind: 'member-number', why: instead };
}

function shownCardOf({ card, claim, terminal }: Case, at: Instant): CardFacts {
  const { proof = 'genuine', number = '-', holder = 'confirmed', blocked = false } = card ?? {};
  const validity = { from: card?.from ?? claim.date, to: card?.to ?? null };
  const entry =
    blocked === false || blocked === null ? null : { cardNumber: number ?? '-', ...blocked };
  return {
    card:
      proof === 'none'
        ? { proof, cardNumber: null, validity: null }
        : { proof, cardNumber: number, validity },
    holder,
    hotlist:
      blocked === null
        ? unknown('never-synced', 'centre')
        : known(entry, 'centre', terminal?.blockedAsOf ?? at),
    ...proofsOf(card, at),
  };
}

/** A PIN that is null is one of a card that is not in the reader. */
function proofsOf(card: Case['card'], at: Instant): Pick<AdjudicationInput, 'proofs'> {
  const { pin, signedAt } = card ?? {};
  if (pin === undefined && signedAt === undefined) return {};
  return {
    proofs: {
      ...(pin === undefined
        ? {}
        : { pin: pin === null ? unknown('not-present', 'card') : known(pin, 'card', at) }),
      ...(signedAt === undefined ? {} : { signed: { at: signedAt, userId: '-' } }),
    },
  };
}

function claimOf({ claim, provider }: Case, decidedAt: Instant): Claim {
  const { id, date, lines, ...rest } = claim;
  const clinician = typeof provider === 'string' ? undefined : provider.clinician;
  return {
    ...rest,
    claimId: id,
    serviceDate: date,
    providerId: typeof provider === 'string' ? provider : provider.id,
    ...(clinician === undefined ? {} : { clinician }),
    lines: lines.map((line, at) => lineOf(line, at, decidedAt)),
  };
}

function lineOf(line: Case['claim']['lines'][number], at: number, decidedAt: Instant): ClaimLine {
  const { id, item, date, days, prescription, approval, consent, ...rest } = line;
  return {
    ...rest,
    ...(date === undefined ? {} : { on: date }),
    lineId: id ?? `line-${at + 1}`,
    itemCode: item,
    daysSupply: days,
    ...(consent === undefined ? {} : { consent: { upTo: consent, at: decidedAt, userId: '-' } }),
    ...(prescription === undefined ? {} : { prescriptionId: prescription }),
    ...(approval === undefined ? {} : { approvalId: approval }),
  };
}

const nothingPassed = { claims: 0, amount: zero };

function terminalOf(
  { terminal, claim: { currency } }: Case,
  at: Instant,
): Pick<AdjudicationInput, 'offline' | 'clock' | 'rulesAsOf'> {
  const { offline, rulesAsOf, lastDayClose = null, lastCertainTime } = terminal ?? {};
  const isOnline = terminal?.online ?? offline === undefined;
  const totals = offline ?? { member: nothingPassed, terminal: nothingPassed };
  return {
    clock: { bound: lastCertainTime ?? at, wall: at, lastDayClose },
    offline:
      offline === null
        ? unknown('unreadable', 'terminal')
        : known(
            { isOnline, ...totals, ...(currency === undefined ? {} : { currency }) },
            'terminal',
            at,
          ),
    ...(rulesAsOf === null ? {} : { rulesAsOf: rulesAsOf ?? at }),
  };
}
