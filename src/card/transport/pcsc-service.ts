import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { Pcsc, PcscCard, PcscContext } from '#native/pcsc.ts';
import type { CardChannel, CardService } from './channel.ts';
import { failureOfPcsc, isUnclear } from './pcsc-failures.ts';
import { watchReaders } from './pcsc-watch.ts';
import { transmitWhole, withoutWanted } from './response-loop.ts';

export interface PcscTimes {
  /** How long a card may take for one answer. */
  readonly answer: number;
  /** How long connecting may take: power, reset and protocol negotiation. */
  readonly connect: number;
  /** How long until the service is tried again after it went away. */
  readonly retry: number;
}

/** In milliseconds. */
export const usualTimes: PcscTimes = { answer: 5000, connect: 5000, retry: 500 };

/** The operating system's card service. Keeps the process alive until `close`. */
export function createPcscService(pcsc: Pcsc, times: PcscTimes = usualTimes): CardService {
  const stops = new Set<() => void>();
  const releases: Releases = new Map();
  return {
    kind: 'pcsc',
    watch(listener) {
      const stop = watchReaders(pcsc, listener, times.retry);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop();
      };
    },
    connect: (reader) => connect({ pcsc, name: reader, releases, times }),
    close() {
      for (const stop of stops) stop();
      stops.clear();
    },
  };
}

/** Cards that are still being given back, by their readers: until then this program itself holds them. */
type Releases = Map<string, Promise<void>>;

interface Place {
  readonly pcsc: Pcsc;
  readonly name: string;
  readonly releases: Releases;
  readonly times: PcscTimes;
}

/** Each connection has a context of its own: a stuck one holds up nobody else. */
async function connect(place: Place): Promise<Result<CardChannel, Failure>> {
  const { name, pcsc, releases, times } = place;
  const late = () => failWith(failure('card-timeout', { milliseconds: times.connect }));
  const releasing = releases.get(name);
  if (releasing !== undefined && !(await endsWithin(times.connect, releasing))) return late();
  let context: PcscContext | null = null;
  try {
    const opened = pcsc.openContext();
    context = opened;
    const reader = opened.listReaders().find((each) => each.name === name);
    if (reader === undefined) {
      opened.close();
      return failWith(failure('reader-lost', { reader: name }));
    }
    // Connecting would be refused, but not before the other's command is over, and its next, and its next.
    if ((reader.state & pcsc.stateTaken) !== 0) {
      opened.close();
      return failWith(failure('card-busy'));
    }
    const pending = reader.connect(pcsc.shareExclusive, pcsc.protocolT0 | pcsc.protocolT1);
    const card = await within(times.connect, pending);
    if (card !== null) return succeed(openChannel({ ...place, context: opened, card }));
    // It may still succeed: then the card must not stay taken.
    const given = pending.then(
      (connected) => release(pcsc, opened, connected),
      () => opened.close(),
    );
    await noteRelease(place, given, 0);
    return late();
  } catch (error) {
    context?.close();
    return failWith(failureOfPcsc(error, name));
  }
}

/** Keeps in mind that the card is being given back, and waits for it so long. */
async function noteRelease(
  { name, releases }: Place,
  given: Promise<void>,
  milliseconds: number,
): Promise<void> {
  const noted = given.finally(() => {
    if (releases.get(name) === noted) releases.delete(name);
  });
  releases.set(name, noted);
  await endsWithin(milliseconds, noted);
}

interface Connection extends Place {
  readonly context: PcscContext;
  readonly card: PcscCard;
}

