import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Course } from '#domain/adjudication/contract-terms.ts';
import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import { money } from '#domain/money.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { findCourseTroubles } from '#packs/find-course-troubles.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { rulePack } from '../../domain/builders.ts';
import { itemRule, withBenefit } from '../../domain/terms.ts';

const followUp = { days: 14, same: 'clinician', isAnywhere: false, isFeeIncluded: true } as const;
const once = (per: Course, changes: Partial<ItemRule> = {}) =>
  rulePack({
    ...withBenefit('medicines', { coPayment: { amount: money(500), per } }),
    itemRules: [itemRule({ scope: { kind: 'consultation' }, followUp, ...changes })],
  });

describe('a co-payment once an episode', () => {
  const troubles = (changes: Partial<ItemRule>) =>
    findCourseTroubles(once('episode', changes)).map(({ why }) => why);

  it('asks for a rule of follow-ups that holds of the plan', () => {
    expect(troubles({})).toEqual([]);
    expect(troubles({ plans: ['SILVER'] })).toEqual([]);
    const why =
      'no rule of followUp holds of plan "SILVER", so that every visit opens an episode: write one, or write visit';
    expect(troubles({ plans: ['GOLD'] })).toEqual([why]);
  });
});

describe('a case with a co-payment once of a course', () => {
  const prescription = {
    ...{ id: 'RX-1', date: '2026-11-20', prescriberLicence: 'D-1', episode: 'C-1' },
    lines: [{ item: 'PARACETAMOL-500', quantity: 90, filled: 0 }],
  };
  const given = (usage: readonly object[]) => ({
    person: {
      ...{ memberNumber: '5577811042', birthDate: '1968-03-14', sex: 'male' },
      cover: { plan: 'SILVER', from: '2026-01-01', to: '2026-12-31' },
    },
    provider: 'NAFIS',
    history: { services: [], supplies: [], prescriptions: [prescription], approvals: [] },
    usage,
    claim: {
      ...{ date: '2026-11-22', diagnoses: ['E78.0'] },
      lines: [{ item: 'PARACETAMOL-500', quantity: 30, days: 10 }],
    },
  });
  const ceiling = 'co-payment/SILVER/medicines';
  const read = (per: Course, usage: readonly object[]) =>
    openCases(preparePack(once(per)))(given(usage));

  it.each<[Course, readonly object[], number]>([
    ['prescription', [], 500],
    ['prescription', [{ ceiling, course: 'RX-1', used: '2.00' }], 300],
    ['prescription', [{ ceiling, course: 'RX-2', used: '2.00' }], 500],
    ['episode', [{ ceiling, course: 'C-1', used: '4.99' }], 1],
    ['episode', [{ ceiling, course: 'C-2', used: '4.99' }], 500],
  ])('once of a %s, used %j, leaves %i', (per, usage, fixed) => {
    const input = read(per, usage);
    if (!input.ok) throw new Error(JSON.stringify(input.failure));
    const [line] = adjudicate(input.value, preparePack(once(per))).lines;
    expect(line?.coPayment).toBe(fixed);
  });

  it('says that it must name the course', () => {
    const problem = {
      path: 'usage[0].course',
      why: `"${ceiling}" is counted once a prescription: write which`,
    };
    expect(read('prescription', [{ ceiling, used: '2.00' }])).toMatchObject({ failure: [problem] });
  });
});
