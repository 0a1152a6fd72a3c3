import type { DentalTerm } from '#domain/adjudication/care-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ServicePlace } from '#domain/claims.ts';
import type { PastService } from '#domain/history.ts';
import { day, input, rulePack } from '../builders.ts';
import { asking, history, itemRule, paracetamol, past } from '../terms.ts';
import { type Case, passes } from './case.ts';

/** Paracetamol stands for the treatment, atorvastatin for the extraction. */
const asks = (changes: Partial<DentalTerm>): RulePack =>
  rulePack({
    itemRules: [
      itemRule({ dental: { ...any, ...changes } }),
      itemRule({ scope: { item: 'ATORVASTATIN-20' }, dental: { ...any, does: 'removes' } }),
    ],
  });
const any: DentalTerm = {
  does: 'treats',
  dentition: null,
  kinds: null,
  surfaces: null,
  isOncePerTooth: false,
};

const treating = (place: ServicePlace, ...services: readonly PastService[]): AdjudicationInput =>
  asking({ place }, { services: [history(services)] });
const removed = (tooth: string, on = '2024-02-01') =>
  past({ itemCode: 'ATORVASTATIN-20', on: day(on), place: { tooth } });
const treated = (place: ServicePlace | null, providerId = 'RABWA') =>
  past({ on: day('2025-03-04'), place, providerId });

/** On tooth 36, after what the claim says before it. */
const treatingBoth = (tooth: string, itemCode: string): AdjudicationInput =>
  input({
    lines: [
      paracetamol({ lineId: 'before', itemCode, place: { tooth } }),
      paracetamol({ place: { tooth: '36' } }),
    ],
    services: [history()],
  });