function openChannel(connection: Connection): CardChannel {
  const { pcsc, context, card, name, times } = connection;
  let pending: Promise<unknown> = Promise.resolve();
  let broken: Failure | null = null;
  let isClosed = false;

  const send = async (command: Uint8Array): Promise<Result<Uint8Array, Failure>> => {
    if (isClosed) broken ??= failure('card-removed');
    if (broken !== null) return failWith(broken);
    const sending = transmit(connection, command);
    pending = sending.catch(() => null);
    const sent = await answerOf(connection, sending);
    // After a lost answer nobody knows the card's state: this channel is over.
    if (!sent.ok) broken = sent.failure;
    return sent;
  };

  const control: CardChannel['control'] = async (code, data, milliseconds = times.answer) => {
    if (card.control === undefined || isClosed || broken !== null) {
      return failWith(broken ?? failure('card-removed'));
    }
    const asking = card.control(code, Buffer.from(data));
    pending = asking.catch(() => null);
    return await answerOfReader(connection, asking, milliseconds);
  };

  return {
    reader: name,
    atr: new Uint8Array(card.atr ?? []),
    ...(card.protocol === pcsc.protocolT0 ? { protocol: 0 } : {}),
    ...(card.protocol === pcsc.protocolT1 ? { protocol: 1 } : {}),
    transmit: (command) => transmitWhole(command, send),
    ...(card.control === undefined ? {} : { control }),
    async close() {
      if (isClosed) return;
      isClosed = true;
      // Disconnecting blocks until a transmit under way ends: never begin it before that.
      const released = pending.then(() => release(pcsc, context, card));
      await noteRelease(connection, released, broken?.code === 'card-timeout' ? 0 : times.connect);
    },
  };
}

const longestAnswer = 258;

async function transmit({ pcsc, card }: Connection, command: Uint8Array): Promise<Uint8Array> {
  const isT0 = card.protocol === pcsc.protocolT0;
  return card.transmit(Buffer.from(isT0 ? withoutWanted(command) : command), {
    maxRecvLength: longestAnswer,
  });
}

/** What the reader itself said; that it knows no such thing says nothing of the card. */
async function answerOfReader(
  { name }: Connection,
  asking: Promise<Uint8Array>,
  milliseconds: number,
): Promise<Result<Uint8Array, Failure>> {
  try {
    const answer = await within(milliseconds, asking);
    return answer === null
      ? failWith(failure('card-timeout', { milliseconds }))
      : succeed(new Uint8Array(answer));
  } catch (error) {
    return failWith(failureOfPcsc(error, name));
  }
}

/** What became of a command under way. */
async function answerOf(
  connection: Connection,
  sending: Promise<Uint8Array>,
): Promise<Result<Uint8Array, Failure>> {
  const { name, times } = connection;
  try {
    const answer = await within(times.answer, sending);
    if (answer === null) return failWith(failure('card-timeout', { milliseconds: times.answer }));
    // Some drivers call it success when the card went away: no answer is without a status word.
    if (answer.length === 0) return failWith(await lookAgain(connection));
    return succeed(new Uint8Array(answer));
  } catch (error) {
    const isExplained = !isUnclear(error);
    return failWith(isExplained ? failureOfPcsc(error, name) : await lookAgain(connection));
  }
}

/** Why a transmit failed that does not say so itself: looks for the card, for as long as the service polls. */
async function lookAgain({ pcsc, name }: Connection): Promise<Failure> {
  let context: PcscContext | null = null;
  try {
    context = pcsc.openContext();
    const now = await context.waitForChange([{ name, state: 0 }], 0);
    const isThere = (state = 0) => (state & pcsc.statePresent) !== 0;
    const [first] = now ?? [];
    if (!isThere(first?.state)) return failure('card-removed');
    const later = await context.waitForChange([{ name, state: first?.state ?? 0 }], pollPeriod);
    const [second] = later ?? [];
    const isGone = second !== undefined && !isThere(second.state);
    return isGone ? failure('card-removed') : failure('card-mute');
  } catch (lost) {
    return failureOfPcsc(lost, name);
  } finally {
    context?.close();
  }
}

/** The service polls readers that cannot interrupt about every 400 ms. */
const pollPeriod = 600;

/**
 * Gives the card back after a reset, which clears its volatile state, and ends the context. The reset is
 * asked for beforehand, since disconnecting with one would stop this thread until the card is up again.
 */
async function release(pcsc: Pcsc, context: PcscContext, card: PcscCard): Promise<void> {
  try {
    await card.reconnect(pcsc.shareExclusive, card.protocol, pcsc.resetCard);
  } catch {
    // The card or the service is gone: there is nothing left to reset.
  }
  try {
    card.disconnect(pcsc.leaveCard);
  } catch {
    // Nor to give back.
  }
  context.close();
}

const endsWithin = async (milliseconds: number, promise: Promise<void>): Promise<boolean> =>
  (await within(
    milliseconds,
    promise.then(() => true),
  )) === true;

/** What was promised, or null once the time is over; the promise itself goes on. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
