import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type AppendOutcome, appendRecord, planAppend } from '#card/append-records.ts';
import type { IssuerKey } from '#card/authentication/passive.ts';
import { runConformance } from '#card/conformance/run-conformance.ts';
import { makeTestCard } from '#card/conformance/test-card.ts';
import { encodeCardImage } from '#card/issue/card-image.ts';
import type { LedgerKey } from '#card/judge-record.ts';
import { openCardSession } from '#card/open-session.ts';
import { applicationId } from '#card/profile/layout.ts';
import type { LedgerEvent } from '#card/profile/ledger-builder.ts';
import { openSigner } from '#card/profile/p256.ts';
import { readHistory, readIdentity } from '#card/read-member-card.ts';
import { readRecovery } from '#card/recover.ts';
import { createCardChoice, type ReaderEvent } from '#card/transport/card-to-follow.ts';
import type { CardChannel, CardService } from '#card/transport/channel.ts';
import { openCardService } from '#card/transport/open-card-service.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { startPcscd, vpcdPorts } from './pcscd-harness.ts';
import { openVirtualReader } from './virtual-reader.ts';

/** What the test hands in, as a file of JSON; what is known of each scenario is printed as JSON. */
export interface ScenarioInput {
  readonly first: string;
  readonly second: string;
  /** Asks terminals for a certificate. */
  readonly guarded: string;
  readonly terminal: {
    readonly keyId: string;
    /** Hex. */
    readonly certificate: string;
    /** PKCS #8 DER, hex. */
    readonly key: string;
  };
  readonly issuerKey: IssuerKey;
  readonly terminalKeys: Readonly<Record<string, LedgerKey>>;
  readonly today: CalendarDate;
  /** What is dispensed. */
  readonly event: Pick<LedgerEvent, 'type' | 'at' | 'lines'>;
}

const input = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ScenarioInput;
const terminal = {
  keyId: input.terminal.keyId,
  certificate: fromHex(input.terminal.certificate),
  sign: openSigner(fromHex(input.terminal.key)).sign,
};
const cards = openVirtualReader(vpcdPorts[0]);
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

pcscd = await startPcscd(2);
const empty = await events.until('empty');
const reader = 'reader' in empty ? empty.reader : '';
found.connectWithoutCard = await service.connect(reader);

await cards.insert({ name: 'first', image: input.first });
await events.until('card');
const channel = await openChannel();
found.connectWhileTaken = await service.connect(reader);
const before = await cards.traffic();
found.read = await readAll(channel);
found.apdus = (await cards.traffic()).apdus - before.apdus;
await cards.remove();
found.transmitAfterRemoval = await channel.transmit(Uint8Array.of(0, 0xb2, 1, 0x0c, 0));
await channel.close();
await events.until('empty');

await cards.insert({ name: 'second', image: input.second });
await events.until('card');
found.readAfterSwap = await readOnce();

// Out and in again at once: the driver sees the first one's connection end before it takes the second.
await cards.insert({ name: 'T=0', image: input.first, protocol: 'T=0' });
await events.until('card');
found.protocolT0 = await readOnce();

await cards.insert({ name: 'guarded', image: input.guarded });
await events.until('card');
found.session = await visit();
found.sessionTraffic = await cards.traffic();

await cards.insert({ name: 'guarded T=0', image: input.guarded, protocol: 'T=0' });
await events.until('card');
found.sessionT0 = await visit();

// Pulled in the middle of the record that the eighth command writes.
const tear = { command: 8, moment: 'middle-of-record' } as const;
await cards.insert({ name: 'torn', image: input.guarded, tear });
await events.until('card');
const tornVisit = await visit();
found.tornOutcomes = tornVisit.outcomes;
await events.until('empty');
await cards.insert({ name: 'torn', image: '' });
await events.until('card');
found.healed = await heal(tornVisit.records);

await cards.insert({ name: 'conformance', image: encodeCardImage(makeTestCard()) });
await events.until('card');
found.conformance = await runConformance(openChannel);

// The card that the service finds again when it is back.
await cards.insert({ name: 'first', image: input.first });
await events.until('card');
await pcscd.kill();
await events.until('no-service');
pcscd = await startPcscd(2);
await events.until('card');
found.readAfterRestart = await readOnce();

const script = `00:A4:04:0C:08:${(toHex(applicationId).match(/../g) ?? []).join(':')}`;
const tool = await promisify(execFile)('opensc-tool', ['-c', 'default', '-r', '0', '-s', script]);
found.openscTool = `${tool.stdout}${tool.stderr}`;

found.events = events.seen.map(({ state }) => state);
service.close();
await cards.close();
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

/** A session and one dispensing written in it; what the card was told and what it answered. */
async function visit() {
  const open = await openChannel();
  try {
    const { session, shown } = await openSession(open);
    if (session.ledger === null) return { session, shown, outcomes: [], records: [] };
    const { records } = planAppend(session.ledger, {
      ...input.event,
      writer: terminal,
      terminalCounter: 1,
      headVersion: 1,
      medVersion: 1,
    });
    const outcomes: AppendOutcome[] = [];
    for (const record of records) outcomes.push(await appendRecord(open, record));
    return { session, shown, outcomes, records };
  } finally {
    await open.close();
  }
}

/** The next insertion: what was interrupted is found out and written. */
async function heal(records: readonly Uint8Array[]) {
  const open = await openChannel();
  try {
    const { session } = await openSession(open);
    const rows = records.map((bytes) => ({ bytes }));
    const recovery = await readRecovery(open, rows, session.records);
    if (!recovery.ok) return recovery;
    const outcomes: AppendOutcome[] = [];
    for (const { bytes } of recovery.value.open) outcomes.push(await appendRecord(open, bytes));
    return { next: recovery.value.next, isTorn: recovery.value.isTorn, outcomes };
  } finally {
    await open.close();
  }
}

async function openSession(open: CardChannel) {
  const shown: string[] = [];
  const session = await openCardSession(open, {
    issuerKeys: [input.issuerKey],
    today: input.today,
    randomBytes,
    terminal,
    findTerminalKey: (keyId) => input.terminalKeys[keyId] ?? null,
    onIdentity: ({ proof }) => shown.push(proof),
  });
  if (!session.ok) throw new Error(JSON.stringify(session.failure));
  return { session: session.value, shown };
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
  const choice = createCardChoice();
  followed.watch((look) => {
    seen.push(...choice.take(look));
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
