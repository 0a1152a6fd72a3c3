import { unknown } from '#domain/facts.ts';
import { day, input, rulePack } from '../builders.ts';
import {
  about,
  approval,
  approvals,
  asking,
  bornOn,
  ceiling,
  claiming,
  conditions,
  use,
  withDiagnosisRules,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

const borne = { outcome: 'declined', bearer: 'provider' } as const;
const excluded = { outcome: 'declined', reason: 'diagnosis-excluded', bearer: 'member' } as const;
const saying = (...diagnoses: string[]) => claiming({ diagnoses });

export const diagnosisCoveredCases: readonly Case[] = [
  { title: 'asks for no diagnosis where the contract does not', given: saying(), says: passes },
  {
    title: 'refers where it does',
    given: saying(),
    pack: rulePack({ diagnosisNeededFor: ['medicine'] }),
    says: { outcome: 'referred', reason: 'diagnosis-missing' },
  },
  {
    title: 'does not ask for it with another kind of item',
    given: saying(),
    pack: rulePack({ diagnosisNeededFor: ['imaging'] }),
    says: passes,
  },
  {
    title: 'declines an excluded code, borne by the member',
    given: saying('E78.0'),
    pack: withDiagnosisRules({ isCovered: false }),
    says: { ...excluded, clause: 'art-21', nearest: { kind: 'member-pays' } },
  },
  {
    title: 'declines by category, block and chapter alike',
    given: saying('E78.0'),
    pack: withDiagnosisRules({ scope: 'E00-E90', isCovered: false }),
    says: excluded,
  },
  {
    title: 'lets the narrower rule win: a block within an excluded chapter',
    given: saying('E78.0'),
    pack: withDiagnosisRules(
      { scope: 'E00-E90', isCovered: false },
      { scope: 'E70-E90', isCovered: true, clause: 'art-21-2' },
    ),
    says: { ...passes, clause: 'art-21-2' },
  },
  {
    title: 'lets the code win over its category',
    given: saying('E78.0'),
    pack: withDiagnosisRules({ scope: 'E78', isCovered: true }, { isCovered: false }),
    says: excluded,
  },
  {
    title: 'does not reach the category before the block',
    given: saying('E69.9'),
    pack: withDiagnosisRules({ scope: 'E70-E90', isCovered: false }),
    says: passes,
  },
  {
    title: 'does not reach the category after it',
    given: saying('F00'),
    pack: withDiagnosisRules({ scope: 'E70-E90', isCovered: false }),
    says: passes,
  },
  {
    title: 'goes by the principal diagnosis',
    given: saying('I10', 'E78.0'),
    pack: withDiagnosisRules({ isCovered: false }),
    says: passes,
  },
  {
    title: 'goes by what the line itself is for',
    given: asking({ diagnoses: ['I10'] }),
    pack: withDiagnosisRules({ isCovered: false }),
    says: passes,
  },
  {
    title: 'holds a rule of another plan for nothing',
    given: saying('E78.0'),
    pack: withDiagnosisRules({ isCovered: false, plans: ['GOLD'] }),
    says: passes,
  },
  {
    title: 'refers a text that is no code',
    given: saying('flu'),
    pack: withDiagnosisRules({ isCovered: false }),
    says: { outcome: 'referred', reason: 'diagnosis-unreadable' },
  },
];

const forWomen = withDiagnosisRules({ scope: 'O00-O99', sex: 'female' });
const forMen = withDiagnosisRules({ scope: 'N40-N51', sex: 'male' });

export const diagnosisSexCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of sex', given: asking(), says: passes },
  { title: 'passes a man’s diagnosis of a man', given: saying('N40'), pack: forMen, says: passes },
  {
    title: 'declines a woman’s diagnosis of a man, as the provider’s mistake',
    given: saying('I10', 'O80.9'),
    pack: forWomen,
    says: { ...borne, reason: 'diagnosis-women-only', clause: 'art-21' },
  },
  {
    title: 'declines a man’s diagnosis of a woman',
    given: about({ sex: 'female' }, saying('N40')),
    pack: forMen,
    says: { ...borne, reason: 'diagnosis-men-only' },
  },
  {
    title: 'refers where the sex is unknown',
    given: about({ sex: 'unknown' }, saying('N40')),
    pack: forMen,
    says: { outcome: 'referred', reason: 'sex-unknown-for-diagnosis' },
  },
  {
    title: 'refers, not declines, where the sex is marked unverified',
    given: { ...saying('O80.9'), unverified: ['sex'] },
    pack: forWomen,
    says: { outcome: 'referred', reason: 'sex-unknown-for-diagnosis' },
  },
];

