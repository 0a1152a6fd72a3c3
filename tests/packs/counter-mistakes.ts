import type { Mistake } from './mistake.ts';

/** The demo's ceilings with a deductible after them. */
function withDeductible(
  changes: Readonly<Record<string, string>>,
  list: 'deductibles' | 'outOfPocket' = 'deductibles',
) {
  const last = '    limit: 156\n    offlineAllowance: 24\n    clause: art-11-1\n';
  const deductible = {
    id: 'YEARLY',
    name: '{ ar: مبلغ التحمّل, en: Deductible }',
    per: 'policy-year',
    of: 'member',
    amount: '"100.00"',
    clause: 'art-11-1',
    ...changes,
  };
  const fields = Object.entries(deductible).map(([name, value]) => `${name}: ${value}`);
  const to = `${last}${list}:\n  - ${fields.join('\n    ')}\n`;
  return { file: 'ceilings.yaml', from: last, to };
}

/** Mistakes in what a contract counts over a period. */
export const counterMistakes: readonly Mistake[] = [
  {
    did: 'let the offline allowance exceed the ceiling',
    file: 'ceilings.yaml',
    from: 'offlineAllowance: "3000.00"',
    to: 'offlineAllowance: "12000.01"',
    where: /^ceilings\[0\]\.offlineAllowance \(line \d+\)$/,
    why: /^the offline allowance exceeds the ceiling/,
  },
  {
    did: 'let a card count by the month',
    file: 'ceilings.yaml',
    from: 'per: policy-year\n    of: member\n    basis: net\n    limit: "12000.00"',
    to: 'per: month\n    of: member\n    basis: net\n    limit: "12000.00"',
    where: /^ceilings\[0\]\.basket/,
    why: /^a card counts by the policy year or the calendar year only/,
  },
  {
    did: 'let a card count for a family',
    file: 'ceilings.yaml',
    from: 'of: member\n    basis: net\n    limit: "12000.00"',
    to: 'of: family\n    basis: net\n    limit: "12000.00"',
    where: /^ceilings\[0\]\.basket/,
    why: /^a card does not know what the rest of the family used/,
  },
  {
    did: 'wrote a ceiling of one unit more than a card can count',
    file: 'ceilings.yaml',
    from: 'limit: "12000.00"',
    to: 'limit: "16777215.00"',
    where: /^ceilings\[0\]\.basket/,
    why: /^the ceiling has more units than a card can count: write a larger unit$/,
  },
  {
    did: 'counted one basket in two units',
    file: 'ceilings.yaml',
    from: 'basket: { number: 1, unit: 100 }',
    to: 'basket: { number: 1, unit: 50 }',
    where: /^ceilings\[1\]\.basket/,
    why: /^basket 1 counts something else in another ceiling/,
  },
  {
    did: 'counted a basket twice in one plan',
    file: 'ceilings.yaml',
    from: 'plans: [silver]',
    to: 'plans: [silver, basic]',
    where: /^ceilings\[1\]\.basket/,
    why: /^basket 1 is counted twice in plan "basic": use another number$/,
  },
  {
    did: 'counted baskets of one plan by two years',
    file: 'ceilings.yaml',
    from: 'per: policy-year\n    of: member\n    basis: units\n    limit: 156',
    to: 'per: calendar-year\n    of: member\n    basis: units\n    basket: { number: 2, unit: 1 }\n    limit: 156',
    where: /^ceilings\[5\]\.basket/,
    why: /^a card keeps one year, and plan "silver" counts baskets by two: use one period/,
  },
  {
    did: 'named a plan that does not exist',
    file: 'ceilings.yaml',
    from: 'plans: [silver]',
    to: 'plans: [sliver]',
    where: /^ceilings\[0\]\.plans\[0\]/,
    why: /^plan "sliver" is not among the plans/,
  },
  {
    did: 'used the id of a ceiling twice',
    file: 'ceilings.yaml',
    from: 'ceilingId: CHRONIC-BASIC',
    to: 'ceilingId: CHRONIC-SILVER',
    where: /^ceilings\[1\]\.ceilingId/,
    why: /^ceiling, deductible or maximum "CHRONIC-SILVER" is there twice/,
  },
  {
    did: 'gave a deductible the id of a ceiling',
    ...withDeductible({ id: 'DIALYSIS' }),
    where: /^deductibles\[0\]\.id \(line 60\)$/,
    why: /^ceiling, deductible or maximum "DIALYSIS" is there twice/,
  },
  {
    did: 'let a terminal charge more than the whole deductible',
    ...withDeductible({ offlineAllowance: '"100.01"' }),
    where: /^deductibles\[0\]\.offlineAllowance \(line \d+\)$/,
    why: /^the offline allowance exceeds the ceiling/,
  },
  {
    did: 'wrote one decimal too many in a deductible',
    ...withDeductible({ amount: '"100.005"' }),
    where: /^deductibles\[0\]\.amount \(line \d+\)$/,
    why: /^"100.005" is not an amount of SYP/,
  },
  {
    did: 'let a deductible hold of a benefit that there is none of',
    ...withDeductible({ for: '{ benefits: [dental, teeth] }' }),
    where: /^deductibles\[0\]\.for \(line \d+\)$/,
    why: /^benefit "teeth" is not among the benefits/,
  },
  {
    did: 'let a family bear the deductible of a visit',
    ...withDeductible({ per: 'visit', of: 'family' }),
    where: /^deductibles\[0\]\.of \(line \d+\)$/,
    why: /^a visit is one member’s: write of: member$/,
  },
  {
    did: 'let a family pay the most of a visit',
    ...withDeductible({ per: 'visit', of: 'family' }, 'outOfPocket'),
    where: /^outOfPocket\[0\]\.of \(line \d+\)$/,
    why: /^a visit is one member’s: write of: member$/,
  },
  ...(
    [
      [
        'visit',
        'member',
        /^no plan changes within it, so that there is nothing to carry: remove it$/,
      ],
      [
        'policy-year',
        'family',
        /^what the rest of the family used does not go with one member’s plan/,
      ],
    ] as const
  ).map(([per, of, why]) => ({
    did: `let a deductible of a ${of}’s ${per} begin anew with a plan`,
    ...withDeductible({ per, of, afterPlanChange: 'reset' }),
    where: /^deductibles\[0\]\.afterPlanChange \(line \d+\)$/,
    why,
  })),
  {
    did: 'let a lifetime begin anew with a plan',
    file: 'ceilings.yaml',
    from: 'per: policy-year\n    of: member\n    basis: units',
    to: 'per: lifetime\n    of: member\n    afterPlanChange: prorate\n    basis: units',
    where: /^ceilings\[5\]\.afterPlanChange \(line \d+\)$/,
    why: /^a lifetime does not begin anew with a plan: write carry$/,
  },
  {
    did: 'let a card’s basket begin anew with a plan',
    file: 'ceilings.yaml',
    from: 'limit: "12000.00"',
    to: 'limit: "12000.00"\n    afterPlanChange: reset',
    where: /^ceilings\[0\]\.afterPlanChange \(line \d+\)$/,
    why: /^a card counts the whole year, whatever the plan: write carry, or remove the basket$/,
  },
  {
    did: 'named an unknown benefit in a deductible',
    ...withDeductible({ for: '{ benefit: teeth }' }),
    where: /^deductibles\[0\]\.for \(line \d+\)$/,
    why: /^benefit "teeth" is not among the benefits/,
  },
];
