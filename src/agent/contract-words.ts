import type { RulePack } from '#domain/adjudication/rule-pack.ts';

/** Specialties that the contract asks for or accepts referrals from somewhere, by the alphabet. */
export const listSpecialties = ({ itemRules, diagnosisRules }: RulePack): readonly string[] =>
  sorted([
    ...itemRules.flatMap(({ specialties }) => specialties ?? []),
    ...itemRules.flatMap(({ referral }) =>
      referral == null ? [] : [referral.to, ...(referral.from ?? [])],
    ),
    ...diagnosisRules.flatMap(({ conditions }) => conditions?.specialties ?? []),
  ]);

/** Classes of room that some plan of the contract pays or has a bed for: a better one is claimed too. */
export const listRoomClasses = ({ plans }: RulePack): readonly string[] =>
  sorted(
    plans.flatMap(({ stay }) => [
      ...(stay?.roomClasses ?? []),
      ...(stay?.rooms ?? []).map(({ roomClass }) => roomClass),
    ]),
  );

const sorted = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();
