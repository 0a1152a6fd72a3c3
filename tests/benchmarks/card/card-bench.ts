import { appendRecord, planAppend } from '#card/append-records.ts';
import { openCardSession } from '#card/open-session.ts';
import { readIdentity } from '#card/read-member-card.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import { withoutWanted } from '#card/transport/response-loop.ts';
import { behindT0 } from '#card/virtual/t0-card.ts';
import { createVirtualCard, type Traffic, type VirtualCard } from '#card/virtual/virtual-card.ts';
import {
  dispensing,
  line,
  makeGuardedImage,
  otherPharmacy,
  pharmacy,
} from '#tests/card/card-builders.ts';
import { connectTo, sessionOptions } from '#tests/card/session-opener.ts';
import type { Bench, BenchTable } from '../bench.ts';
import { countReread } from './count-reread.ts';

/** What a visit costs on the wire, counted by the virtual card as the commands and answers pass. */
export const cardBench: Bench = {
  about: 'APDUs and bytes between reader and card, flow by flow, beside the least that is possible',
  async run() {
    const atT1 = await measureFlows((card) => card, connectTo);
    const atT0 = await measureFlows(behindT0, connectAtT0);
    const reread = await countReread();
    const isSound = atT1.visit.apdus <= 8 && atT1.visit.bytes <= 1429 && reread.apdus === 0;
    return {
      isSound,
      tables: [
        layOut('At T=1', atT1),
        layOut('At T=0, with GET RESPONSE', atT0),
        tellReread(reread),
      ],
      json: { flows: withFloors(atT1), t0: withFloors(atT0), reread },
    };
  },
};

const flowNames = ['eligibility', 'medical', 'writeBack', 'visit'] as const;
type Flow = (typeof flowNames)[number];
type Flows = Readonly<Record<Flow, Traffic>>;

/**
 * The least that short APDUs allow: the profile's own table, less what a card would save that answers its
 * selection with HEAD (a command of 5 bytes and a status word of 2 fall away, a wanted length comes to the
 * selection) and is selected by the first 5 of the 8 bytes of its identifier. Nothing else can be left out.
 */
const table: Flows = {
  eligibility: { apdus: 3, bytes: 362 },
  medical: { apdus: 7, bytes: 1182 },
  writeBack: { apdus: 1, bytes: 247 },
  visit: { apdus: 8, bytes: 1429 },
};
const saved: Traffic = { apdus: 1, bytes: 5 + 2 - 1 + 3 };

const floorOf = (flow: Flow): Traffic =>
  flow === 'writeBack' ? table[flow] : less(table[flow], saved);

async function measureFlows(
  behind: (card: VirtualCard) => VirtualCard,
  connect: (card: VirtualCard) => Promise<CardChannel>,
): Promise<Flows> {
  const history = Array.from({ length: 30 }, (_, i) =>
    dispensing(`2026-02-${String((i % 28) + 1).padStart(2, '0')}`, otherPharmacy),
  );
  const image = makeGuardedImage({ history });
  const known = behind(createVirtualCard(image));
  await readIdentity(await connect(known), sessionOptions);
  const card = behind(createVirtualCard(image));
  const channel = await connect(card);
  const write = await openAndPlan(channel);
  const medical = card.traffic();
  await write();
  const visit = card.traffic();
  return { eligibility: known.traffic(), medical, writeBack: less(visit, medical), visit };
}

/** As the real service sends at T=0. */
async function connectAtT0(card: VirtualCard): Promise<CardChannel> {
  const channel = await connectTo(card);
  return { ...channel, transmit: (command) => channel.transmit(withoutWanted(command)) };
}

/** Opens the session; what it returns writes one dispensing of four medicines. */
async function openAndPlan(channel: CardChannel): Promise<() => Promise<void>> {
  const opened = await openCardSession(channel, sessionOptions);
  if (!opened.ok || opened.value.ledger === null) throw new Error('the card opens no session');
  const lines = [9300, 9301, 9302, 9303].map((repeatCode) => line({ repeatCode }));
  const { records } = planAppend(opened.value.ledger, {
    ...dispensing('2026-03-15', pharmacy, ...lines),
    terminalCounter: 1,
    headVersion: 1,
    medVersion: 1,
  });
  return async () => {
    for (const record of records) {
      const appended = await appendRecord(channel, record);
      if (appended.outcome !== 'committed') throw new Error('the card does not take the record');
    }
  };
}

const less = (more: Traffic, by: Traffic): Traffic => ({
  apdus: more.apdus - by.apdus,
  bytes: more.bytes - by.bytes,
});

const withFloors = (flows: Flows) =>
  Object.fromEntries(
    flowNames.map((flow) => {
      const floor = floorOf(flow);
      return [
        flow,
        { ...flows[flow], floorApdus: floor.apdus, floorBytes: floor.bytes, ...times(flows[flow]) },
      ];
    }),
  );

/** Milliseconds on the wire: 11 bits a byte, 8 bytes of framing and 39.5 bits of waiting a command. */
const wireTime = ({ apdus, bytes }: Traffic, baud: number): number =>
  Math.round((((bytes + 8 * apdus) * 11 + 39.5 * apdus) / baud) * 1000);

const times = (traffic: Traffic) => ({
  ms9600: wireTime(traffic, 9600),
  ms115200: wireTime(traffic, 115_200),
});

const layOut = (title: string, flows: Flows): BenchTable => ({
  title,
  heads: ['flow', 'APDUs', 'floor', 'bytes', 'floor', 'at 9,600', 'at 115,200'],
  rows: flowNames.map((flow) => {
    const [measured, floor] = [flows[flow], floorOf(flow)];
    const { ms115200, ms9600 } = times(measured);
    return [
      flow,
      ...[measured.apdus, floor.apdus, measured.bytes, floor.bytes].map(String),
      `${ms9600} ms`,
      `${ms115200} ms`,
    ];
  }),
});

const tellReread = ({ apdus, bytes }: Traffic): BenchTable => ({
  title: 'A new visit for the same card, unchanged and still in the reader',
  heads: ['flow', 'APDUs', 'bytes'],
  rows: [['reread', String(apdus), String(bytes)]],
});
