import { day, input, rulePack } from '../builders.ts';
import { about, asking, bornOn, paracetamol, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

const borne = { outcome: 'declined', bearer: 'provider', clause: 'art-20' } as const;
const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];

const indicated = withItemRule({ indications: ['E11.9', 'E78', 'I20-I25'] });
const asFor = (...diagnoses: string[]) => asking({ diagnoses });

export const itemDiagnosisCases: readonly Case[] = [
  { title: 'asks nothing where no rule lists indications', given: asFor('J00'), says: passes },
  {
    title: 'passes a code of a listed category',
    given: asFor('E78.0'),
    pack: indicated,
    says: passes,
  },
  {
    title: 'passes the very code that is listed',
    given: asFor('E11.9'),
    pack: indicated,
    says: passes,
  },
  {
    title: 'refers another code of its category',
    given: asFor('E11.8'),
    pack: indicated,
    says: referred('item-not-indicated'),
  },
  {
    title: 'refers the category before a listed range',
    given: asFor('I19.9'),
    pack: indicated,
    says: referred('item-not-indicated'),
  },
  {
    title: 'passes the first category of a range',
    given: asFor('I20.0'),
    pack: indicated,
    says: passes,
  },
  {
    title: 'passes the last category of a range',
    given: asFor('I25.9'),
    pack: indicated,
    says: passes,
  },
  {
    title: 'refers the category behind it',
    given: asFor('I26.0'),
    pack: indicated,
    says: referred('item-not-indicated'),
  },
  {
    title: 'passes where only a second diagnosis is listed',
    given: asFor('J00', 'E78.5'),
    pack: indicated,
    says: passes,
  },
  {
    title: 'refers what was given for nothing that was said',
    given: asFor(),
    pack: indicated,
    says: { outcome: 'referred', reason: 'indication-not-said', clause: 'art-20' },
  },
  {
    title: 'refers what is no code of ICD-10',
    given: asFor('headache'),
    pack: indicated,
    says: referred('item-not-indicated'),
  },
  {
    title: 'lets the rule on the item win over the one on its benefit',
    given: asFor('J00'),
    pack: rulePack({
      itemRules: [
        ...withItemRule({ scope: { benefit: 'medicines' }, indications: ['E78'] }).itemRules,
        ...withItemRule({ indications: ['J00'] }).itemRules,
      ],
    }),
    says: passes,
  },
];

export const itemSexCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of sex', given: asking(), says: passes },
  {
    title: 'passes a man where it is for men',
    given: asking(),
    pack: withItemRule({ sex: 'male' }),
    says: passes,
  },
  {
    title: 'declines a man where it is for women',
    given: asking(),
    pack: withItemRule({ sex: 'female' }),
    says: { ...borne, reason: 'item-women-only' },
  },
  {
    title: 'declines a woman where it is for men',
    given: about({ sex: 'female' }),
    pack: withItemRule({ sex: 'male' }),
    says: { ...borne, reason: 'item-men-only' },
  },
  {
    title: 'refers where the sex is unknown',
    given: about({ sex: 'unknown' }),
    pack: withItemRule({ sex: 'male' }),
    says: referred('sex-unknown-for-item'),
  },
  {
    title: 'refers where it is marked unverified',
    given: { ...asking(), unverified: ['sex'] },
    pack: withItemRule({ sex: 'female' }),
    says: referred('sex-unknown-for-item'),
  },
  {
    title: 'refers where nobody knows who is served',
    given: input({ lines: [paracetamol()], person: null }),
    pack: withItemRule({ sex: 'female' }),
    says: referred('sex-unknown-for-item'),
  },
  {
    title: 'lets the rule on the item win over the one on its benefit',
    given: asking(),
    pack: rulePack({
      itemRules: [
        ...withItemRule({ scope: { benefit: 'medicines' }, sex: 'female' }).itemRules,
        ...withItemRule({ sex: 'male' }).itemRules,
      ],
    }),
    says: passes,
  },
  {
    title: 'lets the longer ATC code win over the shorter',
    given: asking(),
    pack: rulePack({
      itemRules: [
        ...withItemRule({ scope: { atc: 'C10' }, sex: 'female' }).itemRules,
        ...withItemRule({ scope: { atc: 'C10AA' }, sex: 'male' }).itemRules,
      ],
    }),
    says: passes,
  },
];

const months = withItemRule({
  age: { from: { value: 3, unit: 'months' }, to: { value: 12, unit: 'years' } },
});

export const itemAgeCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of age', given: asking(), says: passes },
  {
    title: 'passes on the day after the third month is complete',
    given: about(bornOn('2026-08-21')),
    pack: months,
    says: passes,
  },
  {
    title: 'passes on the day the third month is complete',
    given: about(bornOn('2026-08-22')),
    pack: months,
    says: passes,
  },
  {
    title: 'declines one day before it',
    given: about(bornOn('2026-08-23')),
    pack: months,
    says: { ...borne, reason: 'item-too-young' },
  },
  {
    title: 'passes on the last day of the twelfth year',
    given: about(bornOn('2013-11-23')),
    pack: months,
    says: passes,
  },
  {
    title: 'declines on the thirteenth birthday',
    given: about(bornOn('2013-11-22')),
    pack: months,
    says: { ...borne, reason: 'item-too-old' },
  },
  {
    title: 'takes 1 March for the birthday of 29 February in a common year',
    given: about(bornOn('2008-02-29'), asking({}, { on: day('2026-02-28') })),
    pack: withItemRule({ age: { from: { value: 18, unit: 'years' }, to: null } }),
    says: { ...borne, reason: 'item-too-young' },
  },
  {
    title: 'refers where month and year alone leave it open',
    given: about(bornOn('2013-11-01', 'month')),
    pack: months,
    says: referred('age-unknown-for-item'),
  },
  {
    title: 'passes where they do not',
    given: about(bornOn('2013-12-01', 'month')),
    pack: months,
    says: passes,
  },
  {
    title: 'refers, not declines, a birth date that is marked unverified',
    given: { ...about(bornOn('1968-03-14')), unverified: ['birth'] },
    pack: months,
    says: referred('age-unknown-for-item'),
  },
  {
    title: 'refers a birth after the service',
    given: about(bornOn('2026-11-23')),
    pack: months,
    says: referred('age-unknown-for-item'),
  },
];
