import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Ceiling } from '#domain/adjudication/counter-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { rulePack } from '#tests/domain/builders.ts';

export const ceiling: Ceiling = {
  ceilingId: 'YEAR',
  name: { ar: 'السنة', en: 'Year' },
  plans: null,
  scope: null,
  diagnosis: null,
  per: 'calendar-year',
  of: 'member',
  basis: 'net',
  limit: 10_000_00,
  offlineAllowance: null,
  basket: null,
  clause: 'art-11',
};
const visits: Ceiling = { ...ceiling, ceilingId: 'VISITS', basis: 'visits', limit: 4 };
const ofVisit: Ceiling = { ...ceiling, ceilingId: 'VISIT', per: 'visit' };
const ofLine: Ceiling = { ...ceiling, ceilingId: 'LINE', per: 'line' };
export const pack = compilePack(rulePack({ ceilings: [ceiling, visits, ofVisit, ofLine] }));
export const read = openCases(pack);

export const person = {
  memberNumber: '5577811042',
  birthDate: '1968-03-14',
  sex: 'male',
  cover: { plan: 'SILVER', from: '2026-01-01', to: '2026-12-31' },
};
export const claim = {
  date: '2026-11-22',
  lines: [{ item: 'ATORVASTATIN-20', quantity: 30, days: 30 }],
};
export const history = { services: [], supplies: [], prescriptions: [], approvals: [] };
export const whole = { person, provider: 'NAFIS', history, usage: [], claim };

export const prescription = {
  id: 'RX',
  date: '2026-11-20',
  prescriberLicence: '1',
  lines: [{ item: 'ATORVASTATIN-20', quantity: 30, filled: 0 }],
};
export const earlier = { date: '2026-11-01', item: 'ATORVASTATIN-2O', quantity: 1 };
export const ordered = (orderedAt: string) => ({ item: 'ATORVASTATIN-20', orderedAt });
export const approval = { id: 'A', item: 'CONSULTATION', from: '2026-01-01', to: '2026-12-31' };
export const dates = { from: '2026-03-02', to: '2026-03-01' };
export function laidOut(given: object): AdjudicationInput {
  const input = read(given);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  return input.value;
}
export const decide = (given: object) => adjudicate(laidOut(given), pack);
export const reasonOf = (given: object) => decide(given).lines[0]?.findings[0]?.reason;
