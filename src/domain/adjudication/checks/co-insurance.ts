import { lineCheck, pass, refer } from '../check.ts';
import { statesOf } from '../counters.ts';
import { coPaymentOn } from '../sharing/co-payment.ts';
import { anAmount } from '../shown.ts';

/**
 * Says how the payable amount is shared between insurer and member; it takes nothing away from the line.
 * Where the plan's share or the price is unknown it refers, whatever the pack's modes: no amount rests on a guess;
 * so too where a co-payment is due once and nobody knows whether it was taken before.
 */
export const coInsurance = lineCheck({
  id: 'co-insurance',
  requirements: ['M9'],
  reasons: ['share-unknown', 'co-payment-use-unknown'],
  alwaysEnforced: true,
  run(context) {
    const { money, rule } = context;
    if (rule === null || money === null || money.share === null) {
      return refer('share-unknown', {
        facts: [{ name: 'co-insurance', value: null, source: 'pack', asOf: null }],
      });
    }
    const percent = { kind: 'percent', value: rule.coInsurancePercent } as const;
    const coPayment = coPaymentOn(context);
    const states = coPayment === null ? [] : statesOf(context, coPayment.counters);
    const counted = states.flatMap(({ facts }) => facts);
    if (states.some(({ left }) => left === null)) {
      const { clause } = rule;
      return refer('co-payment-use-unknown', { facts: counted, clause });
    }
    return pass({
      shown: {
        percent,
        payable: anAmount(money.allowed),
        member: anAmount(money.share.member),
        insurer: anAmount(money.share.insurer),
      },
      facts: [{ name: 'co-insurance', value: percent, source: 'pack', asOf: null }, ...counted],
      clause: rule.clause,
    });
  },
});
