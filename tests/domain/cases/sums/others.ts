import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import { day, input, rulePack } from '../../builders.ts';
import {
  asking,
  ceiling,
  claiming,
  deductible,
  history,
  itemRule,
  past,
  priced,
  taxRule,
  withItemRule,
} from '../../terms.ts';
import { consent, medicines, pays, type Sum, visitOf, visits, whole } from './sum.ts';

const followUp = (isFeeIncluded: boolean): RulePack =>
  rulePack({
    itemRules: [
      itemRule({
        scope: { kind: 'consultation' },
        followUp: { days: 14, same: 'clinician', isAnywhere: false, isFeeIncluded },
      }),
    ],
  });

const doctor = { licence: 'D-1', specialty: 'cardiology' };

const secondVisit = claiming(
  { clinician: { name: 'x', ...doctor } },
  input({
    lines: [whole(25_000)],
    services: [
      history([
        past({
          ...{ itemCode: 'CONSULTATION', providerId: 'NAFIS', diagnosis: 'E78.0' },
          clinician: doctor,
        }),
      ]),
    ],
  }),
);

export const others: readonly Sum[] = [
  {
    title: 'of a first consultation, where the contract pays for the second',
    given: claiming(
      { clinician: { name: 'x', ...doctor } },
      input({ lines: [whole(25_000)], services: [history()] }),
    ),
    pack: followUp(true),
  },
  { title: 'of a fee that an earlier one contains', given: secondVisit, pack: followUp(true) },
  {
    title: 'of a fee that an earlier one contains, which takes nothing of a ceiling',
    given: secondVisit,
    pack: { ...followUp(true), ceilings: [ceiling({ ...visitOf(100), scope: null })] },
  },
  {
    title: 'of a fee that an earlier one contains, of what no rule of the plan shares',
    given: claiming({ lines: [{ ...whole(80_000), itemCode: 'GLASSES' }] }, secondVisit),
    pack: followUp(true),
  },
  {
    title:
      'of a fee that an earlier one contains, of what no rule shares, where that is only observed',
    given: claiming({ lines: [{ ...whole(80_000), itemCode: 'GLASSES' }] }, secondVisit),
    pack: { ...followUp(true), modes: { 'item-covered': 'observe' } },
  },
  {
    title: 'of a taxed fee that an earlier one contains, under a ceiling',
    given: secondVisit,
    pack: {
      ...followUp(true),
      ...{ ceilings: [ceiling({ ...visitOf(100), scope: null })], taxes: [taxRule()] },
      itemRules: followUp(true).itemRules.map((rule) => ({ ...rule, tax: 'sales' })),
    },
  },
  {
    title: 'of a visit that the price of an operation contains',
    given: input({
      lines: [whole(25_000)],
      services: [
        history([
          past({ itemCode: 'FILLING', on: day('2026-11-20'), quantity: 1, providerId: 'NAFIS' }),
        ]),
      ],
    }),
    pack: withItemRule({
      scope: { item: 'FILLING' },
      globalPeriod: {
        ...{ before: 2, after: 10, contains: { item: 'CONSULTATION' } },
        ...{ same: 'provider', modifiers: [] },
      },
    }),
  },
  { title: 'of a follow-up that the insurer pays', given: secondVisit, pack: followUp(false) },
  {
    title: 'of what others paid, less than the share',
    given: asking({ paidByOther: money(500) }),
  },
  {
    title: 'of what others paid, more than the share',
    given: asking({ paidByOther: money(1_000) }),
  },
  { title: 'of what others paid in full', given: asking({ paidByOther: money(9_000) }) },
  {
    title: 'of what others paid of a price above list and reference, signed for',
    given: asking({ unitPrice: money(150), paidByOther: money(3_000), consent }),
    pack: priced({ reference: money(70) }),
  },
  {
    title: 'of what others paid of own units above a ceiling, signed for',
    given: asking({ paidByOther: money(1_500), consent }),
    pack: rulePack({ frequencies: visits(20), ceilings: [ceiling(visitOf(600))] }),
  },
  {
    title: 'of what others paid, after a deductible and a co-payment',
    given: asking({ paidByOther: money(2_000) }),
    pack: medicines(
      { coPayment: { amount: money(600), per: 'line' } },
      { deductibles: [deductible(visitOf(700))] },
    ),
  },
  {
    title: 'of what others paid of half, the rest not signed for',
    given: asking({ paidByOther: money(800) }),
    pack: pays({ percent: 50 }),
  },
];
