import type { Clinician } from './circumstances.ts';
import type { ServicePlace } from './claims.ts';
import type { CalendarDate } from './dates.ts';

/**
 * An earlier supply of a medicine that may still last, as known from the card, this terminal or the centre.
 * The supply covers `days` days, the last of which is `endsOn`.
 */
export interface Supply {
  /** The insurer's 24-bit code of the repeat key (ingredient, route, strength where stated). */
  readonly repeatCode: number;
  readonly endsOn: CalendarDate;
  readonly days: number;
  /**
   * Its own days, where `days` also counts what was left over of earlier supplies, as a card's row may; null where
   * the card does not tell. Left out: `days`, if who supplied it is known.
   */
  readonly ownDays?: number | null;
  /** Base units supplied, where known. */
  readonly quantity: number | null;
  /** Who supplied it, where known. */
  readonly providerId: string | null;
}

/** An earlier service or supply, of which more is known than when the next is due. */
export interface PastService {
  readonly itemCode: string;
  readonly on: CalendarDate;
  /** Base units; null where that is not known. */
  readonly quantity: number | null;
  readonly providerId: string | null;
  /** Null where nobody recorded it, as on the card. */
  readonly place: ServicePlace | null;
  readonly modifier: string | null;
  /** Who treated, the principal diagnosis and the episode; each is left out where nobody recorded it. */
  readonly clinician?: Pick<Clinician, 'licence' | 'specialty'>;
  readonly diagnosis?: string;
  readonly episode?: string;
}

/** What one place knows of earlier services. */
export interface ServiceHistory {
  /** The first day from which nothing is missing; null: from the beginning. */
  readonly since: CalendarDate | null;
  readonly services: readonly PastService[];
}

/** A supply for which a special prescription was used up. */
export interface SpecialUse {
  /** The number of the special form, as `asWritten` compares it. */
  readonly number: string;
  readonly on: CalendarDate;
  readonly itemCode: string;
  /** Where; null where that is not known. */
  readonly providerId: string | null;
}
