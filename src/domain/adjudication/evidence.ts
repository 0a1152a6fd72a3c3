import type { CalendarDate, Instant } from '../dates.ts';
import type { Shown, Source } from '../facts.ts';
import type { Money } from '../money.ts';

/** A line's verdict, from best to worst. */
export type LineOutcome = 'approved' | 'reduced' | 'referred' | 'declined';

/** Who bears what is not payable: the provider, or the member by prior signed consent. */
export type Bearer = 'provider' | 'member';

/** One fact that a check looked at, as it is shown and argued about. */
export interface FactUsed {
  /** Names the fact; its label is a text of the house: `cover`, `price`, `last-supply`… */
  readonly name: FactName;
  /** Null when, and only when, the fact is unknown. */
  readonly value: Shown | null;
  readonly source: Source;
  readonly asOf: Instant | null;
}

export type FactName =
  | 'card-authentication'
  | 'holder-confirmation'
  | 'instead-of-card'
  | 'guardian'
  | 'collector'
  | 'collector-relationship'
  | 'collector-id'
  | 'without-card-limit'
  | 'card-validity'
  | 'hotlist'
  | 'policy-status'
  | 'policy-period'
  | 'member-period'
  | 'cover-grace'
  | 'service-date'
  | 'plan'
  | 'plan-since'
  | 'benefit'
  | 'item'
  | 'list-price'
  | 'ordered-at'
  | 'asked-price'
  | 'decree-price'
  | 'discounted-price'
  | 'price-of-whole'
  | 'reference-price'
  | 'tax'
  | 'tax-rate'
  | 'asked-tax'
  | 'due-tax'
  | 'last-supply'
  | 'known-supplies'
  | 'days-supplied'
  | 'repeat-threshold'
  | 'carried-days'
  | 'carried-most'
  | 'days-at-hand'
  | 'early-reason'
  | 'supplier'
  | 'co-insurance'
  | 'provider'
  | 'provider-contract'
  | 'network'
  | 'licences'
  | 'clinician'
  | 'encounter'
  | 'room'
  | 'stay'
  | 'diagnosis'
  | 'sex'
  | 'age'
  | 'known-services'
  | 'earlier-service'
  | 'currency'
  | 'stated-currency'
  | 'panel-price'
  | 'panel-so-far'
  | 'global-before'
  | 'global-after'
  | 'follow-up-days'
  | 'episode'
  | 'referral'
  | 'referral-until'
  | 'referral-from'
  | 'referral-to'
  | 'referrer'
  | 'special-prescription'
  | 'special-uses'
  | 'taker-id'
  | 'batch'
  | 'batch-expiry'
  | 'collectors-listed'
  | 'recalls'
  | 'enrolment'
  | 'programme-monthly'
  | 'programme-next'
  | 'quantity-asked'
  | 'quantity-limit'
  | 'frequency-limit'
  | 'member-start'
  | 'waiting-months'
  | 'accident'
  | 'onset'
  | 'other-cover'
  | 'paid-by-other'
  | 'document'
  | 'delivery'
  | 'tooth'
  | 'surfaces'
  | 'lenses-months'
  | 'refraction-change'
  | 'refraction-threshold'
  | 'prescription'
  | 'prescriber'
  | 'prescription-until'
  | 'not-exchangeable'
  | 'prescribed-quantity'
  | 'filled-quantity'
  | 'approval'
  | 'approval-quantity'
  | 'approval-amount'
  | 'ceiling'
  | 'prorated-limit'
  | 'ceiling-used'
  | 'ceiling-allowance'
  | 'deductible'
  | 'deductible-used'
  | 'deductible-allowance'
  | 'out-of-pocket'
  | 'out-of-pocket-used'
  | 'out-of-pocket-allowance'
  | 'co-payment'
  | 'co-payment-used'
  | 'co-payment-allowance'
  | 'rules-published'
  | 'claim-so-far'
  | 'offline-floor'
  | 'offline-member'
  | 'offline-terminal'
  | 'allergy'
  | 'standing-medicine'
  | 'active-supply'
  | 'interaction-list'
  | 'pregnancy'
  | 'last-period'
  | 'clock-bound'
  | 'clock-wall'
  | 'last-day-close';

/** The nearest change that would make the line pass, or what is left to do where none would. */
export type NearestChange =
  | { readonly kind: 'wait-until'; readonly date: CalendarDate }
  | { readonly kind: 'unit-price'; readonly price: Money }
  | { readonly kind: 'quantity'; readonly quantity: number }
  | { readonly kind: NextStep };

/** A change that a person makes or a thing that a person says; each is entered in one place. */
export type NextStep =
  | 'enter-diagnosis'
  | 'enter-clinician'
  | 'enter-encounter'
  | 'enter-stay'
  | 'state-accident'
  | 'state-other-cover'
  | 'enter-other-payment'
  | 'state-onset'
  | 'state-pregnancy'
  | 'enter-refraction'
  | 'present-referral'
  | 'present-report'
  | 'enter-place' // site, side, tooth, surface, session or modifier of the line
  | 'enter-days'
  | 'enter-prescription'
  | 'enter-controlled' // special prescription, whoever takes it, batch
  | 'insert-card'
  | 'confirm-holder'
  | 'see-patient'
  | 'connect' // what is missing or too old comes from the centre
  | 'set-clock'
  | 'correct-record' // the insurer's data of the person
  | 'other-provider'
  | 'leave-out'
  | 'request-approval'
  | 'member-pays';
