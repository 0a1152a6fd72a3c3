import type { StayTerm } from '#domain/adjudication/contract-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Stay } from '#domain/circumstances.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { addDays } from '#domain/dates.ts';
import { day, type InputChanges, rulePack, today } from '../builders.ts';
import {
  approval,
  approvals,
  asking,
  ceiling,
  claiming,
  history,
  paracetamol,
  past,
  taxed,
  taxRate,
} from '../terms.ts';

/** Paracetamol stands for a day in the second class, at 1.00; atorvastatin for one in the first, at 6.60. */
export const beds = [
  { roomClass: 'second', item: 'PARACETAMOL-500' },
  { roomClass: 'first', item: 'ATORVASTATIN-20' },
];
export const withStay = (
  changes: Partial<StayTerm> = {},
  pack: RulePack = rulePack(),
): RulePack => {
  const stay = {
    maximumDays: 3,
    roomClasses: ['second'],
    rooms: beds,
    clause: 'art-23',
    ...changes,
  };
  return { ...pack, plans: pack.plans.map((plan) => ({ ...plan, stay })) };
};
export const upgrading = withStay({ isUpgradePaidByMember: true });

/** From 22 November, in the second class. */
export const until = (to: string, roomClass = 'second'): Stay => ({
  from: today,
  to: day(to),
  roomClass,
});
export const lying = (
  stay: Stay,
  line: Partial<ClaimLine> = {},
  changes: InputChanges = {},
): ReturnType<typeof asking> =>
  claiming(
    { encounter: 'inpatient', stay },
    asking({ quantity: 3, daysSupply: null, ...line }, changes),
  );
export const first = { itemCode: 'ATORVASTATIN-20' };
export const threeDays = until('2026-11-24');

/** Three days in the second class from another day on. */
export const fromOn = (date: string): [Stay, Partial<ClaimLine>, InputChanges] => [
  { from: day(date), to: addDays(day(date), 2), roomClass: 'second' },
  {},
  { on: day(date) },
];
export const counting = (...changes: Parameters<typeof ceiling>[0][]) =>
  withStay({}, rulePack({ ceilings: changes.map(ceiling) }));
export const rising = (date: string) =>
  taxed({
    rates: [taxRate(1_000, '2026-01-01', addDays(day(date), -1)), taxRate(1_100, date)],
  });

/** In a bed of three days, after another line of the claim. */
export const lyingAfter = (before: Partial<ClaimLine>, quantity: number) => {
  const given = lying(threeDays, { quantity });
  const earlier = paracetamol({ lineId: 'first', daysSupply: null, ...before });
  return claiming({ lines: [earlier, ...given.claim.lines] }, given);
};

export const granted = (...quantities: readonly (number | null)[]) => ({
  approvals: approvals(
    ...quantities.map((quantity, at) => approval({ approvalId: `A-${at}`, quantity })),
  ),
});
export const before = (on: string, quantity: number) => ({
  services: [history([past({ on: day(on), quantity })])],
});
