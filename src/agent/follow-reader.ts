import { createCardChoice, type ReaderEvent } from '#card/transport/card-to-follow.ts';
import type { CardChannel, CardService, ServiceLook } from '#card/transport/channel.ts';
import type { AttachedReaderView, ReaderState } from '#contracts/agent-views.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { readFurtherBack, takeFurther, takeLedger, takePrescriptions } from './ledger-of-card.ts';
import { readInsertedCard } from './read-inserted-card.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { noteAbsence, openVisit } from './visit-of-card.ts';

export interface ReaderFollower {
  /** Opens a new visit for the card in the reader. */
  readAgain(): void;
  /** A visit has ended: its card is wanted no more, and another one that waited in the reader is read. */
  leaveCard(cardNumber: string | null): void;
  /** Lends the card in the reader, by whoever it is held; afterwards it is read as if it had just come in. */
  borrowCard<T>(work: (channel: CardChannel) => Promise<T>): Promise<Result<T, Failure>>;
  stop(): Promise<void>;
}

/** Turns what happens at the readers into visits: the identity first, the card's history behind it. */
export function followReader(terminal: Terminal, service: CardService): ReaderFollower {
  const isVirtual = service.kind === 'virtual';
  const choice = createCardChoice();
  let look: ServiceLook = null;
  let last: ReaderEvent = { state: 'no-reader' };
  /** What the card that is connected speaks. */
  let protocol: 0 | 1 | null = null;
  /** The number of the card that is in the reader, once read. */
  let presented: string | null = null;
  // Each event outdates the readings begun before it: what they still bring is dropped.
  let turn = 0;
  /** The reading under way: it ends by itself once it is outdated, and gives its card back. */
  let reading: Promise<unknown> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  /** How often this card was lost while it lay in the reader. */
  let losses = 0;

  const nameOfLast = () => ('reader' in last ? last.reader : null);
  const attached = (): AttachedReaderView[] =>
    (look ?? []).map(({ name, state }) => {
      const isFollowed = name === nameOfLast();
      return { name, state, isFollowed, protocol: isFollowed ? protocol : null };
    });
  const show = (state: ReaderState, reason: Failure | null = null) =>
    terminal.desk.update({
      reader: {
        state,
        reader: nameOfLast(),
        isVirtual,
        failure: reason,
        attached: attached(),
      },
    });
  const showAttached = () =>
    terminal.desk.update({ reader: { ...terminal.desk.current.reader, attached: attached() } });

  /** Whoever held the card has let it go. */
  const showConnected = () =>
    terminal.desk.current.reader.failure?.code === 'card-busy' ? show('reading') : showAttached();

  const outdate = (): number => {
    clearTimeout(retry);
    retry = undefined;
    turn += 1;
    return turn;
  };

  const handle = (event: ReaderEvent) => {
    last = event;
    const mine = outdate();
    presented = null;
    protocol = null;
    const letGo = letGoOfCard(terminal);
    if (event.state === 'card') {
      reading = letGo.then(() => {
        if (mine !== turn) return;
        show('reading');
        return read(event.reader, mine);
      });
      return;
    }
    noteAbsence(terminal);
    if (event.state === 'mute') return show('failed', failure('card-mute'));
    if (event.state === 'no-service') return show('no-service', failure('reader-service-absent'));
    if (event.state === 'no-reader') return show('no-reader', failure('reader-absent'));
    const isWanted = event.state === 'empty' && terminal.visit?.card.cardNumber != null;
    show(isWanted ? 'same-card-wanted' : event.state);
  };

  const handleAll = (events: readonly ReaderEvent[]) => {
    if (events.length > 0) losses = 0;
    for (const event of events) handle(event);
  };

  /** Whatever kept the card from being read may end without anybody touching it: it is tried again, silently. */
  const read = async (reader: string, mine: number): Promise<void> => {
    const failed = await readOnce(reader, mine);
    if (mine !== turn) return;
    if (failed !== null) show('failed', failed);
    if (failed === null) handleAll(choice.rate('in-use'));
    else handleAll(choice.rate(failed.code === 'card-unknown' ? 'of-no-use' : 'in-trouble'));
    if (mine !== turn || failed === null || !mayPass(failed)) return;
    retry = setTimeout(() => {
      reading = read(reader, mine);
    }, retryMilliseconds);
  };

  const readOnce = async (reader: string, mine: number): Promise<Failure | null> => {
    const isCurrent = () => mine === turn;
    if (!isCurrent()) return null;
    const connected = await service.connect(reader);
    if (!connected.ok) return connected.failure;
    const channel = tellingLoss(connected.value, (failed) => isCurrent() && reopen(failed));
    protocol = channel.protocol ?? null;
    if (isCurrent()) showConnected();
    const outcome = await readInsertedCard(terminal, channel, {
      isCurrent,
      show,
      present: (cardNumber) => {
        presented = cardNumber;
      },
      again: () => handle(last),
    });
    if (!outcome.isHeld) await channel.close();
    return outcome.failure;
  };

  /** The card that was held is lost and still in the reader: each further time that it is read anew comes later. */
  const reopen = (failed: Failure) => {
    if (terminal.card === null || retry !== undefined || !mayPass(failed)) return;
    retry = setTimeout(() => handle(last), Math.min(retryMilliseconds * 2 ** losses, minute));
    losses += 1;
  };

  const stopWatching = service.watch((now) => {
    look = now;
    const events = choice.take(now);
    handleAll(events);
    if (events.length === 0) showAttached();
  });
  return {
    readAgain() {
      const { card } = terminal;
      // Held alone since it was read, and not written to: what it said is still so, and it is asked nothing.
      if (card === null || card.isChanged || last.state !== 'card') return handle(last);
      const refused = openVisit(terminal, card.session.identity);
      show(refused === null ? 'card' : 'failed', refused);
      takeLedger(terminal, card);
      if (card.further !== null) takeFurther(terminal, card, card.further);
      if (card.prescriptions !== null) takePrescriptions(terminal, card, card.prescriptions);
      showVisit(terminal);
      // The visit before may have been another's, and ended that reading.
      const mine = turn;
      if (card.prescriptions === null) void readFurtherBack(terminal, card, () => mine === turn);
    },
    leaveCard(cardNumber) {
      if (last.state === 'empty') return show('empty');
      if (presented !== null && presented !== cardNumber) handle(last);
    },
    async borrowCard(work) {
      if (last.state !== 'card') return failWith(failure('card-absent'));
      outdate();
      await reading;
      await letGoOfCard(terminal);
      const connected = await service.connect(last.reader);
      try {
        return connected.ok ? succeed(await work(connected.value)) : connected;
      } finally {
        if (connected.ok) await connected.value.close();
        handle(last);
      }
    },
    async stop() {
      outdate();
      stopWatching();
      await reading;
      await letGoOfCard(terminal);
    },
  };
}

/** Recovery within three seconds of the cause's end is promised: this is what the program itself waits of them. */
const retryMilliseconds = 500;
const minute = 60_000;

/** Whether this may end by itself while the card stays where it is. */
const mayPass = ({ code }: Failure): boolean => passing.includes(code);

const passing: readonly Failure['code'][] = [
  'card-absent',
  'card-busy',
  'card-mute',
  'card-removed',
  'card-reset',
  'card-timeout',
  'reader-lost',
  'reader-service-absent',
];

/** The channel, telling each failure of a command. */
const tellingLoss = (channel: CardChannel, tell: (failed: Failure) => void): CardChannel => ({
  ...channel,
  async transmit(command) {
    const sent = await channel.transmit(command);
    if (!sent.ok) tell(sent.failure);
    return sent;
  },
});

/** Gives the card in hand back, if there is one. */
async function letGoOfCard(terminal: Terminal): Promise<void> {
  const { card } = terminal;
  terminal.card = null;
  await card?.close();
}
