import type { Money } from '../money.ts';
import type { Bilingual } from '../people.ts';
import type { FactValue } from './condition-fact.ts';
import type { ConditionFactName } from './condition-facts.ts';
import type { ItemScope } from './contract-terms.ts';
import type { Bearer } from './evidence.ts';
import type { CheckMode } from './rule-pack.ts';

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
  readonly outcome: 'decline' | 'refer' | 'reduce';
  /** Of a line that is reduced: what is paid of it at most. */
  readonly pays?: PaidPart;
  /** Who bears what is declined, or not paid. */
  readonly bearer: Bearer;
  /** Left out: it is enforced, as far as the check is. */
  readonly mode?: CheckMode;
  /** What the condition says, without a full stop. */
  readonly text: Bilingual;
  readonly clause: string;
}

/** The part of what is payable that is paid, before it is shared; each is left out where it does not bound. */
export interface PaidPart {
  readonly percent?: number;
  /** Minor units for the line. */
  readonly most?: Money;
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
