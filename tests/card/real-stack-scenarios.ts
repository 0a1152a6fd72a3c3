import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { IssuerKey } from '#card/authentication/passive.ts';
import { type CardImage, decodeCardImage } from '#card/issue/card-image.ts';
import type { LedgerKey } from '#card/judge-record.ts';
import { applicationId } from '#card/profile/layout.ts';
import { readHistory, readIdentity } from '#card/read-member-card.ts';
import type { CardChannel, CardService, ReaderEvent } from '#card/transport/channel.ts';
import { openCardService } from '#card/transport/open-card-service.ts';
import { behindT0 } from '#card/virtual/t0-card.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { createVpcdSlot } from '#card/virtual/vpcd-client.ts';
import { toHex } from '#domain/chain.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { startPcscd, vpcdPort } from './pcscd-harness.ts';

/** What the test hands in, as a file of JSON; what is known of each scenario is printed as JSON. */
export interface ScenarioInput {
  readonly first: string;
  readonly second: string;
  readonly issuerKey: IssuerKey;
  readonly terminalKeys: Readonly<Record<string, LedgerKey>>;
  readonly today: CalendarDate;
}

const input = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ScenarioInput;
const first = imageOf(input.first);
const second = imageOf(input.second);
const slot = createVpcdSlot(vpcdPort);
const found: Record<string, unknown> = {};

let pcscd = await startPcscd(0);
const opened = await openCardService();
found.opened = { state: opened.state, hasReader: opened.hasReader };
const { service } = opened;
const events = follow(service);
await events.until('no-reader');

await pcscd.kill();
await events.until('no-service');
found.connectWithoutService = await service.connect('any');

pcscd = await startPcscd(1);
const empty = await events.until('empty');
const reader = 'reader' in empty ? empty.reader : '';
found.connectWithoutCard = await service.connect(reader);

const card = createVirtualCard(first);
await slot.insert(card);
await events.until('card');
const channel = await openChannel();
found.connectWhileTaken = await service.connect(reader);
const before = card.traffic();
found.read = await readAll(channel);
found.apdus = card.traffic().apdus - before.apdus;
slot.remove();
found.transmitAfterRemoval = await channel.transmit(Uint8Array.of(0, 0xb2, 1, 0x0c, 0));
await channel.close();
await events.until('empty');

await slot.insert(createVirtualCard(second));
await events.until('card');
found.readAfterSwap = await readOnce();

// Out and in again at once: the driver sees the first one's connection end before it takes the second.
await slot.insert(behindT0(createVirtualCard(first)));
await events.until('card');
found.protocolT0 = await readOnce();

await pcscd.kill();
await events.until('no-service');
pcscd = await startPcscd(1);
await events.until('card');
found.readAfterRestart = await readOnce();

const script = `00:A4:04:0C:08:${(toHex(applicationId).match(/../g) ?? []).join(':')}`;
const tool = await promisify(execFile)('opensc-tool', ['-c', 'default', '-r', '0', '-s', script]);
found.openscTool = `${tool.stdout}${tool.stderr}`;

found.events = events.seen.map(({ state }) => state);
service.close();
slot.remove();
await pcscd.kill();
process.stdout.write(`${JSON.stringify(found)}\n`);

async function openChannel(): Promise<CardChannel> {
  const connected = await service.connect(reader);
  if (!connected.ok) throw new Error(JSON.stringify(connected.failure));
  return connected.value;
}

async function readOnce(): Promise<unknown> {
  const once = await openChannel();
  try {
    return await readAll(once);
  } finally {
    await once.close();
  }
}

async function readAll(open: CardChannel): Promise<unknown> {
  const identity = await readIdentity(open, {
    issuerKeys: [input.issuerKey],
    today: input.today,
    randomBytes,
  });
  if (!identity.ok) return identity;
  const history = await readHistory(open, identity.value, {
    findTerminalKey: (keyId) => input.terminalKeys[keyId] ?? null,
    maxRecords: 10,
  });
  return { identity: identity.value, history };
}

/** The reader's events in order; `until` takes the next of a kind, those before it being passed over. */
function follow(followed: CardService) {
  const seen: ReaderEvent[] = [];
  let taken = 0;
  let wake = () => {};
  followed.watch((event) => {
    seen.push(event);
    wake();
  });
  const take = (state: ReaderEvent['state']) => {
    const at = seen.findIndex((event, i) => i >= taken && event.state === state);
    if (at !== -1) taken = at + 1;
    return at === -1 ? null : (seen[at] ?? null);
  };
  const until = (state: ReaderEvent['state']): Promise<ReaderEvent> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no "${state}" after ${seen.map((each) => each.state).join(', ')}`)),
        10_000,
      );
      wake = () => {
        const event = take(state);
        if (event === null) return;
        clearTimeout(timer);
        resolve(event);
      };
      wake();
    });
  return { seen, until };
}

function imageOf(text: string): CardImage {
  const decoded = decodeCardImage(text);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
  return decoded.value;
}
