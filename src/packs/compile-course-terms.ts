import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import type { PackSource } from './source-schema.ts';

type Written = PackSource['item-rules']['rules'][number];

/** Terms of a course of care; what a rule left out becomes null. */
export const compileCourseTerms = ({
  followUp,
  referral,
  controlled,
  programme,
}: Written): Pick<ItemRule, 'followUp' | 'referral' | 'controlled' | 'programme'> => ({
  followUp:
    followUp === undefined
      ? null
      : {
          days: followUp.days,
          same: followUp.same,
          isAnywhere: followUp.anywhere ?? false,
          isFeeIncluded: followUp.fee === 'included',
        },
  referral:
    referral === undefined
      ? null
      : {
          isNeeded: referral.needed,
          to: referral.to,
          from: referral.from ?? null,
          validDays: referral.validDays,
          isWaivedForEmergency: referral.exceptEmergency ?? false,
        },
  controlled: controlled ?? null,
  programme: programme ?? null,
});
