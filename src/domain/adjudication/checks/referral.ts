import type { Referral } from '../../circumstances.ts';
import { addDays, type CalendarDate } from '../../dates.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { ReferralTerm } from '../item-rule.ts';
import type { Term } from '../item-terms.ts';
import { aCode, aDay, fromOperator, fromPack, itemShown, serviceDateOf } from '../shown.ts';

/**
 * Whether the member was sent to the specialty to which the contract lets nobody come alone: by a clinician of a
 * specialty that may send, to this one, within the paper's days (the last included), for this illness. Without a
 * paper, or where it does not say who sent, it refers; a paper that does not do is the provider's mistake.
 */
export const referral = lineCheck({
  id: 'referral',
  requirements: ['M7'],
  reasons: [
    'referral-not-entered',
    'referrer-unknown',
    'referral-to-other-specialty',
    'referrer-not-entitled',
    'referral-not-yet-valid',
    'referral-expired',
    'referral-for-other-illness',
  ],
  asks({ terms }) {
    const term = terms?.referral ?? null;
    return term?.value.isNeeded === true ? term : null;
  },
  run(context, term) {
    const { input, item, line } = context;
    const { clause, value } = term;
    if (value.isWaivedForEmergency && input.claim.encounter === 'emergency')
      return pass({ facts: [fromOperator(input, 'encounter', aCode('emergency'))], clause });
    const paper = input.claim.referral ?? null;
    const shown = { item: itemShown(item, line.itemCode), to: aCode(value.to) };
    if (paper === null) {
      const facts = [fromOperator(input, 'referral', null), fromPack('referral-to', shown.to)];
      return refer('referral-not-entered', { shown, facts, clause, nearest });
    }
    const details = { shown, facts: factsOf(context, paper, value), clause, nearest };
    return (
      wrongSpecialty(paper, value, details) ??
      outsideDays(context, paper, value, details) ??
      unsure(context, paper, details) ??
      pass({ facts: details.facts, clause })
    );
  },
});

const nearest = { kind: 'present-referral' } as const;

interface Details extends Pick<Term<unknown>, 'clause'> {
  readonly shown: {
    readonly item: ReturnType<typeof itemShown>;
    readonly to: ReturnType<typeof aCode>;
  };
  readonly facts: readonly FactUsed[];
  readonly nearest: typeof nearest;
}

function wrongSpecialty(paper: Referral, term: ReferralTerm, details: Details) {
  if (paper.toSpecialty !== term.to) {
    const shown = { ...details.shown, told: aCode(paper.toSpecialty) };
    return decline('referral-to-other-specialty', 'provider', { ...details, shown });
  }
  if (term.from === null || term.from.includes(paper.fromSpecialty)) return null;
  const shown = { ...details.shown, from: aCode(paper.fromSpecialty) };
  return decline('referrer-not-entitled', 'provider', { ...details, shown });
}

function outsideDays(
  { input }: LineContext,
  paper: Referral,
  term: ReferralTerm,
  details: Details,
) {
  const day = input.claim.serviceDate;
  const to = lastDayOf(paper, term);
  const shown = { ...details.shown, on: aDay(paper.on), until: aDay(to) };
  if (day < paper.on) {
    const wait = { kind: 'wait-until', date: paper.on } as const;
    return decline('referral-not-yet-valid', 'provider', { ...details, shown, nearest: wait });
  }
  return day <= to ? null : decline('referral-expired', 'provider', { ...details, shown });
}

function unsure({ diagnoses }: LineContext, paper: Referral, details: Details) {
  if (paper.licence === '') return refer('referrer-unknown', details);
  const { diagnosis } = paper;
  if (diagnosis === null) return null;
  // The category says which illness it is; the specialist may know more of it than whoever sent.
  const isFor = (code: string) => code.slice(0, 3) === diagnosis.slice(0, 3);
  if (diagnoses.some(isFor)) return null;
  const shown = { ...details.shown, diagnosis: aCode(diagnosis) };
  const step = diagnoses.length === 0 ? ({ kind: 'enter-diagnosis' } as const) : nearest;
  return refer('referral-for-other-illness', { ...details, shown, nearest: step });
}

/** The contract's limit or the referrer's, whichever is sooner. */
const lastDayOf = ({ on, validDays }: Referral, term: ReferralTerm): CalendarDate =>
  addDays(on, validDays !== null && validDays < term.validDays ? validDays : term.validDays);

function factsOf({ input }: LineContext, paper: Referral, term: ReferralTerm): readonly FactUsed[] {
  const { on, licence, toSpecialty, fromSpecialty, diagnosis } = paper;
  return [
    fromOperator(input, 'referral', aDay(on)),
    fromOperator(input, 'referral-until', aDay(lastDayOf(paper, term))),
    fromOperator(input, 'referrer', licence === '' ? null : aCode(licence)),
    fromOperator(input, 'referral-from', aCode(fromSpecialty)),
    fromOperator(input, 'referral-to', aCode(toSpecialty)),
    ...(diagnosis === null ? [] : [fromOperator(input, 'diagnosis', aCode(diagnosis))]),
    serviceDateOf(input),
  ];
}
