import type { Eligibility } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';

/** Body of an `eligibility` event: a card was shown, and this is what the terminal answered. */
export interface EligibilityBody {
  readonly input: AdjudicationInput;
  readonly eligibility: Eligibility;
}
