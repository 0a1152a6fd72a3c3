import { counterMistakes } from './counter-mistakes.ts';
import { listMistakes } from './list-mistakes.ts';
import type { Mistake } from './mistake.ts';
import { priceMistakes } from './price-mistakes.ts';
import { termMistakes } from './term-mistakes.ts';

/** Files whose shape is right and whose content is not. */
export const contentMistakes: readonly Mistake[] = [
  ...listMistakes,
  ...priceMistakes,
  ...termMistakes,
  ...counterMistakes,
];
