import { day, rulePack } from '../builders.ts';
import { asking, deductible, maximum, taxed, use } from '../terms.ts';
import { type Case, passes } from './case.ts';

// Thirty tablets at one pound: 30.00 payable, of which a fifth is the member's.
const owing = (total: number | null, own: number | null = null) =>
  asking({}, { usage: [use(total, own, { ceilingId: 'DEDUCTIBLE' })] });
const paid = (total: number | null, own: number | null = null) =>
  asking({}, { usage: [use(total, own, { ceilingId: 'MAXIMUM' })] });
const bearing = (changes: Parameters<typeof deductible>[0] = {}) =>
  rulePack({ deductibles: [deductible(changes)] });
const atMost = (changes: Parameters<typeof maximum>[0] = {}) =>
  rulePack({ outOfPocket: [maximum(changes)] });
const lastYear = { from: day('2025-01-01'), to: day('2025-12-31') };

const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];

export const deductibleCases: readonly Case[] = [
  { title: 'asks nothing where there is none', given: asking(), says: passes },
  { title: 'takes nothing away from the line', given: owing(0), pack: bearing(), says: passes },
  { title: 'passes once all is borne', given: owing(10_000), pack: bearing(), says: passes },
  {
    title: 'needs no memory for a visit',
    given: asking(),
    pack: bearing({ per: 'visit' }),
    says: passes,
  },
  {
    title: 'refers where nobody knows what was borne',
    given: asking(),
    pack: bearing(),
    says: referred('deductible-use-unknown'),
  },
  {
    title: 'refers where what is known is of another year',
    given: asking({}, { usage: [use(0, 0, { ceilingId: 'DEDUCTIBLE', period: lastYear })] }),
    pack: bearing({ offlineAllowance: 10_000 }),
    says: referred('deductible-use-unknown'),
  },
  {
    title: 'does not ask what was borne where another deductible is met',
    given: owing(10_000),
    pack: rulePack({ deductibles: [deductible(), deductible({ ceilingId: 'FAMILY' })] }),
    says: passes,
  },
  {
    title: 'charges exactly the terminal’s allowance while the rest is unknown',
    given: owing(null, 1_000),
    pack: bearing({ offlineAllowance: 4_000 }),
    says: passes,
  },
  {
    title: 'charges one minor unit below it',
    given: owing(null, 999),
    pack: bearing({ offlineAllowance: 4_000 }),
    says: passes,
  },
  {
    title: 'refers one minor unit above it',
    given: owing(null, 1_001),
    pack: bearing({ offlineAllowance: 4_000 }),
    says: referred('deductible-allowance-used'),
  },
  {
    title: 'asks nothing for another diagnosis',
    given: asking(),
    pack: bearing({ diagnosis: 'I10' }),
    says: { ...passes, clause: null, shown: {} },
  },
  ...['UNPRICED', 'GLASSES'].map((itemCode) => ({
    title: `asks nothing of what has no price or no share: ${itemCode}`,
    given: asking({ itemCode }),
    pack: bearing({ scope: null, per: 'visit' }),
    says: passes,
  })),
];

export const outOfPocketCases: readonly Case[] = [
  { title: 'asks nothing where there is none', given: asking(), says: passes },
  { title: 'passes below it', given: paid(0), pack: atMost(), says: passes },
  { title: 'passes once it is reached', given: paid(10_000), pack: atMost(), says: passes },
  {
    title: 'needs no memory for a visit',
    given: asking(),
    pack: atMost({ per: 'visit' }),
    says: passes,
  },
  {
    title: 'refers where nobody knows what was paid',
    given: asking(),
    pack: atMost(),
    says: referred('out-of-pocket-use-unknown'),
  },
  {
    title: 'charges one minor unit below it',
    given: paid(null, 399),
    pack: atMost({ offlineAllowance: 1_000 }),
    says: passes,
  },
  {
    title: 'charges exactly the terminal’s allowance while the rest is unknown',
    given: paid(null, 400),
    pack: atMost({ offlineAllowance: 1_000 }),
    says: passes,
  },
  {
    title: 'refers one minor unit above it',
    given: paid(null, 401),
    pack: atMost({ offlineAllowance: 1_000 }),
    says: referred('out-of-pocket-allowance-used'),
  },
  ...[400, 401].map((before) => ({
    title: `counts no tax that the member bears beside the share: ${before} before it`,
    given: paid(null, before),
    pack: taxed(
      { bearer: 'member', isSharedWithPrice: false },
      { outOfPocket: [maximum({ offlineAllowance: 1_000 })] },
    ),
    says: before === 400 ? passes : referred('out-of-pocket-allowance-used'),
  })),
  ...['UNPRICED', 'GLASSES'].map((itemCode) => ({
    title: `asks nothing of what cannot be shared: ${itemCode}`,
    given: asking({ itemCode }, { usage: [use(null, null, { ceilingId: 'MAXIMUM' })] }),
    pack: atMost({ scope: null }),
    says: passes,
  })),
];