export const dentalCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of it', given: asking(), says: passes },
  { title: 'passes a tooth', given: treating({ tooth: '36' }), pack: asks({}), says: passes },
  {
    title: 'refers without a tooth',
    given: treating({}),
    pack: asks({}),
    says: { outcome: 'referred', reason: 'tooth-unknown', nearest: { kind: 'enter-place' } },
  },
  {
    title: 'refers a number that names none: the first beyond a quadrant',
    given: treating({ tooth: '19' }),
    pack: asks({}),
    says: { outcome: 'referred', reason: 'tooth-unknown' },
  },
  {
    title: 'refers a primary tooth beyond the fifth',
    given: treating({ tooth: '56' }),
    pack: asks({}),
    says: { outcome: 'referred', reason: 'tooth-unknown' },
  },
  {
    title: 'passes the last primary molar where primary teeth are asked for',
    given: treating({ tooth: '85' }),
    pack: asks({ dentition: 'primary', kinds: ['molar'] }),
    says: passes,
  },
  {
    title: 'declines a permanent one there',
    given: treating({ tooth: '46' }),
    pack: asks({ dentition: 'primary' }),
    says: { outcome: 'declined', reason: 'tooth-not-for-service', bearer: 'provider' },
  },
  {
    title: 'passes the sixth tooth where molars are asked for',
    given: treating({ tooth: '16' }),
    pack: asks({ kinds: ['molar'] }),
    says: passes,
  },
  {
    title: 'declines the fifth, a premolar',
    given: treating({ tooth: '15' }),
    pack: asks({ kinds: ['molar'] }),
    says: { outcome: 'declined', reason: 'tooth-not-for-service' },
  },
  {
    title: 'passes just as many surfaces as it pays for, each counted once',
    given: treating({ tooth: '36', surface: 'MOM' }),
    pack: asks({ surfaces: 2 }),
    says: passes,
  },
  {
    title: 'declines one less',
    given: treating({ tooth: '36', surface: 'O' }),
    pack: asks({ surfaces: 2 }),
    says: { outcome: 'declined', reason: 'surfaces-differ', bearer: 'provider' },
  },
  {
    title: 'declines one more',
    given: treating({ tooth: '36', surface: 'MOD' }),
    pack: asks({ surfaces: 2 }),
    says: { outcome: 'declined', reason: 'surfaces-differ' },
  },
  {
    title: 'refers surfaces that nobody stated',
    given: treating({ tooth: '36' }),
    pack: asks({ surfaces: 2 }),
    says: { outcome: 'referred', reason: 'surfaces-unknown' },
  },
  {
    title: 'declines a tooth that was removed',
    given: treating({ tooth: '36' }, removed('36')),
    pack: asks({}),
    says: { outcome: 'declined', reason: 'tooth-removed', bearer: 'provider' },
  },
  {
    title: 'passes the one beside it',
    given: treating({ tooth: '37' }, removed('36')),
    pack: asks({}),
    says: passes,
  },
  {
    title: 'passes what replaces a removed tooth',
    given: treating({ tooth: '36' }, removed('36')),
    pack: asks({ does: 'replaces' }),
    says: passes,
  },
  {
    title: 'declines a tooth that an earlier line of the claim removes',
    given: {
      ...treating({ tooth: '36' }),
      claim: {
        ...asking().claim,
        lines: [
          paracetamol({ lineId: 'first', itemCode: 'ATORVASTATIN-20', place: { tooth: '36' } }),
          paracetamol({ place: { tooth: '36' } }),
        ],
      },
    },
    pack: asks({}),
    says: { outcome: 'declined', reason: 'tooth-removed' },
  },
  {
    title: 'declines a second time on one tooth where it is paid once',
    given: treating({ tooth: '36' }, treated({ tooth: '36' })),
    pack: asks({ isOncePerTooth: true }),
    says: { outcome: 'declined', reason: 'tooth-treated-before', bearer: 'provider' },
  },
  {
    title: 'passes it where the contract does not limit it',
    given: treating({ tooth: '36' }, treated({ tooth: '36' })),
    pack: asks({}),
    says: passes,
  },
  {
    title: 'refers an earlier one that does not say which tooth it was on',
    given: treating({ tooth: '36' }, treated(null)),
    pack: asks({ isOncePerTooth: true }),
    says: { outcome: 'referred', reason: 'tooth-history-unknown' },
  },
  {
    title: 'believes another place that says which tooth it was',
    given: asking(
      { place: { tooth: '36' } },
      { services: [history([treated(null)]), history([treated({ tooth: '37' })], 'centre')] },
    ),
    pack: asks({ isOncePerTooth: true }),
    says: passes,
  },
  {
    title: 'refers a history that does not reach back',
    given: asking({ place: { tooth: '36' } }, { services: [history([], 'card', '2020-01-01')] }),
    pack: asks({ isOncePerTooth: true }),
    says: { outcome: 'referred', reason: 'tooth-history-unknown' },
  },
  {
    title: 'asks for none where the tooth is only to be there: whoever treats sees it',
    given: asking({ place: { tooth: '36' } }),
    pack: asks({}),
    says: passes,
  },
  {
    title: 'refers where nobody said on what it was done',
    given: asking({}, { services: [history()] }),
    pack: asks({}),
    says: { outcome: 'referred', reason: 'tooth-unknown' },
  },
  {
    title: 'passes once a tooth after what was another service on it, or is not known',
    given: treating(
      { tooth: '36' },
      ...['METFORMIN-850', 'NO-SUCH-ITEM'].map((itemCode) =>
        past({ itemCode, on: day('2025-03-04'), place: { tooth: '36' } }),
      ),
    ),
    pack: asks({ isOncePerTooth: true }),
    says: passes,
  },
  {
    title: 'passes once a tooth on two teeth of one claim',
    given: treatingBoth('11', 'PARACETAMOL-500'),
    pack: asks({ isOncePerTooth: true }),
    says: passes,
  },
  {
    title: 'passes once a tooth after another service on it in the claim',
    given: treatingBoth('36', 'METFORMIN-850'),
    pack: asks({ isOncePerTooth: true }),
    says: passes,
  },
  {
    title: 'declines once a tooth the second time in the claim',
    given: treatingBoth('36', 'PARACETAMOL-500'),
    pack: asks({ isOncePerTooth: true }),
    says: { outcome: 'declined', reason: 'tooth-treated-before' },
  },
  {
    title: 'refers once a tooth where one of two earlier ones does not say on which',
    given: treating({ tooth: '36' }, treated({ tooth: '11' }, 'NAFIS'), treated(null)),
    pack: asks({ isOncePerTooth: true }),
    says: { outcome: 'referred', reason: 'tooth-history-unknown' },
  },
  {
    title:
      'passes once a tooth after one of which nobody said on which, and which is only warned of',
    given: input({
      lines: [paracetamol({ lineId: 'before' }), paracetamol({ place: { tooth: '36' } })],
      services: [history()],
    }),
    pack: { ...asks({ isOncePerTooth: true }), modes: { dental: 'warn' } },
    says: passes,
  },
];
