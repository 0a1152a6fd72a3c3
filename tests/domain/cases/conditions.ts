import type { ConditionRule } from '#domain/adjudication/conditions.ts';
import type { FactUsed } from '#domain/adjudication/evidence.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { known } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { input, now, rulePack } from '../builders.ts';
import { asking, claiming, history, past } from '../terms.ts';
import { type Case, passes } from './case.ts';

const rule = (when: string, changes: Partial<ConditionRule> = {}): ConditionRule => ({
  conditionId: 'other-condition',
  scope: { item: 'PARACETAMOL-500' },
  diagnosis: null,
  plans: null,
  when,
  outcome: 'decline',
  bearer: 'provider',
  text: { ar: 'للبالغين', en: 'for adults' },
  clause: 'art-12',
  ...changes,
});
const having = (...conditions: readonly ConditionRule[]): RulePack => rulePack({ conditions });
const when = (expression: string, changes: Partial<ConditionRule> = {}): RulePack =>
  having(rule(expression, changes));
const declined = {
  outcome: 'declined',
  reason: 'condition-provider-bears',
  bearer: 'provider',
  clause: 'art-12',
} as const;
const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];
const adult = { ...asking().person, birth: { date: '1968-03-14', precision: 'day' } };

const ageFact: FactUsed = {
  ...{ name: 'age', value: { kind: 'count', value: 58 } },
  ...{ source: 'card', asOf: now },
};

