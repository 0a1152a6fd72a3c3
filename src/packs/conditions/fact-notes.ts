import type { ConditionFactName } from '#domain/adjudication/condition-facts.ts';

/** What each fact is, and when it is not known, for somebody who writes conditions. */
export const factNotes: Readonly<Record<ConditionFactName, string>> = {
  'person.age':
    'Completed years on the service date. Not known while the birth date leaves it open or is unverified.',
  'person.ageMonths': 'Completed months, alike.',
  'person.ageDays': 'Completed days, alike.',
  'person.sex': '`male` or `female`. Not known while it is neither, or unverified.',
  'member.plan': 'The code of the member’s plan. Not known while the membership is not.',
  'member.relationship': '`self`, `spouse`, `child`, `parent` or `other`.',
  'member.daysInsured':
    'Days from the first day of cover without a gap to the service date; 0 on that day.',
  'member.monthsInsured':
    'Whole months of it, as a waiting counts them: on the same day of the month, or on the last of a shorter one.',
  'member.programmes':
    'Codes of the programmes in which the member has a place on the service date. Not known while the enrolment is not.',
  'provider.id': 'The provider’s code.',
  'provider.network': 'The provider’s network. Not known when the pack has no such provider.',
  'clinician.specialty': 'Not known while it was not said who treats.',
  'claim.date': 'The service date, `YYYY-MM-DD`. Texts of dates compare as days do.',
  'claim.encounter': '`outpatient`, `inpatient`, `day-case` or `emergency`.',
  'claim.accident':
    '`none`, `own`, `traffic`, `work` or `other-party`. Not known while it was not said.',
  'claim.documents':
    'Which of `referral` and `report` accompany the claim. Not known while it was not said.',
  'claim.daysSinceOnset':
    'Days from the onset of the complaint to the service date. Not known while it was not said.',
  'claim.stayDays': 'Days in a bed, first and last included. Not known without a stay.',
  'claim.isPregnant':
    'Whether there is a pregnancy and the child is not born yet. Not known while it was not said.',
  'claim.pregnancyWeek':
    'Completed weeks from the first day of the last period to the service date. Not known without that day.',
  'claim.delivery':
    '`vaginal`, `assisted` or `caesarean`; empty before the birth. Not known while nothing was said of a pregnancy.',
  'claim.collectedBy':
    '`spouse`, `parent`, `child`, `sibling`, `other-relative` or `messenger`; empty where the member is here. Not known until the holder is confirmed.',
  'claim.hasReferral': 'Whether a referral was entered, whatever it says.',
  'claim.lines': 'How many lines the claim has.',
  'line.item': 'The item’s code.',
  'line.quantity': 'Base units asked for.',
  'line.days': 'Days that the supply lasts. Not known while they were not entered.',
  'line.unitPrice':
    'Asked for one base unit, else the list price; minor units (5000 is 50.00 at two decimals). Not known without either.',
  'line.claimed': 'Quantity times that price, in minor units.',
  'line.modifier': 'The modifier; empty without one.',
  'line.tooth': 'The FDI number. Not known while it was not said.',
  'line.diagnosis': 'The principal ICD-10 code of the line. Not known while none was stated.',
  'line.diagnoses':
    'All its ICD-10 codes, the principal one first. Not known while none was stated.',
  'line.specialPrescription':
    'The number of the special prescription. Not known while it was not entered.',
  'line.takerId':
    'The id of whoever takes the medicine: the collector’s, else the patient’s. Not known while it was not entered.',
  'line.batch': 'The batch number as it was entered. Not known without one.',
  'line.daysToExpiry':
    'Days to the batch’s last day; 0 on it, negative after it. Not known without a batch.',
  'line.hasApproval': 'Whether the line rests on a prior approval.',
  'item.kind':
    '`medicine`, `procedure`, `laboratory`, `imaging`, `consultation` or `device`. Not known when the pack has no such item.',
  'item.benefit': 'The benefit to which the item belongs.',
  'item.atc': 'The ATC code; empty for what is no medicine.',
  'item.listPrice':
    'The list price of one base unit on the service date, in minor units. Not known without one.',
  'item.isControlled': 'Whether a rule of `controlled` holds of the item.',
  'item.programme': 'The programme to which the item is bound; empty where it is bound to none.',
  'referral.from': 'The specialty that referred. Not known while no referral was entered.',
  'referral.to': 'The specialty to which it sends. Not known while no referral was entered.',
  'referral.licence':
    'The referrer’s licence. Not known while no referral was entered, or where it cannot be read.',
  'referral.diagnosis':
    'The illness that the referral names; empty where it names none. Not known while no referral was entered.',
  'referral.daysSince':
    'Days from the referral’s day to the service date; 0 on that day, negative before it. Not known while no referral was entered.',
  'programme.monthly':
    'Base units of the medicine that the item’s programme approved for a calendar month. Not known without a place there that has the medicine.',
  'programme.leftThisMonth':
    'Base units of them left before this line. Not known either while the month’s history is not.',
  'programme.daysUntilNext':
    'Days until the medicine is due; 0 from that day on. Not known without a place there that has the medicine.',
  'episode.isFollowUp':
    'Whether the consultation follows up another, as the item’s rule of `followUp` says; false without such a rule. Not known while earlier consultations, the clinician or the diagnosis are not.',
  'episode.daysSinceFirst':
    'Days from the episode’s first consultation; 0 on that day, negative where a later one was claimed first. Not known without such a rule, and alike.',
  'history.timesThisMonth':
    'How often the same item was given in the calendar month before this claim. Not known while the history does not reach back to its first day.',
  'history.timesThisYear': 'The same in the calendar year.',
  'history.timesThisPolicyYear': 'The same in the policy’s year.',
  'history.unitsThisPolicyYear':
    'How many units of it. Not known either where the quantity of one is not.',
  'history.daysSinceLast':
    'Days since the same item was last given; 0 on the same day, 100000 when it never was.',
};
