import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Contradiction } from '../contradiction.ts';
import { readExpression } from './read-expression.ts';

/** Only for authors: a pack in use may name facts that a later program knows; those refer. */
export const findConditionTroubles = ({ conditions }: RulePack): Contradiction[] =>
  conditions.flatMap(({ when }, at) => {
    const read = readExpression(when);
    return read.ok ? [] : [{ path: ['conditions', at, 'when'], why: read.failure }];
  });
