import {
  type Pcsc,
  type PcscContext,
  type PcscKnownState,
  type PcscState,
  readersChanged,
} from '#native/pcsc.ts';
import type { AttachedReader, ServiceLook } from './channel.ts';

/**
 * Watches all readers from one context of its own, and builds a new one whenever the service goes away.
 * Calls back at the first look and at each change. Returns how to stop, which takes effect at once.
 */
export function watchReaders(
  pcsc: Pcsc,
  listener: (look: ServiceLook) => void,
  retryMilliseconds: number,
): () => void {
  const watch: Watch = { pcsc, context: null, isStopped: false, wake: null };
  void follow(watch, differing(listener, watch), retryMilliseconds);
  return () => {
    watch.isStopped = true;
    watch.wake?.();
    cancelWait(watch);
  };
}

interface Watch {
  readonly pcsc: Pcsc;
  context: PcscContext | null;
  isStopped: boolean;
  /** Ends the pause between two attempts to reach the service. */
  wake: (() => void) | null;
}

/** A wait ends at the latest after this, so that a lost notification cannot leave the screen wrong for long. */
const longestWait = 10_000;

async function follow(
  watch: Watch,
  report: (look: ServiceLook) => void,
  retryMilliseconds: number,
): Promise<void> {
  while (!watch.isStopped) {
    try {
      watch.context = watch.pcsc.openContext();
      await followContext(watch, watch.context, report);
    } catch {
      // Whatever broke the context, the cure is the same: report it and build a new one.
      report(null);
    } finally {
      closeContext(watch);
    }
    if (!watch.isStopped) await pause(watch, retryMilliseconds);
  }
}

async function followContext(
  watch: Watch,
  context: PcscContext,
  report: (look: ServiceLook) => void,
): Promise<void> {
  // What the service last said of the list of readers; where it counts them, the count stands here.
  let listState = 0;
  while (!watch.isStopped) {
    const names = context.listReaders().map(({ name }) => name);
    const unaware = names.map((name) => ({ name, state: 0 }));
    const states = names.length === 0 ? [] : await context.waitForChange(unaware, 0);
    if (states === null) return;
    report(lookAt(watch.pcsc, states));
    const known: PcscKnownState[] = states.map(({ name, state }) => ({
      name,
      state: state & ~changedBit,
    }));
    const changes = await context.waitForChange(
      [...known, { name: readersChanged, state: listState }],
      longestWait,
    );
    if (changes === null) return;
    const list = changes.find(({ name }) => name === readersChanged);
    listState = (list?.state ?? listState) & ~changedBit;
  }
}

const changedBit = 0x0002;

/** What the states say; PC/SC counts insertions and removals in their high half. */
const lookAt = (pcsc: Pcsc, states: readonly PcscState[]): ServiceLook =>
  states.map(({ atr, name, state }) => ({
    name,
    state: holds(pcsc, state),
    atr: new Uint8Array(atr ?? []),
    changes: state >>> 16,
  }));

function holds(pcsc: Pcsc, state: number): AttachedReader['state'] {
  if ((state & pcsc.stateMute) !== 0) return 'mute';
  return (state & pcsc.statePresent) === 0 ? 'empty' : 'card';
}

/** Passes on only what differs. */
function differing(listener: (look: ServiceLook) => void, watch: Watch) {
  let last: string | null = null;
  return (look: ServiceLook) => {
    const now = JSON.stringify(look);
    if (now === last) return;
    last = now;
    // Not from within the loop, which would take a listener's bug for a broken service.
    queueMicrotask(() => {
      if (!watch.isStopped) listener(look);
    });
  };
}

function cancelWait({ context }: Watch): void {
  try {
    context?.cancel();
  } catch {
    // The service is gone, and with it the wait.
  }
}

function closeContext(watch: Watch): void {
  watch.context?.close();
  watch.context = null;
}

const pause = (watch: Watch, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    watch.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
