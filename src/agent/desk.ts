import type { DeskView } from '#contracts/agent-views.ts';
import type { Instant } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';

/** What the window shows, kept in one place and pushed whole at each change. */
export interface Desk {
  readonly current: DeskView;
  update(change: Partial<DeskView>): void;
  /** Yields the present state at once, then the newest one after each change. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<DeskView, void>;
}

/** A desk at which nothing has happened yet, but for what kept newer reference data from being taken. */
export function createDesk(referenceAsOf: Instant, lastFailure: Failure | null): Desk {
  let current: DeskView = {
    reader: { state: 'no-reader', reader: null, isVirtual: false, failure: null, attached: [] },
    sync: {
      link: 'not-enrolled',
      waiting: 0,
      lastContact: null,
      lastFailure,
      referenceAsOf,
      staleness: 'fresh',
    },
    user: null,
    visit: null,
    demo: null,
    cardWrite: null,
    answered: null,
  };
  const waiting = new Set<() => void>();

  return {
    get current() {
      return current;
    },
    update(change) {
      current = { ...current, ...change };
      for (const wake of waiting) wake();
      waiting.clear();
    },
    async *watch(signal) {
      let seen: DeskView | null = null;
      while (signal?.aborted !== true) {
        // A slow window skips intermediate states: only the newest one is true.
        if (seen !== current) {
          seen = current;
          yield seen;
          continue;
        }
        await nextChange(waiting, signal);
      }
    },
  };
}

/** Resolves at the next change or when the watcher goes away. */
function nextChange(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      signal?.removeEventListener('abort', wake);
      waiting.delete(wake);
      resolve();
    };
    waiting.add(wake);
    signal?.addEventListener('abort', wake, { once: true });
  });
}
