import type { Bench } from './bench.ts';
import { cardBench } from './card/card-bench.ts';
import { claimsBench } from './claims/claims-bench.ts';
import { engineBench } from './engine/engine-bench.ts';
import { replayBench } from './replay/replay-bench.ts';

/** Every bench, by the name under which `npm run bench` runs it: one file and one line each. */
export const benches: Readonly<Record<string, Bench>> = {
  card: cardBench,
  claims: claimsBench,
  engine: engineBench,
  replay: replayBench,
};