const newborn = withDiagnosisRules({
  age: { from: null, to: { value: 28, unit: 'days' } },
});
const adult = withDiagnosisRules({
  age: { from: { value: 18, unit: 'years' }, to: null },
});

export const diagnosisAgeCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of age', given: asking(), says: passes },
  {
    title: 'passes on the last day of the range',
    given: about(bornOn('2026-10-25')),
    pack: newborn,
    says: passes,
  },
  {
    title: 'declines one day after it',
    given: about(bornOn('2026-10-24')),
    pack: newborn,
    says: { ...borne, reason: 'diagnosis-too-old' },
  },
  {
    title: 'passes on the birthday itself',
    given: about(bornOn('2008-11-22')),
    pack: adult,
    says: passes,
  },
  {
    title: 'declines one day before it',
    given: about(bornOn('2008-11-23')),
    pack: adult,
    says: { ...borne, reason: 'diagnosis-too-young' },
  },
  {
    title: 'refers where the year alone is known and leaves it open',
    given: about(bornOn('2008-01-01', 'year')),
    pack: adult,
    says: { outcome: 'referred', reason: 'age-unknown-for-diagnosis' },
  },
];

const asks = (changes: Parameters<typeof conditions>[0]) =>
  withDiagnosisRules({ scope: 'E78', conditions: conditions(changes) });
const preExisting = asks({ preExistingMonths: 12 });
const began = (onset: string, on = '2026-11-22') =>
  claiming({ onset: day(onset) }, asking({}, { on: day(on) }));
const accident = asks({ asksForAccident: true });

export const diagnosisConditionsCases: readonly Case[] = [
  { title: 'asks nothing where no rule sets conditions', given: asking(), says: passes },
  {
    title: 'passes an illness that began on the first day of the cover',
    given: began('2026-01-01'),
    pack: preExisting,
    says: passes,
  },
  {
    title: 'declines one that began the day before, and says from when it is covered',
    given: began('2025-12-31'),
    pack: preExisting,
    says: {
      outcome: 'declined',
      reason: 'condition-pre-existing',
      bearer: 'member',
      nearest: { kind: 'wait-until', date: day('2027-01-01') },
    },
  },
  {
    title: 'passes it from that day on',
    given: began('2025-12-31', '2027-01-01'),
    pack: preExisting,
    says: passes,
  },
  {
    title: 'refers where it was not said when it began',
    given: asking(),
    pack: preExisting,
    says: { outcome: 'referred', reason: 'onset-unknown' },
  },
  {
    title: 'refers where the start of the cover is unknown',
    given: { ...began('2025-12-31'), membership: unknown('never-synced', 'centre') },
    pack: preExisting,
    says: { outcome: 'referred', reason: 'onset-unknown' },
  },
  {
    title: 'refers where it was not said whether it is an accident',
    given: asking(),
    pack: accident,
    says: { outcome: 'referred', reason: 'accident-not-said' },
  },
  {
    title: 'passes where it is none',
    given: claiming({ accident: 'none' }),
    pack: accident,
    says: passes,
  },
  {
    title: 'refers where somebody else may be liable',
    given: claiming({ accident: 'traffic' }),
    pack: accident,
    says: { outcome: 'referred', reason: 'third-party-liable' },
  },
  {
    title: 'refers without the referral',
    given: claiming({ documents: ['report'] }),
    pack: asks({ needsReferral: true }),
    says: { outcome: 'referred', reason: 'referral-missing' },
  },
  {
    title: 'refers without the report',
    given: claiming({ documents: ['referral'] }),
    pack: asks({ needsReferral: true, needsReport: true }),
    says: { outcome: 'referred', reason: 'report-missing' },
  },
  {
    title: 'passes with both',
    given: claiming({ documents: ['referral', 'report'] }),
    pack: asks({ needsReferral: true, needsReport: true }),
    says: passes,
  },
  {
    title: 'refers another than the specialist',
    given: claiming({ clinician: { name: 'x', licence: '1', specialty: 'general' } }),
    pack: asks({ specialties: ['cardiology'] }),
    says: { outcome: 'referred', reason: 'specialist-needed' },
  },
  {
    title: 'passes the specialist',
    given: claiming({ clinician: { name: 'x', licence: '1', specialty: 'cardiology' } }),
    pack: asks({ specialties: ['cardiology'] }),
    says: passes,
  },
  {
    title: 'refers without an approval',
    given: asking(),
    pack: asks({ needsApproval: true }),
    says: { outcome: 'referred', reason: 'diagnosis-needs-approval' },
  },
  {
    title: 'passes with one',
    given: asking({}, { approvals: approvals(approval()) }),
    pack: asks({ needsApproval: true }),
    says: passes,
  },
];