export const conditionsCases: readonly Case[] = [
  { title: 'asks nothing where the contract has none', given: asking(), says: passes },
  {
    title: 'passes where the expression does not hold',
    given: asking(),
    pack: when('person.age < 18'),
    says: { ...passes, clause: 'art-12' },
  },
  {
    title: 'declines one year past the age',
    given: asking(),
    pack: when('person.age >= 57'),
    says: declined,
  },
  {
    title: 'declines at exactly the age',
    given: asking(),
    pack: when('person.age >= 58'),
    says: declined,
  },
  {
    title:
      'refers where it asks for a referral that was not entered, and says that one is to be presented',
    given: asking(),
    pack: when('referral.daysSince > 10'),
    says: { ...referred('condition-fact-unknown'), nearest: { kind: 'present-referral' } },
  },
  {
    title: 'refers where it asks for a programme and nobody told who is enrolled',
    given: asking(),
    pack: when('"PAIN" in member.programmes'),
    says: { ...referred('condition-fact-unknown'), nearest: { kind: 'connect' } },
  },
  {
    title: 'passes where the facts that are not known do not matter',
    given: asking(),
    pack: when('item.isControlled && line.daysToExpiry < 30'),
    says: passes,
  },
  { title: 'passes one year later', given: asking(), pack: when('person.age >= 59'), says: passes },
  {
    title: 'lets the member bear what the rule lays on the member',
    given: asking(),
    pack: when('person.age >= 58', { bearer: 'member' }),
    says: { outcome: 'declined', reason: 'condition-member-pays', bearer: 'member' },
  },
  {
    title: 'refers where the rule says so',
    given: asking(),
    pack: when('line.claimed > 2999', { outcome: 'refer' }),
    says: referred('condition-refers'),
  },
  {
    title: 'counts prices in minor units, exactly',
    given: asking(),
    pack: when('line.claimed > 3000', { outcome: 'refer' }),
    says: passes,
  },
  {
    title: 'does not speak of another item',
    given: asking(),
    pack: when('true', { scope: { item: 'METFORMIN-850' } }),
    says: passes,
  },
  {
    title: 'does not speak of another plan',
    given: asking(),
    pack: when('true', { plans: ['GOLD'] }),
    says: passes,
  },
  {
    title: 'does not speak of another diagnosis',
    given: asking(),
    pack: when('true', { diagnosis: 'E10-E14' }),
    says: passes,
  },
  {
    title: 'speaks of its diagnosis',
    given: asking(),
    pack: when('line.diagnosis.startsWith("E78")', { diagnosis: 'E78' }),
    says: declined,
  },
  {
    title: 'refers and names the fact that is not known, and what would make it known',
    given: asking(),
    pack: when('clinician.specialty != "cardiology"'),
    says: {
      ...referred('condition-fact-unknown'),
      shown: {
        text: { kind: 'name', value: { ar: 'للبالغين', en: 'for adults' } },
        condition: { kind: 'code', value: 'other-condition' },
        fact: { kind: 'code', value: 'clinician.specialty' },
      },
      nearest: { kind: 'enter-clinician' },
    },
  },
  {
    title: 'refers for an age that is unverified',
    given: asking({}, { unverified: ['birth'] }),
    pack: when('person.age >= 18'),
    says: referred('condition-fact-unknown'),
  },
  {
    title: 'refers for an age on both sides of which the birth year stands',
    given: asking(
      {},
      { person: { ...adult, birth: { date: '1968-01-01', precision: 'year' } } as never },
    ),
    pack: when('person.age >= 18'),
    says: referred('condition-fact-unknown'),
  },
  {
    title: 'decides without a fact that the rest does not need',
    given: asking(),
    pack: when('clinician.specialty == "cardiology" || person.age >= 58'),
    says: { ...declined, facts: [expectFact('age', 58)] },
  },
  {
    title: 'refers an expression that fails, and names it',
    given: asking(),
    pack: when('line.quantity / (person.age - 58) > 1'),
    says: {
      ...referred('condition-not-evaluable'),
      shown: {
        text: { kind: 'name', value: { ar: 'للبالغين', en: 'for adults' } },
        condition: { kind: 'code', value: 'other-condition' },
      },
    },
  },
  {
    title: 'refers what is no expression',
    given: asking(),
    pack: when('person.age >='),
    says: referred('condition-not-evaluable'),
  },
  {
    title: 'refers when the history does not reach back',
    given: asking(),
    pack: when('history.timesThisYear > 0'),
    says: referred('condition-fact-unknown'),
  },
  {
    title: 'counts what was given in the year',
    given: asking({}, { services: [history([past({})])] }),
    pack: when('history.timesThisYear == 1'),
    says: declined,
  },
  {
    title: 'knows that an item was never given',
    given: asking({}, { services: [history([])] }),
    pack: when('history.daysSinceLast < 90'),
    says: passes,
  },
  {
    title: 'lets a refusal speak before a doubt, and the provider’s before the member’s',
    given: asking(),
    pack: having(
      rule('clinician.specialty == "x"', { conditionId: 'doubt' }),
      rule('true', { conditionId: 'member', bearer: 'member' }),
      rule('true', { conditionId: 'provider' }),
    ),
    says: declined,
  },
  {
    title: 'knows no plan while the membership is unknown',
    given: input({
      ...asking(),
      lines: asking().claim.lines,
      membership: known(null, 'centre', now),
    }),
    pack: when('member.plan == "SILVER"'),
    says: referred('condition-fact-unknown'),
  },
  {
    title: 'reduces a line to the most that the rule pays, one unit above it',
    given: asking(),
    pack: when('true', { outcome: 'reduce', pays: { most: money(2_999) } }),
    says: {
      outcome: 'reduced',
      reason: 'condition-reduces-provider',
      bearer: 'provider',
      nearest: { kind: 'request-approval' },
    },
  },
  {
    title: 'takes nothing from a line that comes to exactly that',
    given: asking(),
    pack: when('true', { outcome: 'reduce', pays: { most: money(3_000) } }),
    says: passes,
  },
  {
    title: 'lets the member bear what a percentage leaves',
    given: asking(),
    pack: when('true', { outcome: 'reduce', pays: { percent: 50 }, bearer: 'member' }),
    says: { outcome: 'reduced', reason: 'condition-reduces-member', bearer: 'member' },
  },
  {
    title: 'refers a line before it is reduced',
    given: asking(),
    pack: having(
      rule('true', { outcome: 'reduce', pays: { percent: 50 } }),
      rule('true', { conditionId: 'second', outcome: 'refer' }),
    ),
    says: referred('condition-refers'),
  },
  {
    title: 'only warns where the rule does',
    given: asking(),
    pack: when('true', { mode: 'warn' }),
    says: { ...declined, mode: 'warn' },
  },
  {
    title: 'only observes where the rule does',
    given: asking(),
    pack: when('true', { mode: 'observe' }),
    says: { ...declined, mode: 'observe' },
  },
  {
    title: 'only observes where the rule does and the check warns',
    given: asking(),
    pack: { ...when('true', { mode: 'observe' }), modes: { conditions: 'warn' } },
    says: { ...declined, mode: 'observe' },
  },
  {
    title: 'only observes where the check does and the rule warns',
    given: asking(),
    pack: { ...when('true', { mode: 'warn' }), modes: { conditions: 'observe' } },
    says: { ...declined, mode: 'observe' },
  },
  {
    title: 'is never louder than the check',
    given: asking(),
    pack: { ...when('true', { mode: 'enforce' }), modes: { conditions: 'warn' } },
    says: { ...declined, mode: 'warn' },
  },
  {
    title: 'tells what is enforced before what is watched, however bad that is',
    given: asking(),
    pack: having(
      rule('true', { mode: 'warn' }),
      rule('true', { conditionId: 'second', outcome: 'refer' }),
    ),
    says: { ...referred('condition-refers'), mode: 'enforce' },
  },
  {
    title: 'tells what is watched before what passes',
    given: asking(),
    pack: having(rule('false'), rule('true', { conditionId: 'second', mode: 'warn' })),
    says: { outcome: 'declined', mode: 'warn' },
  },
  {
    title: 'passes as the check speaks, however softly the rule does',
    given: asking(),
    pack: when('person.age < 18', { mode: 'observe' }),
    says: { ...passes, mode: 'enforce' },
  },
  {
    title: 'tells the facts of what it only watches, where that is all it says',
    given: asking(),
    pack: when('person.age >= 58', { mode: 'observe' }),
    says: { mode: 'observe', facts: [ageFact] },
  },
  {
    title: 'tells no fact of what it only watches beside what decides',
    given: asking(),
    pack: having(
      rule('person.age >= 58'),
      rule('line.quantity > 1', { conditionId: 'watched', mode: 'observe' }),
    ),
    says: { ...declined, facts: [ageFact] },
  },
  {
    title: 'reduces what has no price, as far as anybody knows',
    given: asking({ itemCode: 'UNPRICED' }),
    pack: when('true', { scope: null, outcome: 'reduce', pays: { percent: 50 } }),
    says: { outcome: 'reduced', reason: 'condition-reduces-provider' },
  },
  {
    title: 'asks nothing of an item that the contract does not know, where it is for some',
    given: asking({ itemCode: 'NO-SUCH-ITEM' }),
    pack: when('true'),
    says: passes,
  },
  {
    title: 'asks nothing for a diagnosis where none was entered',
    given: claiming({ diagnoses: [] }),
    pack: when('true', { diagnosis: 'E78' }),
    says: passes,
  },
  {
    title: 'refers to the insurer where it asks for what nobody can enter here',
    given: asking({ itemCode: 'UNPRICED' }),
    pack: when('line.unitPrice > 5', { scope: null }),
    says: { ...referred('condition-fact-unknown'), nearest: { kind: 'request-approval' } },
  },
];

function expectFact(name: 'age', value: number) {
  return { name, value: { kind: 'count', value }, source: 'card', asOf: now } as const;
}
