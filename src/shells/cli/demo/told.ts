import type { LineOutcome } from '#domain/adjudication/decision.ts';
import type { ReasonCode } from '#domain/adjudication/reasons.ts';
import type { Money } from '#domain/money.ts';
import type { Bilingual } from '#domain/people.ts';

/** What a step promises and what came of it, as plain values by name. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** One line of a visit as it was decided; money in minor units. */
export interface LineTold {
  readonly item: Bilingual;
  readonly asked: number;
  readonly allowed: number;
  readonly outcome: LineOutcome;
  readonly claimed: Money;
  readonly insurer: Money;
  readonly member: Money;
  /** What the provider bears. */
  readonly provider: Money;
  readonly reasons: readonly { readonly reason: ReasonCode; readonly sentence: Bilingual }[];
}

/** What a step shows beside its facts. */
export interface Scene {
  readonly person?: Bilingual;
  readonly line?: LineTold;
  readonly notes?: readonly Bilingual[];
}

/** One step of the day, played. */
export interface Told extends Scene {
  readonly step: string;
  readonly title: Bilingual;
  readonly expected: Facts;
  readonly got: Facts;
  /** Whether it came out as expected. */
  readonly ok: boolean;
}
