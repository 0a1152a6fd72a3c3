import { money } from '#domain/money.ts';
import { day, input, now } from '../builders.ts';
import {
  about,
  approval,
  approvals,
  asking,
  bornOn,
  known,
  paracetamol,
  unknown,
  withItemRule,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];

const needsApproval = withItemRule({ approval: { isNeeded: true, above: null } });
const above = withItemRule({ approval: { isNeeded: true, above: money(3_000) } });
const withApproval = (...changes: Parameters<typeof approval>) =>
  asking({}, { approvals: approvals(approval(...changes)) });

const atMostTwenty = withItemRule({
  quantity: { perDispensing: 20, perDay: null, maximumDays: null, perPeriod: null },
});

/** A newborn on its mother's card, who bears her number. */
const newbornWith = (...changes: Parameters<typeof approval>) =>
  about(
    bornOn('2026-11-10'),
    asking(
      {},
      { insteadOfCard: { kind: 'mother-card' }, approvals: approvals(approval(...changes)) },
    ),
  );

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
  {
    title: 'refers a number that was told and nobody here knows, and says who told it',
    given: asking({ approvalId: 'A-9' }, { approvals: approvals() }),
    pack: needsApproval,
    says: {
      ...referred('approval-unverified'),
      facts: [
        { name: 'approval', value: { kind: 'code', value: 'A-9' }, source: 'operator', asOf: now },
        { name: 'approval', value: null, source: 'centre', asOf: null },
      ],
    },
  },
  {
    title: 'asks nothing of a number where the contract asks for no approval',
    given: asking({ approvalId: 'A-9' }),
    says: passes,
  },
  {
    title: 'passes a number that is known',
    given: asking({ approvalId: 'A-1' }, { approvals: approvals(approval({ approvalId: 'A-1' })) }),
    pack: needsApproval,
    says: passes,
  },
  { title: 'passes at the amount itself', given: asking(), pack: above, says: passes },
  {
    title: 'refers one tablet above it',
    given: asking({ quantity: 31 }),
    pack: above,
    says: referred('approval-needed'),
  },
  {
    title: 'does not rest a newborn on its mother’s, whose number it bears',
    given: newbornWith(),
    pack: needsApproval,
    says: referred('approval-needed'),
  },
  {
    title: 'passes a newborn with its own',
    given: newbornWith({ bornOn: day('2026-11-10') }),
    pack: needsApproval,
    says: passes,
  },
  {
    title: 'does not rest a newborn on that of one born a day earlier',
    given: newbornWith({ bornOn: day('2026-11-09') }),
    pack: needsApproval,
    says: referred('approval-needed'),
  },
  {
    title: 'does not rest the mother on her newborn’s',
    given: withApproval({ bornOn: day('2026-11-10') }),
    pack: needsApproval,
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
    title: 'passes one fewer than its quantity',
    given: withApproval({ quantity: 31 }),
    pack: needsApproval,
    says: passes,
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
  {
    title: 'asks for none where the contract speaks of it only to say so',
    given: asking(),
    pack: withItemRule({ approval: { isNeeded: false, above: null } }),
    says: passes,
  },
  {
    title: 'counts the price asked, not the list’s, up to the amount',
    given: asking({ unitPrice: money(101) }),
    pack: above,
    says: referred('approval-needed'),
  },
  {
    title: 'refers where no price says whether it is above',
    given: asking({ itemCode: 'UNPRICED' }),
    pack: withItemRule({
      ...{ scope: { item: 'UNPRICED' }, approval: { isNeeded: true, above: money(3_000) } },
    }),
    says: referred('approval-needed'),
  },
  {
    title: 'tells from which amount one is needed',
    given: asking({ quantity: 31 }, { approvals: approvals(approval()) }),
    pack: above,
    says: passes,
  },
  {
    title: 'refers a number that is known, but for another day',
    given: asking(
      { approvalId: 'A-1' },
      {
        approvals: approvals(
          approval({ period: { from: day('2026-11-01'), to: day('2026-11-21') } }),
        ),
      },
    ),
    pack: needsApproval,
    says: referred('approval-not-for-this'),
  },
  {
    title: 'tells the place that knows of it, not one before it that cannot or does not',
    given: asking(
      {},
      {
        approvals: [
          unknown('never-synced', 'centre'),
          known([approval({ approvalId: 'A-2', itemCode: 'METFORMIN-850' })], 'centre', now),
          known(
            [
              approval({ approvalId: 'A-3', itemCode: 'METFORMIN-850' }),
              approval({ quantity: 40 }),
            ],
            'card',
            now,
          ),
        ],
      },
    ),
    pack: needsApproval,
    says: passes,
  },
  {
    title: 'names no clause where an approval carries what the contract asks none for',
    given: withApproval({ waives: ['quantity'] }),
    pack: atMostTwenty,
    says: { ...passes, clause: null },
  },
  {
    title: 'carries an item that the contract does not know',
    given: asking(
      { itemCode: 'NO-SUCH-ITEM' },
      { approvals: approvals(approval({ itemCode: 'NO-SUCH-ITEM', amount: money(1) })) },
    ),
    says: { ...passes, clause: null },
  },
  {
    title: 'reduces to a single unit',
    given: asking(
      { itemCode: 'CONSULTATION', quantity: 2, daysSupply: null },
      { approvals: approvals(approval({ itemCode: 'CONSULTATION', quantity: 1 })) },
    ),
    pack: withItemRule({
      ...{ scope: { item: 'CONSULTATION' }, approval: { isNeeded: true, above: null } },
    }),
    says: { outcome: 'reduced', reason: 'approval-nearly-used' },
  },
  {
    title: 'shows nothing left where lines took more, because it only warned of that',
    given: input({
      lines: [paracetamol(), paracetamol({ lineId: 'line-2' })],
      approvals: approvals(approval({ waives: ['quantity'], quantity: 25, amount: money(2_500) })),
    }),
    pack: { ...atMostTwenty, modes: { 'prior-approval': 'warn' } },
    says: {
      ...{ mode: 'warn', reason: 'approval-used-up' },
      facts: [
        { name: 'approval', value: { kind: 'code', value: 'A-1' }, source: 'centre', asOf: now },
        ...(['units', 'money'] as const).map((kind) => ({
          name: kind === 'units' ? 'approval-quantity' : 'approval-amount',
          ...{ value: { kind, value: 0 }, source: 'centre', asOf: now },
        })),
      ] as NonNullable<Case['says']['facts']>,
    },
  },
  {
    title: 'refers even what costs nothing, where it always needs one',
    given: asking({ unitPrice: money(0) }),
    pack: needsApproval,
    says: referred('approval-needed'),
  },
];
