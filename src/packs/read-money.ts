import type { Money } from '#domain/money.ts';
import type { Path } from './problem.ts';
import type { Topic } from './source-schema.ts';

/** Reads an amount at its place in the source; what the currency cannot hold is reported. */
export type ReadMoney = (text: string, topic: Topic, path: Path) => Money;
