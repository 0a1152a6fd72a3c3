import { rulePack } from '../builders.ts';
import { about, asking, bornOn, claiming, withDiagnosisRules } from '../terms.ts';
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
  {
    title: 'asks for none where nobody knows the item',
    given: claiming({ diagnoses: [] }, asking({ itemCode: 'NO-SUCH-ITEM' })),
    pack: rulePack({ diagnosisNeededFor: ['medicine'] }),
    says: passes,
  },
  {
    title: 'passes what nobody can read, where the contract has no rule of diagnoses',
    given: saying('no-such-code'),
    says: passes,
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
  {
    title: 'asks nothing of a diagnosis of which no rule speaks',
    given: saying('E78.0'),
    pack: forWomen,
    says: { ...passes, facts: [] },
  },
  {
    title: 'asks nothing of a diagnosis that nobody can read',
    given: saying('no-such-code'),
    pack: forWomen,
    says: { ...passes, facts: [] },
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
    title: 'passes one day after the birthday',
    given: about(bornOn('2008-11-21')),
    pack: adult,
    says: passes,
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
  {
    title: 'asks nothing of a diagnosis of which no rule speaks',
    given: saying('I10'),
    pack: adult,
    says: { ...passes, facts: [] },
  },
  {
    title: 'declines for the second of two diagnoses, where the first suits the age',
    given: about(bornOn('2010-01-01'), saying('I10', 'E78.0')),
    pack: withDiagnosisRules(
      { scope: 'I10', age: { from: { value: 1, unit: 'years' }, to: null } },
      { age: { from: { value: 18, unit: 'years' }, to: null } },
    ),
    says: { ...borne, reason: 'diagnosis-too-young' },
  },
  {
    title: 'refers for the second of two diagnoses, where the first suits the age',
    given: about(bornOn('2008-01-01', 'year'), saying('I10', 'E78.0')),
    pack: withDiagnosisRules(
      { scope: 'I10', age: { from: { value: 1, unit: 'years' }, to: null } },
      { age: { from: { value: 18, unit: 'years' }, to: null } },
    ),
    says: { outcome: 'referred', reason: 'age-unknown-for-diagnosis' },
  },
];
