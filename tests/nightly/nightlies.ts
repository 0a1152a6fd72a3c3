import { fuzz } from './fuzz.ts';
import { guided } from './guided/guided.ts';
import { money } from './money.ts';
import { mutants } from './mutants.ts';
import type { Nightly } from './nightly.ts';
import { tears } from './tears.ts';

/** All of them, by the name under which `npm run nightly` runs them: one file and one line each. */
export const nightlies: Readonly<Record<string, Nightly>> = {
  fuzz,
  guided,
  money,
  mutants,
  tears,
};
