import { ceilingsOn } from '../ceilings.ts';
import { decline, lineCheck, pass, reduce, refer } from '../check.ts';
import { statesOf } from '../counters.ts';
import { judgeCeilings, unitsWithin } from '../judge-ceilings.ts';

/**
 * Keeps what is paid within every ceiling that bounds the line: of the line, the visit, the benefit, the plan
 * year, the family, a lifetime (brochure M13). The smallest remainder wins; what lies above is the member's
 * own. While nobody here knows what was used elsewhere, only the terminal's allowance may be let through.
 */
export const ceilings = lineCheck({
  id: 'ceilings',
  requirements: ['M13'],
  reasons: [
    'ceiling-used-up',
    'ceiling-nearly-used',
    'ceiling-use-unknown',
    'ceiling-allowance-used',
    'ceiling-plan-since-unknown',
  ],
  asks: (subject) => ceilingsOn(subject, 'ceilings'),
  limit: { bearer: 'member', units: unitsWithin },
  caps: statesOf,
  run(context, asked) {
    const judged = judgeCeilings(context, asked);
    const { verdict, facts, clause } = judged;
    const details = { facts, clause, shown: 'shown' in judged ? judged.shown : {} };
    const nearest = { kind: 'member-pays' } as const;
    switch (verdict) {
      case 'fits':
        return pass({ facts, clause });
      case 'used-up':
        return decline('ceiling-used-up', 'member', { ...details, nearest });
      case 'nearly-used':
        return reduce('ceiling-nearly-used', 'member', { ...details, nearest });
      case 'use-unknown':
        return refer('ceiling-use-unknown', details);
      case 'allowance-used':
        return refer('ceiling-allowance-used', details);
      case 'plan-since-unknown':
        return refer('ceiling-plan-since-unknown', details);
    }
  },
});
