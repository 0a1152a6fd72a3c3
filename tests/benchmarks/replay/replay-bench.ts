import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import { replayClaims } from '#packs/replay/replay-claims.ts';
import type { Bench, BenchSize } from '../bench.ts';
import { generateClaims } from '../engine/generate-claims.ts';
import { plainPack } from '../engine/plain-pack.ts';

const sizes: Readonly<Record<BenchSize, { claims: number; prices: number }>> = {
  full: { claims: 100_000, prices: 50_000 },
  tiny: { claims: 50, prices: 500 },
};

/** As many claims as are generated at once: the stream never holds more. */
const batch = 1_000;
const linesEach = 4;

export const replayBench: Bench = {
  about: 'decides past claims with two packs: 100,000 of them are to take less than 60 s',
  async run(size, say) {
    const { claims, prices } = sizes[size];
    const before = plainPack(prices);
    say(`Replaying ${claims} claims of ${linesEach} lines …`);
    globalThis.gc?.();
    const heap = process.memoryUsage().heapUsed;
    let most = heap;
    const generating = { wall: 0, processor: 0 };
    const stream = function* () {
      for (let done = 0; done < claims; done += batch) {
        const start = now();
        const count = Math.min(batch, claims - done);
        const lines = generateClaims(count, linesEach, prices, done + 1).map((claim, at) =>
          JSON.stringify({ ...claim, eventId: eventId(done + at) }),
        );
        generating.wall += now().wall - start.wall;
        generating.processor += now().processor - start.processor;
        most = Math.max(most, process.memoryUsage().heapUsed);
        yield* lines;
      }
    };
    const start = now();
    const replay = await replayClaims(stream(), compilePack(before), compilePack(cheaper(before)));
    const end = now();
    const seconds = end.wall - start.wall - generating.wall;
    const processorSeconds = end.processor - start.processor - generating.processor;
    const megabytes = Math.round((most - heap) / 1024 / 1024);
    const isSound = replay.unread === 0 && replay.claims === claims && replay.changedLines > 0;
    return {
      isSound: isSound && (size === 'tiny' || processorSeconds < 60),
      tables: [
        {
          title: `Replay of ${claims} claims with two packs of ${prices} prices`,
          heads: ['', 'figure'],
          rows: [
            ['seconds', seconds.toFixed(1)],
            ['seconds of processor time', processorSeconds.toFixed(1)],
            ['claims a second', String(Math.round(claims / seconds))],
            ['claims decided differently', String(replay.changedClaims)],
            ['most heap beyond the packs, what is to be collected included, MB', String(megabytes)],
          ],
        },
      ],
      json: { claims, seconds, processorSeconds, changedClaims: replay.changedClaims, megabytes },
    };
  },
};

/** Seconds, by the clock and of processor time: waiting for others counts for nobody. */
function now(): { readonly wall: number; readonly processor: number } {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, processor: (user + system) / 1e6 };
}

const eventId = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Every third price a tenth lower. */
const cheaper = (pack: RulePack): RulePack => ({
  ...pack,
  prices: pack.prices.map((row, at) =>
    at % 3 === 0 ? { ...row, unitPrice: money(Math.round(row.unitPrice * 0.9)) } : row,
  ),
});
