import {
  type Pcsc,
  type PcscContext,
  type PcscKnownState,
  type PcscState,
  readersChanged,
} from '#native/pcsc.ts';
import type { ReaderEvent } from './channel.ts';

/**
 * Watches all readers from one context of its own, and builds a new one whenever the service goes away.
 * Calls back at the first look and at each change; a card that was swapped between two looks is reported
 * as taken out and put in. Returns how to stop, which takes effect at once.
 */
export function watchReaders(
  pcsc: Pcsc,
  listener: (event: ReaderEvent) => void,
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

/** What the readers look like now, and how often their cards came and went. */
interface Look {
  readonly event: ReaderEvent;
  readonly changes: number;
}

/** A wait ends at the latest after this, so that a lost notification cannot leave the screen wrong for long. */
const longestWait = 10_000;

async function follow(
  watch: Watch,
  report: (look: Look) => void,
  retryMilliseconds: number,
): Promise<void> {
  while (!watch.isStopped) {
    try {
      watch.context = watch.pcsc.openContext();
      await followContext(watch, watch.context, report);
    } catch {
      // Whatever broke the context, the cure is the same: report it and build a new one.
      report({ event: { state: 'no-service' }, changes: 0 });
    } finally {
      closeContext(watch);
    }
    if (!watch.isStopped) await pause(watch, retryMilliseconds);
  }
}

async function followContext(
  watch: Watch,
  context: PcscContext,
  report: (look: Look) => void,
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

/** The reader that matters: one with a card, else one with a mute card, else the first. */
function lookAt(pcsc: Pcsc, readers: readonly PcscState[]): Look {
  const has = (bit: number) => (each: PcscState) => (each.state & bit) !== 0;
  const mute = readers.find(has(pcsc.stateMute));
  const filled = readers.find((each) => has(pcsc.statePresent)(each) && !has(pcsc.stateMute)(each));
  const shown = filled ?? mute ?? readers[0];
  if (shown === undefined) return { event: { state: 'no-reader' }, changes: 0 };
  // PC/SC counts insertions and removals in the high half of the state.
  const changes = shown.state >>> 16;
  const reader = shown.name;
  if (filled !== undefined) {
    return { event: { state: 'card', reader, atr: filled.atr ?? new Uint8Array(0) }, changes };
  }
  return { event: { state: mute === undefined ? 'empty' : 'mute', reader }, changes };
}

/** Passes on only what differs, with the removal that a swap between two looks hides. */
function differing(listener: (event: ReaderEvent) => void, watch: Watch): (look: Look) => void {
  let last: Look | null = null;
  const call = (event: ReaderEvent) =>
    // Not from within the loop, which would take a listener's bug for a broken service.
    queueMicrotask(() => {
      if (!watch.isStopped) listener(event);
    });
  return (look) => {
    const isSame = last !== null && describe(last.event) === describe(look.event);
    if (isSame && (look.event.state !== 'card' || last?.changes === look.changes)) return;
    if (last?.event.state === 'card' && look.event.state === 'card') {
      call({ state: 'empty', reader: last.event.reader });
    }
    last = look;
    call(look.event);
  };
}

const describe = (event: ReaderEvent): string =>
  [event.state, 'reader' in event ? event.reader : '', 'atr' in event ? event.atr.join() : ''].join(
    '|',
  );

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
