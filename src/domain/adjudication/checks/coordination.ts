import { isWithin } from '../../dates.ts';
import { type LineContext, lineCheck, nothingAsked, pass, refer } from '../check.ts';
import type { CoordinationTerm } from '../contract-terms.ts';
import type { FactUsed } from '../evidence.ts';
import { findMembership } from '../membership.ts';
import { aCode, anAmount, aWord, fromOperator } from '../shown.ts';

/**
 * Whether another insurance, or whoever is liable for an accident, pays before this one. Then this one pays its
 * own benefit and never more than the others left: so what they paid of the line must be known. Whether there is
 * another insurance is asked where the contract says so and the members' data do not tell.
 */
export const coordination = lineCheck({
  id: 'coordination',
  requirements: ['M10', 'M14'],
  reasons: ['other-cover-not-said', 'other-cover-pays-first', 'liable-pays-first'],
  run(context) {
    const { input, line } = context;
    const term = termOf(context);
    const clause = term?.clause ?? null;
    const first = findFirst(context, term);
    const told = factsOf(context, first);
    const accident = accidentFacts(context);
    const facts = accident.length === 0 ? told : [...told, ...accident];
    if (first === null) {
      if (term?.isAsked === true && !isSaid(context)) {
        const missing = [...facts, fromOperator(input, 'other-cover', null)];
        const nearest = { kind: 'state-other-cover' } as const;
        return refer('other-cover-not-said', { facts: missing, clause, nearest });
      }
      return facts.length === 0 ? nothingAsked : pass({ facts, clause });
    }
    const paid = line.paidByOther;
    if (paid !== undefined) {
      const known = [...facts, fromOperator(input, 'paid-by-other', anAmount(paid))];
      return pass({ facts: known, clause });
    }
    const details = {
      shown: { payer: first.payer },
      facts: [...facts, fromOperator(input, 'paid-by-other', null)],
      clause,
      nearest: { kind: 'enter-other-payment' },
    } as const;
    return refer(first.isLiable ? 'liable-pays-first' : 'other-cover-pays-first', details);
  },
});

interface First {
  readonly payer: ReturnType<typeof aCode> | ReturnType<typeof aWord>;
  readonly isLiable: boolean;
  readonly fact: FactUsed;
}

const termOf = ({ pack, planCode }: LineContext): CoordinationTerm | null =>
  planCode === null ? null : (pack.plan(planCode)?.coordination ?? null);

/** Whoever pays before this insurance; null: nobody that is known. */
function findFirst({ input }: LineContext, term: CoordinationTerm | null): First | null {
  const { accident, otherCover, serviceDate } = input.claim;
  const published = findMembership(input)?.otherCovers?.find(
    ({ pays, period }) => pays === 'first' && isWithin(serviceDate, period),
  );
  if (published !== undefined && input.membership.known) {
    const payer = aCode(published.insurer);
    const { source, asOf } = input.membership;
    return { payer, isLiable: false, fact: { name: 'other-cover', value: payer, source, asOf } };
  }
  if (otherCover != null && otherCover.pays === 'first') {
    const payer = aCode(otherCover.insurer);
    return { payer, isLiable: false, fact: fromOperator(input, 'other-cover', payer) };
  }
  if (accident === undefined || term?.liable.includes(accident) !== true) return null;
  const payer = aWord(`accident-${accident}`);
  return { payer, isLiable: true, fact: fromOperator(input, 'accident', payer) };
}

/** Whether somebody has told of other insurances, be it that there are none. */
const isSaid = ({ input, line }: LineContext): boolean =>
  input.claim.otherCover !== undefined ||
  line.paidByOther !== undefined ||
  findMembership(input)?.otherCovers !== undefined;

const none: readonly FactUsed[] = [];

function factsOf({ input }: LineContext, first: First | null): readonly FactUsed[] {
  if (first !== null) return [first.fact];
  const { otherCover } = input.claim;
  if (otherCover == null) return none;
  return [fromOperator(input, 'other-cover', aCode(otherCover.insurer))];
}

/** Whose accident it was is on record, whoever pays. */
function accidentFacts({ input }: LineContext): readonly FactUsed[] {
  const { accident } = input.claim;
  return accident === undefined || accident === 'none'
    ? none
    : [fromOperator(input, 'accident', aWord(`accident-${accident}`))];
}
