import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { CompiledPack, RulePack } from '#domain/adjudication/rule-pack.ts';
import { prepareExpression } from './conditions/read-expression.ts';

/** Lays a validated pack out for deciding, its conditions' expressions made ready: the same everywhere. */
export const preparePack = (pack: RulePack): CompiledPack => compilePack(pack, prepareExpression);
