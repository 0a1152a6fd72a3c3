import { money } from '#domain/money.ts';
import { input, rulePack } from '../../builders.ts';
import { asking, ceiling, paracetamol, priced, use } from '../../terms.ts';
import { consent, type Sum, visitOf, visits } from './sum.ts';

export const limits: readonly Sum[] = [
  {
    title: 'of a ceiling on what the insurer pays, signed for',
    given: asking({ consent }, { usage: [use(99_000)] }),
    pack: rulePack({ ceilings: [ceiling()] }),
  },
  {
    title: 'of a ceiling on what is payable, not signed for',
    given: asking({}, { usage: [use(99_000)] }),
    pack: rulePack({ ceilings: [ceiling({ basis: 'gross' })] }),
  },
  {
    title: 'of ceilings on both, one after the other',
    given: asking({ consent }),
    pack: rulePack({
      ceilings: [
        ceiling({ ...visitOf(2_000), basis: 'gross' }),
        ceiling({ ...visitOf(1_000), ceilingId: 'NET' }),
      ],
    }),
  },
  {
    title: 'of a ceiling just reached',
    given: asking(),
    pack: rulePack({ ceilings: [ceiling(visitOf(2_400))] }),
  },
  {
    title: 'of a ceiling one minor unit short',
    given: asking(),
    pack: rulePack({ ceilings: [ceiling(visitOf(2_399))] }),
  },
  {
    title: 'of reference price, own units and a ceiling together, signed for',
    given: asking({ consent }),
    pack: {
      ...priced({ reference: money(70) }, { frequencies: visits(20) }),
      ceilings: [ceiling(visitOf(1_000))],
    },
  },
  {
    title: 'of reference price, own units and a ceiling together, not signed for',
    given: asking({ unitPrice: money(120) }),
    pack: {
      ...priced({ reference: money(70) }, { frequencies: visits(20) }),
      ceilings: [ceiling(visitOf(1_000))],
    },
  },
];

export const allowances: readonly Sum[] = [
  {
    title: 'of three lines within a ceiling of which this place alone knows',
    given: input({
      lines: [1, 2, 3].map((at) => paracetamol({ lineId: `line-${at}`, quantity: 10 })),
      usage: [use(null, 95_000)],
    }),
    pack: rulePack({ ceilings: [ceiling({ offlineAllowance: 96_000 })] }),
  },
  {
    title: 'of own units within the first of two ceilings that count them',
    given: asking({ consent }),
    pack: rulePack({
      ceilings: [
        ceiling({ ...visitOf(10), basis: 'units' }),
        ceiling({ ...visitOf(20), basis: 'units', ceilingId: 'MORE' }),
        ceiling({ ...visitOf(5), ceilingId: 'MONEY' }),
      ],
    }),
  },
  {
    title: 'of own units within the second of two ceilings that count them',
    given: asking({ consent }),
    pack: rulePack({
      ceilings: [
        ceiling({ ...visitOf(20), basis: 'units' }),
        ceiling({ ...visitOf(10), basis: 'units', ceilingId: 'FEWER' }),
      ],
    }),
  },
  {
    title: 'of all units where this place alone knows of the ceiling that counts them',
    given: asking({}, { usage: [use(null, 80)] }),
    pack: rulePack({
      ceilings: [ceiling({ basis: 'units', limit: 100, offlineAllowance: 100 })],
    }),
  },
];
