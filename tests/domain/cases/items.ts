import type { ClaimLine, Prescription } from '#domain/claims.ts';
import { unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { day, input, line, rulePack } from '../builders.ts';
import {
  about,
  approval,
  approvals,
  asking,
  bornOn,
  history,
  paracetamol,
  past,
  prescription,
  prescriptions,
  withItemRule,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

const borne = { outcome: 'declined', bearer: 'provider', clause: 'art-20' } as const;
const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];

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

const needsRx = withItemRule({ prescription: { isNeeded: true, validDays: 7 } });
const withRx = (changes: Partial<Prescription> = {}, lineChanges: Partial<ClaimLine> = {}) =>
  asking(lineChanges, { prescriptions: prescriptions(prescription(changes)) });
const ordered = (quantity: number, filled: number | null, itemCode = 'PARACETAMOL-500') => ({
  lines: [{ itemCode, quantity, filled }],
});

export const prescriptionCases: readonly Case[] = [
  { title: 'asks for none where the contract does not', given: asking(), says: passes },
  { title: 'passes on the last day of its days', given: withRx(), pack: needsRx, says: passes },
  {
    title: 'declines one day after it',
    given: withRx({ on: day('2026-11-14') }),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-expired' },
  },
  {
    title: 'goes by the days that the prescriber set',
    given: withRx({ on: day('2026-11-14'), validDays: 8 }),
    pack: needsRx,
    says: passes,
  },
  {
    title: 'declines one that is dated later',
    given: withRx({ on: day('2026-11-23') }),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-not-yet-valid' },
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: needsRx,
    says: referred('prescription-unknown'),
  },
  {
    title: 'refers where one place cannot tell',
    given: asking({}, { prescriptions: [unknown('unreadable', 'card')] }),
    pack: needsRx,
    says: referred('prescription-unknown'),
  },
  {
    title: 'declines where every place was asked and none orders it',
    given: withRx(ordered(30, 0, 'METFORMIN-850')),
    pack: rulePack({
      ...needsRx,
      items: rulePack().items.map((item) =>
        item.code === 'METFORMIN-850' && item.medicine !== null
          ? { ...item, medicine: { ...item.medicine, ingredient: 'metformin' } }
          : item,
      ),
    }),
    says: { ...borne, reason: 'prescription-missing' },
  },
  {
    title: 'takes another brand of the same ingredient, strength and form',
    given: withRx(ordered(30, 0, 'ATORVASTATIN-20-B')),
    pack: needsRx,
    says: passes,
  },
  {
    title: 'passes exactly what is left to fill',
    given: withRx(ordered(60, 30)),
    pack: needsRx,
    says: passes,
  },
  {
    title: 'reduces one unit more to whole packs',
    given: withRx(ordered(59, 30)),
    pack: needsRx,
    says: {
      outcome: 'reduced',
      reason: 'prescription-nearly-filled',
      bearer: 'provider',
      nearest: { kind: 'quantity', quantity: 20 },
    },
  },
  {
    title: 'refers a rest below the smallest pack',
    given: withRx(ordered(39, 30)),
    pack: needsRx,
    says: referred('prescription-below-unit'),
  },
  {
    title: 'declines one that is filled',
    given: withRx(ordered(30, 30)),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-filled' },
  },
  {
    title: 'declines what an earlier line of the claim has filled',
    given: input({
      lines: [paracetamol(), paracetamol({ lineId: 'line-2' })],
      prescriptions: prescriptions(prescription()),
    }),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-filled' },
  },
  {
    title: 'refers where it is unknown how much was filled',
    given: withRx(ordered(30, null)),
    pack: needsRx,
    says: referred('prescription-fills-unknown'),
  },
  {
    title: 'refers a prescriber who cannot be read',
    given: withRx({ prescriberLicence: null }),
    pack: needsRx,
    says: referred('prescriber-unknown'),
  },
  {
    title: 'takes the prescription that the line names',
    given: asking(
      { prescriptionId: 'RX-2' },
      {
        prescriptions: prescriptions(
          prescription(),
          prescription({ prescriptionId: 'RX-2', ...ordered(30, 30) }),
        ),
      },
    ),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-filled' },
  },
  {
    title: 'else takes one that is not filled yet',
    given: asking(
      {},
      {
        prescriptions: prescriptions(
          prescription({ prescriptionId: 'RX-2', on: day('2026-11-20'), ...ordered(30, 30) }),
          prescription(),
        ),
      },
    ),
    pack: needsRx,
    says: passes,
  },
];

const needsApproval = withItemRule({ approval: { isNeeded: true, above: null } });
const above = withItemRule({ approval: { isNeeded: true, above: money(3_000) } });
const withApproval = (...changes: Parameters<typeof approval>) =>
  asking({}, { approvals: approvals(approval(...changes)) });

export const priorApprovalCases: readonly Case[] = [
  { title: 'asks for none where the contract does not', given: asking(), says: passes },
  {
    title: 'refers without one',
    given: asking({}, { approvals: approvals() }),
    pack: needsApproval,
    says: referred('approval-needed'),
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: needsApproval,
    says: referred('approval-needed'),
  },
  { title: 'passes at the amount itself', given: asking(), pack: above, says: passes },
  {
    title: 'refers one tablet above it',
    given: asking({ quantity: 31 }),
    pack: above,
    says: referred('approval-needed'),
  },
  { title: 'passes with one', given: withApproval(), pack: needsApproval, says: passes },
  {
    title: 'passes on its last day',
    given: withApproval({ period: { from: day('2026-11-01'), to: day('2026-11-22') } }),
    pack: needsApproval,
    says: passes,
  },
  {
    title: 'refers one day after it',
    given: withApproval({ period: { from: day('2026-11-01'), to: day('2026-11-21') } }),
    pack: needsApproval,
    says: referred('approval-not-for-this'),
  },
  {
    title: 'refers one for another provider',
    given: withApproval({ providerId: 'RABWA' }),
    pack: needsApproval,
    says: referred('approval-not-for-this'),
  },
  {
    title: 'refers one for another member',
    given: withApproval({ memberNumber: '1' }),
    pack: needsApproval,
    says: referred('approval-needed'),
  },
  {
    title: 'passes exactly its quantity',
    given: withApproval({ quantity: 30 }),
    pack: needsApproval,
    says: passes,
  },
  {
    title: 'reduces one more, to whole packs',
    given: withApproval({ quantity: 29 }),
    pack: needsApproval,
    says: {
      outcome: 'reduced',
      reason: 'approval-nearly-used',
      bearer: 'provider',
      nearest: { kind: 'quantity', quantity: 20 },
    },
  },
  {
    title: 'refers what is left of it below a pack',
    given: withApproval({ quantity: 9 }),
    pack: needsApproval,
    says: referred('approval-used-up'),
  },
  {
    title: 'refers when an earlier line of the claim used it up',
    given: input({
      lines: [paracetamol(), paracetamol({ lineId: 'line-2' })],
      approvals: approvals(approval({ quantity: 30 })),
    }),
    pack: needsApproval,
    says: referred('approval-used-up'),
  },
  {
    title: 'passes exactly its amount',
    given: withApproval({ amount: money(3_000) }),
    pack: needsApproval,
    says: passes,
  },
  {
    title: 'refers one minor unit above it',
    given: withApproval({ amount: money(2_999) }),
    pack: needsApproval,
    says: referred('approval-amount-exceeded'),
  },
];

const window = (windowDays: number, modifiers: readonly string[] = []) =>
  withItemRule({ duplicate: { windowDays, modifiers } });
const groups = (...serviceGroups: ReturnType<typeof rulePack>['serviceGroups']) =>
  rulePack({ serviceGroups });
const exclusive = groups({ exclusive: ['PARACETAMOL-500', 'CONSULTATION'], clause: 'art-25' });
const panel = groups({ panel: 'CONSULTATION', parts: ['PARACETAMOL-500'], clause: 'art-25' });
const both = (first: Partial<ClaimLine>, second: Partial<ClaimLine>, earlier = history()) =>
  input({
    lines: [paracetamol(first), paracetamol({ lineId: 'line-2', ...second })],
    services: [earlier],
  });
const consultation = line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null });
const after = (changes: Parameters<typeof past>[0] = {}, lineChanges: Partial<ClaimLine> = {}) =>
  asking(lineChanges, { services: [history([past(changes)])] });
