import type { Bilingual } from '../people.ts';
import type { ConditionFactName, FactValue } from './condition-facts.ts';
import type { ItemScope } from './contract-terms.ts';
import type { Bearer } from './evidence.ts';

/** Any other condition of a contract: where the expression holds of a line, the outcome follows. */
export interface ConditionRule {
  readonly conditionId: string;
  /** Null: every item. */
  readonly scope: ItemScope | null;
  /** An ICD-10 scope of the principal diagnosis; null: whatever it is. */
  readonly diagnosis: string | null;
  readonly plans: readonly string[] | null;
  /** CEL over the documented facts, of type bool. */
  readonly when: string;
  readonly outcome: 'decline' | 'refer';
  /** Who bears what is declined. */
  readonly bearer: Bearer;
  /** What the condition says, without a full stop. */
  readonly text: Bilingual;
  readonly clause: string;
}

/** An expression made ready once, to be asked on every line. */
export interface PreparedExpression {
  /** The documented facts that it names. */
  readonly facts: readonly ConditionFactName[];
  /** Null where it cannot be told: a fact that it needs is absent, or the arithmetic fails. */
  evaluate(known: ReadonlyMap<ConditionFactName, FactValue>): boolean | null;
}

/** Makes an expression ready; null when it is none. The engine itself reads no expressions. */
export type PrepareExpression = (when: string) => PreparedExpression | null;

export interface CompiledCondition {
  readonly rule: ConditionRule;
  /** Null: nobody could make it ready. */
  readonly prepared: PreparedExpression | null;
}
