import type { Medicine } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { known, unknown } from '#domain/facts.ts';
import type { Prescription } from '#domain/prescriptions.ts';
import { day, input, line, now, rulePack } from '../builders.ts';
import {
  asking,
  itemRule,
  paracetamol,
  prescription,
  prescriptions,
  withItemRule,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

const borne = { outcome: 'declined', bearer: 'provider', clause: 'art-20' } as const;
const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];

const term = { isNeeded: true, validDays: 7 };
const needsRx = withItemRule({ prescription: { ...term, takesPaper: true } });
const needsCard = withItemRule({ prescription: { ...term, takesPaper: false } });
/** As somebody at the counter read it off a paper. */
const onPaper = asking({}, { prescriptions: [known([prescription()], 'operator', now)] });
const withRx = (changes: Partial<Prescription> = {}, lineChanges: Partial<ClaimLine> = {}) =>
  asking(lineChanges, { prescriptions: prescriptions(prescription(changes)) });
const ordered = (quantity: number, filled: number | null, itemCode = 'PARACETAMOL-500') => ({
  lines: [{ itemCode, quantity, filled }],
});

/** The contract's items, with more said of one. */
const changed = (code: string, changes: Partial<Medicine>) =>
  rulePack().items.map((item) =>
    item.code === code && item.medicine !== null
      ? { ...item, medicine: { ...item.medicine, ...changes } }
      : item,
  );
const narrow = (code: string) => changed(code, { isNarrowIndex: true });
const keptApart = {
  name: 'not-exchangeable',
  value: { kind: 'name', value: { ar: 'أتورفاستاتين ب', en: 'Atorvastatin B' } },
  source: 'card',
  asOf: now,
} as const;
const nobodyOrders = { name: 'prescription', value: null, source: 'operator', asOf: null } as const;

/** No longer the same medicine as what is asked for. */
const strangers = rulePack().items.map((item) =>
  item.code === 'METFORMIN-850' && item.medicine !== null
    ? { ...item, medicine: { ...item.medicine, ingredient: 'metformin' } }
    : item,
);

