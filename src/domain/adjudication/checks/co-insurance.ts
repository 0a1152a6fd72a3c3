import { lineCheck, pass, refer } from '../check.ts';

/**
 * Says how the payable amount is shared between insurer and member; it takes nothing away from the line.
 * Where the plan's share or the price is unknown it refers, whatever the pack's modes: no amount rests on a guess.
 */
export const coInsurance = lineCheck({
  id: 'co-insurance',
  requirements: ['M9'],
  reasons: ['share-unknown'],
  alwaysEnforced: true,
  run({ money, rule }) {
    if (rule === null || money === null || money.share === null) {
      return refer('share-unknown', {
        facts: [{ name: 'co-insurance', value: null, source: 'pack', asOf: null }],
      });
    }
    const percent = { kind: 'percent', value: rule.coInsurancePercent } as const;
    return pass({
      shown: {
        percent,
        payable: { kind: 'money', value: money.allowed },
        member: { kind: 'money', value: money.share.member },
        insurer: { kind: 'money', value: money.share.insurer },
      },
      facts: [{ name: 'co-insurance', value: percent, source: 'pack', asOf: null }],
      clause: rule.clause,
    });
  },
});