const onDay = (on: string) => after({ on: day(on) });
const same = { ...borne, reason: 'duplicate-service' } as const;

export const duplicateCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of it', given: asking(), says: passes },
  {
    title: 'passes a first service',
    given: asking({}, { services: [history()] }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'declines the same on the same day, at any provider',
    given: onDay('2026-11-22'),
    pack: window(0),
    says: same,
  },
  {
    title: 'passes one day later',
    given: onDay('2026-11-21'),
    pack: window(0),
    says: passes,
  },
  {
    title: 'declines on the last day of the window',
    given: onDay('2026-11-15'),
    pack: window(7),
    says: same,
  },
  {
    title: 'passes one day after it',
    given: onDay('2026-11-14'),
    pack: window(7),
    says: passes,
  },
  {
    title: 'looks both ways: a later service entered earlier counts',
    given: onDay('2026-11-29'),
    pack: window(7),
    says: same,
  },
  {
    title: 'declines twice in the claim',
    given: both({}, {}),
    pack: window(0),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'passes two sides, which are two knees',
    given: both({ place: { side: 'left' } }, { place: { side: 'right' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'declines one side and then both',
    given: both({ place: { side: 'left' } }, { place: { side: 'both' } }),
    pack: window(0),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'passes two teeth, but not two fillings of one surface',
    given: both({ place: { tooth: '36', surface: 'O' } }, { place: { tooth: '37', surface: 'O' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'passes another surface of the tooth',
    given: both({ place: { tooth: '36', surface: 'O' } }, { place: { tooth: '36', surface: 'M' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'passes a second session of the day',
    given: both({ place: { session: 1 } }, { place: { session: 2 } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'passes a modifier that the rule accepts',
    given: both({}, { modifier: '76' }),
    pack: window(0, ['76']),
    says: passes,
  },
  {
    title: 'ignores one that it does not',
    given: both({}, { modifier: '99' }),
    pack: window(0, ['76']),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'refers where the earlier record does not say which side it was',
    given: after({ on: day('2026-11-22') }, { place: { side: 'left' } }),
    pack: window(0),
    says: referred('duplicate-possible'),
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: window(0),
    says: referred('service-history-unknown'),
  },
  {
    title: 'refers where the memory begins inside the window',
    given: asking({}, { services: [history([], 'card', '2026-11-16')] }),
    pack: window(7),
    says: referred('service-history-unknown'),
  },
  {
    title: 'passes where it begins with the window',
    given: asking({}, { services: [history([], 'card', '2026-11-15')] }),
    pack: window(7),
    says: passes,
  },
  {
    title: 'declines on what is known, although another place is not',
    given: asking(
      {},
      { services: [unknown('unreadable', 'card'), history([past({ on: day('2026-11-22') })])] },
    ),
    pack: window(0),
    says: same,
  },
  {
    title: 'declines a service that excludes another of the day',
    given: input({ lines: [consultation, paracetamol({ lineId: '2' })], services: [history()] }),
    pack: exclusive,
    says: {
      outcome: 'declined',
      reason: 'exclusive-service',
      bearer: 'provider',
      clause: 'art-25',
    },
  },
  {
    title: 'declines a part after its panel',
    given: after({ itemCode: 'CONSULTATION', on: day('2026-11-22') }),
    pack: panel,
    says: { outcome: 'declined', reason: 'part-of-panel', bearer: 'provider' },
  },
  {
    title: 'refers a panel after one of its parts',
    given: input({
      lines: [paracetamol(), { ...consultation, lineId: '2' }],
      services: [history()],
    }),
    pack: panel,
    says: referred('panel-after-part'),
  },
  {
    title: 'passes both on different days',
    given: after({ itemCode: 'CONSULTATION', on: day('2026-11-21') }),
    pack: panel,
    says: passes,
  },
];
