import type { Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { ClinicalRecord } from '#domain/clinical/alert.ts';

/** Body of a `claim` event: the complete engine input and what the terminal decided on it. */
export interface ClaimBody {
  readonly input: AdjudicationInput;
  readonly decision: Decision;
  readonly receiptNumber: string;
  /** Left out: no medicine was claimed or ordered, or nobody looked. */
  readonly clinical?: ClinicalRecord;
}
