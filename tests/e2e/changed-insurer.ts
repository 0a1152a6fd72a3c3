import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { earlyReasons } from '#domain/claims.ts';
import { addDays, type CalendarDate, type Instant } from '#domain/dates.ts';
import type { Membership } from '#domain/people.ts';
import { buildDemoInsurer, type DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { signReference } from '#packs/signed-reference.ts';
import { itemRule, taxRate, taxRule } from '#tests/domain/terms.ts';

/** How long ago these data were published: past their soft age, so that an ended cover may have been renewed since. */
const age = 8;
const graceDays = 5;

/**
 * The demo insurer with what its contract says nothing of: a tax on a device, reasons for an early supply, days of
 * grace, and ceilings that begin anew with a change of plan. Huda's cover ended within the grace and Rana's before it;
 * Samir changed to his plan lately.
 */
export function buildChangedInsurer(today: CalendarDate): DemoInsurer {
  const ago = (days: number) => addDays(today, -days);
  const insurer = buildDemoInsurer(today, `${ago(age)}T06:00:00.000Z` as Instant);
  const ended = (daysAgo: number) => ({ memberPeriod: { from: ago(900), to: ago(daysAgo) } });
  const changes: Readonly<Record<string, Partial<Membership>>> = {
    '1042778155': { planSince: ago(60) },
    '1042778163': ended(graceDays - 2),
    '1050220322': ended(graceDays + 1),
  };
  const pack = changePack(insurer.pack);
  const reference = {
    ...insurer.reference,
    pack,
    members: insurer.reference.members.map((member) => ({
      ...member,
      membership: { ...member.membership, ...changes[member.person.memberNumber] },
    })),
  };
  return {
    ...insurer,
    ...{ pack, reference },
    signed: signReference(reference, insurer.referenceSigner.sign),
  };
}

const clause = 'art-5-7';

const changePack = (pack: RulePack): RulePack => ({
  ...pack,
  repeat: { ...pack.repeat, accepts: earlyReasons },
  taxes: [taxRule({ clause, rates: [taxRate(1_000, pack.contract.period.from)] })],
  itemRules: [...pack.itemRules, itemRule({ scope: { item: 'DEV-GLU' }, tax: 'sales', clause })],
  offline: { ...pack.offline, membership: { ...pack.offline.membership, graceDays } },
  ceilings: pack.ceilings.map((ceiling) =>
    ceiling.ceilingId === 'CHRONIC-SILVER'
      ? { ...ceiling, basket: null, afterPlanChange: 'prorate' }
      : ceiling,
  ),
});
