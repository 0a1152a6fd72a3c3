import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import type { Synced } from './sync-once.ts';

/** Time for the loop; tests set it. */
export interface LoopClock {
  /** Milliseconds that never go back. */
  now(): number;
  /** Calls once after so many milliseconds; answers what undoes it. */
  setTimer(milliseconds: number, call: () => void): () => void;
}

export interface SyncLoopParts {
  /** One turn: enrol where needed, send, fetch. */
  turn(): Promise<Result<Synced, Failure>>;
  /** Whether some claim in the server's custody has no verdict yet. */
  isAwaitingVerdicts(): boolean;
  /** Told of each turn's end. */
  onTurn?(result: Result<Synced, Failure>): void;
  readonly clock?: LoopClock;
  /** From 0 up to, but without, 1. */
  readonly random?: () => number;
}

export interface SyncStatus {
  readonly isTurning: boolean;
  /** Turns that failed since the last good one. */
  readonly failures: number;
  readonly last: Result<Synced, Failure> | null;
}

export interface SyncLoop {
  readonly status: SyncStatus;
  /** Turns now, or once more after the turn in hand; a server that asked for patience still gets it. */
  wake(): void;
  /** Resolves when the turn in hand is through; no other begins. */
  stop(): Promise<void>;
}

/** In milliseconds: the first back-off and the longest, as SYNC has them. */
const backOff = { base: 5_000, cap: 15 * 60_000 };
/** Looks for verdicts soon after something happened, then ever more slowly; and rarely when nothing is awaited. */
const poll = { first: 1_000, longest: 15_000, idle: 60_000 };

/** Turns at once, then for ever: by timer, and whenever it is woken. */
export function startSyncLoop(parts: SyncLoopParts): SyncLoop {
  const clock = parts.clock ?? realClock;
  const random = parts.random ?? Math.random;
  let status: SyncStatus = { isTurning: false, failures: 0, last: null };
  let quietTurns = 0;
  let notBefore = 0;
  let isWoken = false;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;

  const schedule = (milliseconds: number): void => {
    cancel();
    if (isStopped) return;
    cancel = clock.setTimer(milliseconds, () => {
      running = turn();
    });
  };

  const turn = async (): Promise<void> => {
    isWoken = false;
    status = { ...status, isTurning: true };
    let pause = backOff.cap;
    try {
      const result = await parts.turn();
      const failures = result.ok ? 0 : status.failures + 1;
      status = { isTurning: true, failures, last: result };
      quietTurns =
        result.ok && result.value.sent + result.value.received === 0 ? quietTurns + 1 : 0;
      notBefore = result.ok ? 0 : clock.now() + askedPatience(result.failure);
      pause = result.ok ? pollPause(parts, quietTurns) : random() * longestBackOff(failures);
      parts.onTurn?.(result);
    } finally {
      // Even where a turn broke: what the shell logs as a bug must not end all syncing.
      status = { ...status, isTurning: false };
      schedule(Math.max(isWoken ? 0 : pause, notBefore - clock.now()));
    }
  };

  schedule(0);
  return {
    get status() {
      return status;
    },
    wake() {
      isWoken = true;
      quietTurns = 0;
      if (!status.isTurning) schedule(Math.max(0, notBefore - clock.now()));
    },
    async stop() {
      isStopped = true;
      cancel();
      await running;
    },
  };
}

/** Full jitter draws from nothing up to this: base x 2^(failures - 1), capped. */
const longestBackOff = (failures: number): number =>
  Math.min(backOff.cap, backOff.base * 2 ** (failures - 1));

const pollPause = ({ isAwaitingVerdicts }: SyncLoopParts, quietTurns: number): number =>
  isAwaitingVerdicts() ? Math.min(poll.longest, poll.first * 2 ** quietTurns) : poll.idle;

const askedPatience = (failure: Failure): number =>
  failure.code === 'server-refused' ? (failure.retryAfter ?? 0) * 1000 : 0;

const realClock: LoopClock = {
  now: () => performance.now(),
  setTimer: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
