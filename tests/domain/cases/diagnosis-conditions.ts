import { money } from '#domain/money.ts';
import { day } from '../builders.ts';
import {
  approval,
  approvals,
  asking,
  claiming,
  conditions,
  unknown,
  withDiagnosisRules,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

const asks = (changes: Parameters<typeof conditions>[0]) =>
  withDiagnosisRules({ scope: 'E78', conditions: conditions(changes) });
const preExisting = asks({ preExistingMonths: 12 });
const began = (onset: string, on = '2026-11-22') =>
  claiming({ onset: day(onset) }, asking({}, { on: day(on) }));
const accident = asks({ asksForAccident: true });

export const diagnosisConditionsCases: readonly Case[] = [
  { title: 'asks nothing where no rule sets conditions', given: asking(), says: passes },
  {
    title: 'passes an illness that began on the day after the first of the cover',
    given: began('2026-01-02'),
    pack: preExisting,
    says: passes,
  },
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
  {
    title: 'asks nothing of a diagnosis of which no rule speaks',
    given: claiming({ diagnoses: ['I10'] }),
    pack: accident,
    says: { ...passes, facts: [] },
  },
  {
    title: 'declines for the second of two diagnoses before it refers for the first',
    given: claiming({ diagnoses: ['I10', 'E78.0'], onset: day('2025-12-31') }),
    pack: withDiagnosisRules(
      { scope: 'I10', conditions: conditions({ needsReport: true }) },
      { scope: 'E78', conditions: conditions({ preExistingMonths: 12 }) },
    ),
    says: { outcome: 'declined', reason: 'condition-pre-existing' },
  },
  {
    title: 'asks for no onset where the contract does not, whoever the member is',
    given: claiming(
      { accident: 'none' },
      asking({}, { membership: unknown('never-synced', 'centre') }),
    ),
    pack: accident,
    says: passes,
  },
  {
    title: 'passes the member’s own accident',
    given: claiming({ accident: 'own' }),
    pack: accident,
    says: passes,
  },
  {
    title: 'passes once it is known what the liable party paid',
    given: claiming({ accident: 'traffic' }, asking({ paidByOther: money(1) })),
    pack: accident,
    says: passes,
  },
  {
    title: 'passes with a referral that was entered',
    given: claiming({
      referral: {
        ...{ fromSpecialty: 'general-practice', licence: 'D-7', toSpecialty: 'cardiology' },
        ...{ on: day('2026-11-01'), validDays: null, diagnosis: null },
      },
    }),
    pack: asks({ needsReferral: true }),
    says: passes,
  },
];
