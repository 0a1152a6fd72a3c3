import { money } from '#domain/money.ts';
import { rulePack } from '../../builders.ts';
import { approval, approvals, asking, ceiling, withItemRule } from '../../terms.ts';
import { consent, perDispensing, type Sum, visits } from './sum.ts';

export const quantities: readonly Sum[] = [
  {
    title: 'of units beyond what is dispensed at once, at a price above the list',
    given: asking({ unitPrice: money(110), consent }),
    pack: withItemRule(perDispensing(20)),
  },
  {
    title: 'of units that are the member’s own, signed for',
    given: asking({ unitPrice: money(110), consent }),
    pack: rulePack({ frequencies: visits(20) }),
  },
  {
    title: 'of units that are the member’s own by the first rule, whose second counts times',
    given: asking({ consent }),
    pack: rulePack({
      frequencies: [
        ...visits(20),
        ...visits(3).map((rule) => ({ ...rule, counts: 'times' as const })),
      ],
    }),
  },
  {
    title: 'of units that are the member’s own, not signed for',
    given: asking({ unitPrice: money(110) }),
    pack: rulePack({ frequencies: visits(20) }),
  },
  {
    title: 'of units beyond either, the contract’s below the provider’s',
    given: asking({ consent }),
    pack: { ...withItemRule(perDispensing(20)), frequencies: visits(10) },
  },
  {
    title: 'of units beyond two bounds of the provider’s, the first of which is lower',
    given: asking({ approvalId: 'A-1' }, { approvals: approvals(approval({ quantity: 20 })) }),
    pack: withItemRule({ ...perDispensing(10), approval: { isNeeded: true, above: null } }),
  },
  {
    title: 'of units beyond two bounds of the provider’s, the first of which is higher',
    given: asking({ approvalId: 'A-1' }, { approvals: approvals(approval({ quantity: 10 })) }),
    pack: withItemRule({ ...perDispensing(20), approval: { isNeeded: true, above: null } }),
  },
  {
    title: 'of all that is asked, where one bound leaves nothing and refers',
    given: asking({}, { approvals: approvals(approval({ quantity: 9 })) }),
    pack: {
      ...withItemRule({ approval: { isNeeded: true, above: null } }),
      ceilings: [ceiling({ per: 'visit', limit: 1_000 })],
    },
  },
  {
    title: 'of units beyond the provider’s bound, and of what a ceiling leaves to who signed',
    given: asking({ consent }),
    pack: {
      ...withItemRule(perDispensing(20)),
      ceilings: [ceiling({ per: 'visit', limit: 1_000 })],
    },
  },
  {
    title: 'of units beyond either, the provider’s below the contract’s',
    given: asking({ consent }),
    pack: { ...withItemRule(perDispensing(10)), frequencies: visits(20) },
  },
];