const lipids = (changes: Parameters<typeof ceiling>[0] = {}) =>
  rulePack({ ceilings: [ceiling({ scope: null, diagnosis: 'E78', ...changes })] });
// Thirty tablets at one pound: 30.00, of which the insurer's share is 24.00.
const spent = (total: number | null, own: number | null = null) =>
  asking({}, { usage: [use(total, own)] });

export const diagnosisCeilingCases: readonly Case[] = [
  { title: 'asks nothing where no diagnosis has a ceiling', given: asking(), says: passes },
  {
    title: 'passes exactly what is left',
    given: spent(100_000 - 2_400),
    pack: lipids(),
    says: passes,
  },
  {
    title: 'reduces what is one minor unit above, at the member’s cost',
    given: spent(100_000 - 2_399),
    pack: lipids(),
    says: { outcome: 'reduced', reason: 'diagnosis-ceiling-nearly-used', bearer: 'member' },
  },
  {
    title: 'declines when nothing is left',
    given: spent(100_000),
    pack: lipids(),
    says: { outcome: 'declined', reason: 'diagnosis-ceiling-used-up', bearer: 'member' },
  },
  {
    title: 'refers when nobody knows what was used',
    given: asking(),
    pack: lipids(),
    says: { outcome: 'referred', reason: 'diagnosis-ceiling-use-unknown' },
  },
  {
    title: 'refers beyond the terminal’s allowance',
    given: spent(null, 0),
    pack: lipids({ offlineAllowance: 2_399 }),
    says: { outcome: 'referred', reason: 'diagnosis-ceiling-allowance-used' },
  },
  {
    title: 'does not hold for another diagnosis',
    given: claiming({ diagnoses: ['I10'] }, spent(100_000)),
    pack: lipids(),
    says: passes,
  },
  {
    title: 'counts visits: the last one passes',
    given: spent(2),
    pack: lipids({ basis: 'visits', limit: 3 }),
    says: passes,
  },
  {
    title: 'counts visits: the one after is declined',
    given: spent(3),
    pack: lipids({ basis: 'visits', limit: 3 }),
    says: { outcome: 'declined', reason: 'diagnosis-ceiling-used-up' },
  },
  {
    title: 'counts units, in whole packs',
    given: spent(5),
    pack: lipids({ basis: 'units', limit: 30 }),
    says: { outcome: 'reduced', reason: 'diagnosis-ceiling-nearly-used' },
  },
  {
    title: 'counts units: less than a pack is nothing',
    given: spent(21),
    pack: lipids({ basis: 'units', limit: 30 }),
    says: { outcome: 'declined', reason: 'diagnosis-ceiling-used-up' },
  },
  { title: 'is silent without a price', given: input(), pack: lipids({ plans: [] }), says: passes },
];
