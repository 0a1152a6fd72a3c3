import type { Finding } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';

/** One story about one check: what is given, and what the check says of the last line. */
export interface Case {
  readonly title: string;
  readonly given: AdjudicationInput;
  readonly pack?: RulePack;
  readonly says: Partial<Finding>;
}

export const passes = { outcome: 'approved', reason: null } as const;
