import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { AlertCode } from '#domain/clinical/kinds/index.ts';
import type { Severity } from '#domain/clinical/terms.ts';
import type { Told } from '../builders.ts';

/** One story about one kind of alert: what is told, and everything that the kind says of it. */
export interface AlertCase {
  readonly title: string;
  readonly told: Told;
  readonly pack?: RulePack;
  readonly says: readonly (readonly [AlertCode, Severity, ...lineIds: string[]])[];
}