export const prescriptionCases: readonly Case[] = [
  { title: 'asks for none where the contract does not', given: asking(), says: passes },
  {
    title: 'passes on the day before the last of its days',
    given: withRx({ on: day('2026-11-16') }),
    pack: needsRx,
    says: passes,
  },
  { title: 'passes on the last day of its days', given: withRx(), pack: needsRx, says: passes },
  {
    title: 'declines one day after it',
    given: withRx({ on: day('2026-11-14') }),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-expired' },
  },
  {
    title: 'passes on the last day that the prescriber set, sooner than the contract',
    given: withRx({ on: day('2026-11-16'), validDays: 6 }),
    pack: needsRx,
    says: passes,
  },
  {
    title: 'declines one day after it, although the contract allows more',
    given: withRx({ on: day('2026-11-15'), validDays: 6 }),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-expired' },
  },
  {
    title: 'holds to the limit of the contract where the prescriber allows more',
    given: withRx({ on: day('2026-11-14'), validDays: 8 }),
    pack: needsRx,
    says: { ...borne, reason: 'prescription-expired' },
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
    pack: { ...needsCard, items: strangers },
    says: { ...borne, reason: 'prescription-missing' },
  },
  {
    title: 'asks for the one on paper there, where paper will do',
    given: withRx(ordered(30, 0, 'METFORMIN-850')),
    pack: { ...needsRx, items: strangers },
    says: { ...referred('prescription-to-enter'), nearest: { kind: 'enter-prescription' } },
  },
  {
    title: 'passes on one that was entered from paper',
    given: onPaper,
    pack: needsRx,
    says: passes,
  },
  {
    title: 'declines one from paper where only the card will do',
    given: onPaper,
    pack: needsCard,
    says: { ...borne, reason: 'prescription-on-paper' },
  },
  {
    title: 'takes another brand of the same ingredient, strength and form',
    given: withRx(ordered(30, 0, 'ATORVASTATIN-20-B')),
    pack: needsRx,
    says: passes,
  },
  {
    title: 'refers one of a narrow index for which another brand is prescribed, and names that',
    given: withRx(ordered(30, 0, 'ATORVASTATIN-20-B')),
    pack: { ...needsRx, items: narrow('PARACETAMOL-500') },
    says: {
      ...referred('prescription-to-enter'),
      facts: [nobodyOrders, keptApart],
    },
  },
  {
    title: 'declines another brand for one of a narrow index that is prescribed, and names that',
    given: withRx(ordered(30, 0, 'ATORVASTATIN-20-B')),
    pack: { ...needsCard, items: narrow('ATORVASTATIN-20-B') },
    says: { ...borne, reason: 'prescription-missing', facts: [keptApart] },
  },
  {
    title: 'names none where what is prescribed is not known, or is another medicine',
    given: asking(
      {},
      {
        prescriptions: [
          ...prescriptions(prescription(ordered(30, 0, 'NOBODY'))),
          ...prescriptions(prescription(ordered(30, 0, 'CONSULTATION'))),
          ...prescriptions(prescription(ordered(30, 0, 'METFORMIN-850'))),
        ],
      },
    ),
    pack: {
      ...needsCard,
      items: narrow('PARACETAMOL-500').map((item) =>
        item.code === 'METFORMIN-850' && item.medicine !== null
          ? { ...item, medicine: { ...item.medicine, ingredient: 'metformin' } }
          : item,
      ),
    },
    says: { ...borne, reason: 'prescription-missing', facts: [] },
  },
  {
    title: 'names what is prescribed although one place cannot tell',
    given: asking(
      {},
      {
        prescriptions: [
          unknown('unreadable', 'card'),
          ...prescriptions(prescription(ordered(30, 0, 'ATORVASTATIN-20-B'))),
        ],
      },
    ),
    pack: { ...needsCard, items: narrow('ATORVASTATIN-20-B') },
    says: { ...referred('prescription-unknown'), facts: [nobodyOrders, keptApart] },
  },
  {
    title: 'names none for what is no medicine',
    given: input({
      lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      prescriptions: prescriptions(prescription(ordered(30, 0, 'ATORVASTATIN-20-B'))),
    }),
    pack: rulePack({
      itemRules: [
        itemRule({
          scope: { item: 'CONSULTATION' },
          prescription: { ...term, takesPaper: false },
        }),
      ],
      items: narrow('ATORVASTATIN-20-B'),
    }),
    says: { ...borne, reason: 'prescription-missing', facts: [] },
  },
  {
    title: 'passes what two lines fill of one prescription together',
    given: input({
      lines: [paracetamol({ quantity: 20 }), paracetamol({ lineId: 'line-2', quantity: 20 })],
      prescriptions: prescriptions(prescription(ordered(40, 0))),
    }),
    pack: needsRx,
    says: passes,
  },
  {
    title: 'passes one of a narrow index that is itself prescribed',
    given: withRx(),
    pack: { ...needsRx, items: narrow('PARACETAMOL-500') },
    says: passes,
  },
  {
    title: 'takes another brand of the group that the contract states, and no other',
    given: withRx(ordered(30, 0, 'ATORVASTATIN-20-B')),
    pack: { ...needsCard, items: changed('ATORVASTATIN-20-B', { substitutionGroup: 'A' }) },
    says: { ...borne, reason: 'prescription-missing' },
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
  {
    title: 'refers where one of two places cannot tell',
    given: asking(
      {},
      { prescriptions: [known([], 'card', now), unknown('never-synced', 'centre')] },
    ),
    pack: needsCard,
    says: referred('prescription-unknown'),
  },
  {
    title: 'passes one from the card where paper will not do',
    given: withRx(),
    pack: needsCard,
    says: passes,
  },
  {
    title: 'passes one of the day itself',
    given: withRx({ on: day('2026-11-22') }),
    pack: needsRx,
    says: passes,
  },
  {
    title: 'reduces to a single unit of what is sold singly',
    given: withRx(ordered(1, 0, 'CONSULTATION'), {
      ...{ itemCode: 'CONSULTATION', quantity: 2, daysSupply: null },
    }),
    pack: withItemRule({
      scope: { item: 'CONSULTATION' },
      prescription: { ...term, takesPaper: true },
    }),
    says: { outcome: 'reduced', reason: 'prescription-nearly-filled' },
  },
  {
    title: 'asks for none where the contract speaks of it only to say so',
    given: asking(),
    pack: withItemRule({ prescription: { isNeeded: false, validDays: 7, takesPaper: true } }),
    says: { ...passes, clause: null },
  },
];
