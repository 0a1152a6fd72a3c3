import { money } from '#domain/money.ts';
import { blocked, input, line, rulePack, signed } from '../../builders.ts';
import { asking, decree, paracetamol } from '../../terms.ts';
import { consent, type Sum } from './sum.ts';

const excluded = line({ lineId: 'excluded', itemCode: 'WHITENING', quantity: 1, daysSupply: null });

const byOther = money(10_000);

export const refusals: readonly Sum[] = [
  { title: 'of what the member bears, not signed for', given: input({ lines: [excluded] }) },
  {
    title: 'of what the member bears, signed for',
    given: input({ lines: [{ ...excluded, consent }] }),
  },
  {
    title: 'of what the member bears, signed for one minor unit less',
    given: input({ lines: [{ ...excluded, consent: signed(49_999) }] }),
  },
  {
    title: 'of what the member bears, others paid, and the rest signed for',
    given: input({ lines: [{ ...excluded, consent: signed(40_000), paidByOther: byOther }] }),
  },
  {
    title: 'of what the provider bears, others paid, whatever is signed for',
    given: input({
      ...{ holder: 'refused', lines: [{ ...excluded, consent, paidByOther: byOther }] },
    }),
  },
  {
    title: 'of what the member bears, signed for, beside what is the provider’s and only warned of',
    given: input({ hotlist: blocked('lost'), lines: [{ ...excluded, consent }] }),
    pack: rulePack({ modes: { 'card-status': 'warn' } }),
  },
  { title: 'until it is approved', given: asking({ consent }, { holder: 'not-yet' }) },
  {
    title: 'until it is approved, others paid',
    given: asking({ consent, paidByOther: money(500) }, { holder: 'not-yet' }),
    pack: rulePack({ decrees: [decree(80)] }),
  },
  {
    title: 'of a claim of every kind of line',
    given: input({
      lines: [
        paracetamol({ lineId: 'approved', quantity: 33, paidByOther: money(7) }),
        paracetamol({ lineId: 'reduced', unitPrice: money(150) }),
        paracetamol({ lineId: 'referred', itemCode: 'UNPRICED', unitPrice: money(77) }),
        { ...excluded, consent },
      ],
    }),
  },
];
