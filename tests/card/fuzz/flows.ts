import { appendMed } from '#card/append-med.ts';
import { appendProven, appendRecord, planAppend } from '#card/append-records.ts';
import { readBackTo } from '#card/corrections/find-on-card.ts';
import { presentPin, readPinState, replacePin, setNewPin } from '#card/holder-pin.ts';
import { inspectCard } from '#card/inspect/inspect-card.ts';
import { cardKinds } from '#card/kinds/index.ts';
import { readOtherCard } from '#card/kinds/recognise-card.ts';
import { openCardSession } from '#card/open-session.ts';
import { findPinPad } from '#card/pin-pad.ts';
import { readHead } from '#card/read-head.ts';
import { readHistory, readIdentity } from '#card/read-member-card.ts';
import { readPhoto } from '#card/read-photo.ts';
import { readRecovery } from '#card/recover.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import { virtualOtherCards } from '#card/virtual/other-cards/index.ts';
import { behindT0 } from '#card/virtual/t0-card.ts';
import { type AnyVirtualCard, createVirtualCard } from '#card/virtual/virtual-card.ts';
import type { Failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { dispensing, line, makeGuardedImage, otherPharmacy, pharmacy } from '../card-builders.ts';
import { holders } from '../other-card-holders.ts';
import { sessionOptions } from '../session-opener.ts';

/** Something that a terminal does with a card, reading or writing. */
export interface CardFlow {
  readonly name: string;
  /** Functions of src/card that ask the card; a test demands that every one of them is asked for. */
  readonly asks: readonly string[];
  insert(): AnyVirtualCard;
  run(channel: CardChannel): Promise<Result<unknown, Failure>>;
}

const history = ['2026-02-01', '2026-02-20', '2026-03-01'].map((day, i) =>
  dispensing(day, otherPharmacy, line({ repeatCode: 9001 + i })),
);
const image = makeGuardedImage({ history, photo: new Uint8Array(900).fill(7) });
const withPin = makeGuardedImage({ pin: digits('4711') });
const mc1 = () => createVirtualCard(image);

/** The same in every run: else no recorded answer to a challenge would hold. */
const options = { ...sessionOptions, randomBytes: (size: number) => new Uint8Array(size).fill(9) };

/** A visit with all that it reads, and then what is written. */
async function visit(channel: CardChannel): Promise<Result<unknown, Failure>> {
  const opened = await openCardSession(channel, options);
  if (!opened.ok) return opened;
  const { identity, ledger, records } = opened.value;
  const read = await readHistory(channel, identity, { ...options, maxRecords: 12 });
  if (!read.ok) return read;
  const before = await readBackTo(channel, 3, records);
  if (!before.ok || ledger === null) return before;
  const { records: planned } = planAppend(ledger, {
    ...dispensing('2026-03-15', pharmacy, ...[1, 2, 3, 4, 5].map((n) => line({ cardCode: n }))),
    ...{ terminalCounter: 1, headVersion: 1, medVersion: 1 },
  });
  for (const record of planned) {
    const appended = await appendRecord(channel, record);
    if (appended.outcome !== 'committed') return failWith(appended.failure);
  }
  return succeed(planned.length);
}

/** Signed once: the card's recorded proof names its hash. */
let toProve: Uint8Array | null = null;

/** What is written under a contract that has the card prove it. */
async function provenVisit(channel: CardChannel): Promise<Result<unknown, Failure>> {
  const opened = await openCardSession(channel, options);
  if (!opened.ok) return opened;
  const { cardKey, ledger } = opened.value;
  if (ledger === null) return succeed(null);
  toProve ??=
    planAppend(ledger, {
      ...dispensing('2026-03-15', pharmacy, line({ cardCode: 1 })),
      ...{ terminalCounter: 1, headVersion: 1, medVersion: 1 },
    }).records[0] ?? null;
  const appended = await appendProven(channel, toProve ?? new Uint8Array(0), {
    ...options,
    cardKey,
  });
  return appended.outcome === 'committed' ? succeed(appended) : failWith(appended.failure);
}

const sessionAsks = ['openCardSession', 'enterCard', 'readHead', 'readLedger', 'readMed'];
const visitAsks = [...sessionAsks, 'readHistory', 'readBackTo', 'appendRecord'];
const kindAsks = ['readOtherCard', 'readSome', 'readExactly', 'readWhole'];
const apduAsks = ['ask', 'demand'];

/** Every flow; the other kinds of cards come from their own registry. */
export const cardFlows: readonly CardFlow[] = [
  { name: 'a visit', asks: [...visitAsks, ...apduAsks], insert: mc1, run: visit },
  { name: 'a visit that is proven', asks: ['appendProven'], insert: mc1, run: provenVisit },
  { name: 'a visit at T=0', asks: visitAsks, insert: () => behindT0(mc1()), run: visit },
  {
    name: 'an identity alone',
    asks: ['readIdentity', 'proveCardKey'],
    insert: mc1,
    run: (channel) => readIdentity(channel, options),
  },
  {
    name: 'a session without a certificate',
    asks: sessionAsks,
    insert: mc1,
    run: (channel) => openCardSession(channel, { ...options, terminal: null }),
  },
  {
    name: 'the recovery of a record that is not there',
    asks: ['readRecovery'],
    insert: mc1,
    async run(channel) {
      const opened = await openCardSession(channel, options);
      if (!opened.ok) return opened;
      const elsewhere = makeGuardedImage({ history: [...history].reverse() });
      const rows = elsewhere.ledger.slice(0, 1).map((bytes) => ({ bytes }));
      return readRecovery(channel, rows, opened.value.records);
    },
  },
  {
    name: 'a photo',
    asks: ['readPhoto'],
    insert: mc1,
    async run(channel) {
      const head = await readHead(channel);
      return head.ok ? readPhoto(channel) : head;
    },
  },
  {
    name: 'a PIN, presented and changed',
    asks: ['readPinState', 'presentPin', 'replacePin'],
    insert: () => createVirtualCard(withPin),
    async run(channel) {
      const head = await readHead(channel);
      if (!head.ok) return head;
      const state = await readPinState(channel);
      if (!state.ok) return state;
      const presented = await presentPin(channel, digits('4711'));
      return presented.ok ? replacePin(channel, digits('4711'), digits('8264')) : presented;
    },
  },
  {
    name: 'a new PIN by the issuer',
    asks: ['setNewPin'],
    insert: () => createVirtualCard(withPin),
    async run(channel) {
      const head = await readHead(channel);
      return head.ok ? setNewPin(channel, digits('8264')) : head;
    },
  },
  {
    name: 'a PIN on the reader’s own keys',
    asks: ['findPinPad'],
    insert: () => createVirtualCard(withPin),
    async run(channel) {
      const head = await readHead(channel);
      if (!head.ok) return head;
      // What a reader says of itself is believed as little as what a card says.
      const pad = await findPinPad({
        ...channel,
        control: (_code, data) =>
          channel.transmit(Uint8Array.of(0xff, 0xc2, 0, 0, data.length, ...data)),
      });
      return pad === null ? succeed(null) : pad.verify();
    },
  },
  {
    name: 'a new MED',
    asks: ['appendMed'],
    insert: mc1,
    async run(channel) {
      const opened = await openCardSession(channel, options);
      if (!opened.ok) return opened;
      // The chip refuses it of a pharmacy; every answer to it is heard all the same.
      const appended = await appendMed(channel, new Uint8Array(252).fill(1));
      return appended.outcome === 'unknown' ? failWith(appended.failure) : succeed(appended);
    },
  },
  {
    name: 'a look by the technician',
    asks: ['inspectCard', 'inspectFiles'],
    insert: mc1,
    run: async (channel) => succeed(await inspectCard(channel, options)),
  },
  ...cardKinds.map(
    ({ kind }): CardFlow => ({
      name: `another scheme’s card: ${kind}`,
      asks: kindAsks,
      insert: () => virtualOtherCards[kind](holders[kind]),
      async run(channel) {
        const head = await readHead(channel);
        return head.ok ? head : readOtherCard(channel);
      },
    }),
  ),
];

function digits(text: string): Uint8Array {
  return Uint8Array.from(text, Number);
}
