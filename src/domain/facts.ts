import type { CalendarDate, Instant, Period } from './dates.ts';
import type { Money } from './money.ts';
import type { Bilingual } from './people.ts';

/** Where a fact came from: the member's card, this terminal, the central server, the rule pack, or a person. */
export type Source = 'card' | 'terminal' | 'centre' | 'pack' | 'operator';

/** Why a fact is not known. Unknown is never zero: a check that needs it refers. */
export type Unknown =
  | 'never-synced'
  | 'not-present'
  | 'unreadable'
  | 'unverified'
  | 'card-rolled-back';

/** A fact with its provenance and age, or the reason why it is missing. */
export type Fact<T> =
  | { readonly known: true; readonly value: T; readonly source: Source; readonly asOf: Instant }
  | { readonly known: false; readonly why: Unknown; readonly source: Source };

export const known = <T>(value: T, source: Source, asOf: Instant): Fact<T> => ({
  known: true,
  value,
  source,
  asOf,
});

export const unknown = (why: Unknown, source: Source): Fact<never> => ({
  known: false,
  why,
  source,
});

/** A state that a fact may be in, whose name is a text of the house. */
export type Word =
  | 'proof-genuine'
  | 'proof-copy-suspected'
  | 'proof-forged'
  | 'proof-issuer-unknown'
  | 'proof-unauthenticated'
  | 'proof-none'
  | 'holder-confirmed'
  | 'holder-not-yet'
  | 'holder-refused'
  | 'holder-collected'
  | 'pin-verified'
  | 'pin-wanted'
  | 'pin-blocked'
  | 'pin-not-set'
  | 'pin-no-holder'
  | 'pin-no-card'
  | 'instead-member-number'
  | 'instead-emergency'
  | 'instead-guardian-card'
  | 'instead-mother-card'
  | 'collector-spouse'
  | 'collector-parent'
  | 'collector-child'
  | 'collector-sibling'
  | 'collector-other-relative'
  | 'collector-messenger'
  | 'hotlist-clear'
  | 'hotlist-lost'
  | 'hotlist-stolen'
  | 'hotlist-replaced'
  | 'hotlist-cancelled'
  | 'hotlist-fraud'
  | 'policy-active'
  | 'policy-suspended'
  | 'policy-cancelled'
  | 'sex-male'
  | 'sex-female'
  | 'outpatient'
  | 'inpatient'
  | 'day-case'
  | 'emergency'
  | 'accident-none'
  | 'early-owed'
  | 'early-dose-change'
  | 'early-travel'
  | 'early-lost'
  | 'accident-own'
  | 'accident-traffic'
  | 'accident-work'
  | 'accident-other-party'
  | 'pregnancy-none'
  | 'delivery-vaginal'
  | 'delivery-assisted'
  | 'delivery-caesarean'
  | 'kind-medicine'
  | 'kind-procedure'
  | 'kind-laboratory'
  | 'kind-imaging'
  | 'kind-consultation'
  | 'kind-device'
  | 'pregnancy-stated'
  | 'pregnancy-delivered'
  | 'decided-online';

/**
 * A value that a sentence shows. Its kind tells each language how to write it;
 * `money` is in minor units of the decision's currency.
 */
export type Shown =
  | { readonly kind: 'date'; readonly value: CalendarDate }
  | { readonly kind: 'instant'; readonly value: Instant }
  | { readonly kind: 'period'; readonly value: Period }
  | { readonly kind: 'hours'; readonly value: number }
  | { readonly kind: 'money'; readonly value: Money }
  | { readonly kind: 'days'; readonly value: number }
  | { readonly kind: 'weeks'; readonly value: number }
  | { readonly kind: 'months'; readonly value: number }
  | { readonly kind: 'age'; readonly value: number; readonly unit: 'days' | 'months' | 'years' }
  | { readonly kind: 'units'; readonly value: number }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'percent'; readonly value: number }
  /** Per ten thousand. */
  | { readonly kind: 'rate'; readonly value: number }
  /** In hundredths. */
  | { readonly kind: 'dioptres'; readonly value: number }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'word'; readonly value: Word }
  | { readonly kind: 'name'; readonly value: Bilingual };
