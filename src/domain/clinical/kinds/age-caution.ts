import { ageFact, judgeAge } from '../../adjudication/person-limits.ts';
import { alertKind, type ClinicalContext } from '../alert.ts';
import { listLines } from '../taken.ts';
import type { AgeCaution } from '../terms.ts';
import { warned } from '../warned.ts';

/** Medicines that the pack warns of at the person's age, in completed units on the service date. */
export const ageCaution = alertKind({
  id: 'age-caution',
  codes: ['age-caution', 'age-unknown'],
  find(context) {
    return listLines(context).flatMap((line) =>
      context.pack.ageCautions(line.item).flatMap((one) => {
        const judged = judge(context, one);
        if (judged === 'outside') return [];
        const isSure = judged === 'inside';
        return [
          {
            ...warned(one),
            ...(isSure ? {} : ({ severity: 'note' } as const)),
            alertId: `age-caution/${one.id}/${line.key}`,
            code: isSure ? 'age-caution' : 'age-unknown',
            lineIds: [line.lineId],
            shown: { item: line.name },
            facts: [line.fact, ageFact(context.input, one.age)],
          } as const,
        ];
      }),
    );
  },
});

function judge({ input }: ClinicalContext, { age }: AgeCaution): 'inside' | 'outside' | 'unsure' {
  const judged = judgeAge(input, age);
  if (judged === 'unsure') return 'unsure';
  return judged === 'fits' ? 'inside' : 'outside';
}
