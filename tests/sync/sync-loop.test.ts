import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { startSyncLoop } from '#sync/sync-loop.ts';
import type { Synced } from '#sync/sync-once.ts';

type Turned = Result<Synced, Failure>;

const quiet = succeed({ sent: 0, received: 0 });
const sent = succeed({ sent: 1, received: 0 });
const away = failWith(failure('server-unreachable', { reason: 'ECONNREFUSED' }));

/** A loop on a clock that stands still until it is moved; records when each turn began. */
function loopOf(answers: (turn: number) => Turned, { random = 0.5, isAwaiting = false } = {}) {
  let now = 0;
  let timer: { readonly at: number; readonly call: () => void } | null = null;
  const turns: number[] = [];
  const seen: Turned[] = [];
  const loop = startSyncLoop({
    turn: async () => answers(turns.push(now)),
    isAwaitingVerdicts: () => isAwaiting,
    onTurn: (result) => seen.push(result),
    random: () => random,
    clock: {
      now: () => now,
      setTimer(milliseconds, call) {
        const own = { at: now + milliseconds, call };
        timer = own;
        return () => {
          if (timer === own) timer = null;
        };
      },
    },
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    ...{ loop, turns, seen, settle },
    /** Moves the clock and runs what falls due on the way. */
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      await settle();
      while (timer !== null && timer.at <= end) {
        const due: { readonly at: number; readonly call: () => void } = timer;
        timer = null;
        now = due.at;
        due.call();
        await settle();
      }
      now = end;
    },
  };
}

describe('the loop', () => {
  it('turns at once', async () => {
    const { turns, pass, seen } = loopOf(() => quiet);
    await pass(0);
    expect(turns).toEqual([0]);
    expect(seen).toEqual([quiet]);
  });

  it('backs off ever further, up to 15 minutes, as chance decides', async () => {
    const { turns, pass } = loopOf(() => away, { random: 0.5 });
    await pass(3 * 60 * 60_000);
    const pauses = turns.slice(1).map((at, place) => (at - (turns[place] ?? 0)) / 1000);
    expect(pauses.slice(0, 10)).toEqual([2.5, 5, 10, 20, 40, 80, 160, 320, 450, 450]);
  });

  it('draws each pause from nothing up to the whole back-off', async () => {
    const [least, most] = [
      loopOf(() => away, { random: 0 }),
      loopOf(() => away, { random: 0.999 }),
    ];
    await most.pass(5_000);
    expect(most.turns).toHaveLength(2);
    await least.settle();
    await least.loop.stop();
    expect(least.loop.status.failures).toBeLessThanOrEqual(1);
  });

  it('begins anew with its back-off after a good turn', async () => {
    const { turns, pass } = loopOf((turn) => (turn === 4 ? sent : away), { random: 0.5 });
    await pass(17_500 + 60_000 + 2_500);
    expect(turns).toEqual([0, 2_500, 7_500, 17_500, 77_500, 80_000]);
  });

  it('looks for verdicts soon after sending, then every 15 seconds while a claim waits', async () => {
    const { turns, pass } = loopOf((turn) => (turn === 1 ? sent : quiet), { isAwaiting: true });
    await pass(60_000);
    expect(turns).toEqual([0, 1_000, 3_000, 7_000, 15_000, 30_000, 45_000, 60_000]);
  });

  it('asks rarely when nothing waits', async () => {
    const { turns, pass } = loopOf(() => quiet);
    await pass(120_000);
    expect(turns).toEqual([0, 60_000, 120_000]);
  });

  it('turns when it is woken, even in a back-off', async () => {
    const { loop, turns, pass } = loopOf((turn) => (turn < 6 ? away : quiet), { random: 0.999 });
    await pass(1_000);
    loop.wake();
    await pass(0);
    expect(turns).toEqual([0, 1_000]);
  });

  it('turns once more when it was woken during a turn', async () => {
    const woken = loopOf((turn) => {
      if (turn === 1) woken.loop.wake();
      return quiet;
    });
    await woken.pass(10);
    expect(woken.turns).toEqual([0, 0]);
  });

  it('leaves a server alone for as long as it asks, woken or not', async () => {
    const busy = failWith(
      failure('server-refused', { status: 503, refusal: 'busy', retryAfter: 90 }),
    );
    const { loop, turns, pass } = loopOf((turn) => (turn === 1 ? busy : quiet), { random: 0 });
    await pass(30_000);
    loop.wake();
    await pass(59_999);
    expect(turns).toEqual([0]);
    await pass(1);
    expect(turns).toEqual([0, 90_000]);
  });

  it('stops after the turn in hand, and begins no other', async () => {
    const { loop, turns, pass } = loopOf(() => quiet);
    await pass(0);
    await loop.stop();
    loop.wake();
    await pass(10 * 60_000);
    expect(turns).toEqual([0]);
    expect(loop.status).toEqual({ isTurning: false, failures: 0, last: quiet });
  });
});
