import type { LineOutcome } from '#domain/adjudication/evidence.ts';
import type { PlainFacts } from './plain-facts.ts';
import type { PlainCheck } from './plain-pack.ts';
import type { PlainRule } from './plain-rules.ts';

/** What one check said of one line, as every engine can say it. */
export interface PlainFinding {
  readonly check: PlainCheck;
  readonly outcome: LineOutcome;
  readonly reason: string | null;
}

export interface PlainDecision {
  readonly outcome: LineOutcome;
  /** One finding a check, in the order of the checks. */
  readonly findings: readonly PlainFinding[];
}

/** Another rules engine with the plain rules loaded, once. */
export interface Rival {
  readonly name: string;
  decide(facts: PlainFacts): Promise<PlainDecision>;
}

export type OpenRival = (rules: readonly PlainRule[]) => Rival;
