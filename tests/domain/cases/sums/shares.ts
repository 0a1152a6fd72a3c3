import { money } from '#domain/money.ts';
import { input, rulePack } from '../../builders.ts';
import { asking, deductible, maximum, paracetamol } from '../../terms.ts';
import { medicines, owed, paid, type Sum, visitOf } from './sum.ts';

export const shares: readonly Sum[] = [
  {
    title: 'of a share that its least raises',
    given: asking(),
    pack: medicines({ coInsuranceMinimum: money(700), coInsuranceMaximum: money(900) }),
  },
  {
    title: 'of a share that its most lowers',
    given: asking(),
    pack: medicines({ coInsuranceMaximum: money(500) }),
  },
  { title: 'of no share', given: asking(), pack: medicines({ coInsurancePercent: 0 }) },
  {
    title: 'of deductible, co-payment, co-insurance and maximum',
    given: asking({}, { usage: paid(9_000) }),
    pack: medicines(
      { coPayment: { amount: money(200), per: 'line' } },
      { deductibles: [deductible(visitOf(500))], outOfPocket: [maximum()] },
    ),
  },
  {
    title: 'of a deductible of which nobody knows what was borne, in full',
    given: asking({}, { usage: owed(null) }),
    pack: rulePack({ deductibles: [deductible({ limit: 2_000 })] }),
  },
  {
    title: 'of a deductible of which this place alone knows',
    given: asking({}, { usage: owed(null, 9_500) }),
    pack: rulePack({ deductibles: [deductible({ offlineAllowance: 5_000 })] }),
  },
  {
    title: 'of a deductible that was borne',
    given: asking({}, { usage: owed(10_000) }),
    pack: rulePack({ deductibles: [deductible()] }),
  },
  {
    title: 'of two deductibles, shown by the first, held by the smaller rest',
    given: asking(),
    pack: rulePack({
      deductibles: [
        deductible(visitOf(900)),
        deductible({ ...visitOf(400), ceilingId: 'SMALLER' }),
      ],
    }),
  },
  {
    title: 'of a maximum that spares all of the share',
    given: asking({}, { usage: paid(10_000) }),
    pack: rulePack({ outOfPocket: [maximum()] }),
  },
  {
    title: 'of a maximum and a co-payment, of which less than either is left',
    given: asking({}, { usage: paid(9_900) }),
    pack: medicines(
      { coPayment: { amount: money(200), per: 'line' } },
      { outOfPocket: [maximum()] },
    ),
  },
  {
    title: 'of a co-payment of the visit over three lines',
    given: input({
      lines: [2, 30, 30].map((quantity, at) => paracetamol({ lineId: `line-${at}`, quantity })),
    }),
    pack: medicines({ coPayment: { amount: money(500), per: 'visit' } }),
  },
];
