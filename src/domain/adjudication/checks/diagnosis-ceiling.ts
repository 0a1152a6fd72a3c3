import { ceilingsOn } from '../ceilings.ts';
import { decline, lineCheck, pass, reduce, refer } from '../check.ts';
import { statesOf } from '../counters.ts';
import { judgeCeilings, unitsWithin } from '../judge-ceilings.ts';

/**
 * Keeps what is paid for a diagnosis within its ceilings of money, visits or units (brochure M13); they hold
 * for the principal diagnosis of the line and what lies above is the member's own.
 */
export const diagnosisCeiling = lineCheck({
  id: 'diagnosis-ceiling',
  requirements: ['M13'],
  reasons: [
    'diagnosis-ceiling-used-up',
    'diagnosis-ceiling-nearly-used',
    'diagnosis-ceiling-use-unknown',
    'diagnosis-ceiling-allowance-used',
    'diagnosis-ceiling-plan-since-unknown',
  ],
  asks: (subject) => ceilingsOn(subject, 'diagnosis-ceiling'),
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
        return decline('diagnosis-ceiling-used-up', 'member', { ...details, nearest });
      case 'nearly-used':
        return reduce('diagnosis-ceiling-nearly-used', 'member', { ...details, nearest });
      case 'use-unknown':
        return refer('diagnosis-ceiling-use-unknown', details);
      case 'allowance-used':
        return refer('diagnosis-ceiling-allowance-used', details);
      case 'plan-since-unknown':
        return refer('diagnosis-ceiling-plan-since-unknown', details);
    }
  },
});
