import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { AgentOptions, Clock } from '#agent/agent.ts';
import { readDatabaseKey } from '#agent/database-key.ts';
import { openAgent } from '#agent/open-agent.ts';
import type { AgentRouter } from '#agent/router.ts';
import { systemClock } from '#agent/system-clock.ts';
import { loadKeys } from '#agent/terminal-keys.ts';
import type { FindLedgerKey } from '#card/judge-record.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { createVirtualService, type VirtualService } from '#card/transport/virtual-service.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import type { Reference } from '#contracts/reference.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { toHex } from '#domain/chain.ts';
import { calendarDate } from '#domain/dates.ts';
import type { Money } from '#domain/money.ts';
import { buildDemoInsurer, type DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { signReference } from '#packs/signed-reference.ts';
import { findIdentity } from '#store/identity.ts';
import { openStore, type Store } from '#store/open-store.ts';
import { startIssuing } from '../start-server.ts';
import { cardNumberOf } from './card-state.ts';
import { membersWith } from './patients.ts';

/** A whole terminal on its own folder, its reader virtual; nobody is waited for by the clock. */
export interface Counter {
  readonly call: RouterClient<AgentRouter>;
  readonly reader: VirtualService;
  /** By which cards name the terminal. */
  readonly keyId: string;
  until(condition: (desk: DeskView) => boolean): Promise<DeskView>;
  /** Looks into the store; the terminal is closed first, and stays so. */
  lookInto<T>(look: (store: Store) => T): Promise<T>;
  /** Closes it and opens it again so many milliseconds later. */
  reopenLater(milliseconds: number): Promise<void>;
}

/** The terminals of the tear matrix: they know one another's keys and so many members. */
export interface Counters {
  /** A doctor's and a pharmacist's at one place, and a pharmacist's elsewhere. */
  readonly doctor: Counter;
  readonly pharmacist: Counter;
  readonly manager: Counter;
  readonly elsewhere: Counter;
  /** A manager's that a centre knows, which issues these cards. */
  readonly connected: Counter;
  /** A pharmacist's elsewhere, whom the same centre knows: what it takes back, the others hear of. */
  readonly returning: Counter;
  /** Orders work of the issuer's on a card, at that centre. */
  orderFor(card: VirtualCard, order: object): Promise<void>;
  findLedgerKey: FindLedgerKey;
  close(): Promise<void>;
}

const insurer = buildDemoInsurer(systemClock().today());
const places = [
  ['doctor', 'doctor', 'SY-DAM-0031'],
  ['pharmacist', 'pharmacist', 'SY-DAM-0031'],
  ['manager', 'manager', 'SY-DAM-0031'],
  ['elsewhere', 'pharmacist', 'SY-DAM-0112'],
  ['connected', 'manager', 'SY-DAM-0031'],
  ['returning', 'pharmacist', 'SY-DAM-0112'],
] as const;

/** Opens each once as the demonstration does, then on reference data that know these terminals and members. */
export async function openCounters(members: number): Promise<Counters> {
  const root = mkdtempSync(join(tmpdir(), 'medexa-tears-'));
  const keys: Reference['terminalKeys'] = [];
  for (const [name, , providerId] of places) {
    const folder = join(root, name);
    const opened = await openAgent({ ...common(folder), reference: { kind: 'demo', providerId } });
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    await opened.value.close();
    keys.push(inStore(folder, (store) => keyOf(store, providerId)));
  }
  const file = join(root, 'reference.json');
  const { reference, referenceSigner } = insurer;
  const known: Reference = {
    ...reference,
    manifestVersion: reference.manifestVersion + 1,
    pack: unlimited(insurer),
    members: membersWith(reference, members),
    terminalKeys: [...reference.terminalKeys, ...keys],
  };
  const signed = signReference(known, referenceSigner.sign);
  writeFileSync(file, JSON.stringify(signed));
  const codes = new Map<string, string>([
    ['connected', 'ca'.repeat(16)],
    ['returning', 'cb'.repeat(16)],
  ]);
  const enrolling = places.flatMap(([name, , providerId]) => {
    const code = codes.get(name);
    return code === undefined ? [] : [{ code, providerId }];
  });
  const centre = await startIssuing({ ...insurer, signed }, enrolling);
  const open = places.map(([name, role, providerId], i) =>
    openCounter(join(root, name), {
      ...{ file, role, providerId, keyId: keys[i]?.keyId ?? '' },
      server: codes.has(name)
        ? { kind: 'remote', url: centre.url, enrolmentCode: codes.get(name) ?? null }
        : { kind: 'none' },
    }),
  );
  const all = await Promise.all(open);
  const [doctor, pharmacist, manager, elsewhere, connected, returning] = all;
  if (!(doctor && pharmacist && manager && elsewhere && connected && returning)) {
    throw new Error('there are six places');
  }
  for (const one of [connected, returning]) await one.until(({ sync }) => sync.link === 'online');
  const ledgerKeys = [...known.terminalKeys, issuersKey];
  return {
    ...{ doctor, pharmacist, manager, elsewhere, connected, returning },
    orderFor: (card, order) => centre.order(cardNumberOf(card), order),
    findLedgerKey: (keyId) => ledgerKeys.find((key) => key.keyId === keyId) ?? null,
    async close() {
      await Promise.all(all.map((one) => one.lookInto(() => null)));
      await centre.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The matrix saves more claims without a centre than the contract lets a terminal save. */
function unlimited({ pack }: DemoInsurer): RulePack {
  const { limits } = pack.offline;
  if (limits == null) return pack;
  const perTerminal = { claims: 1_000_000, amount: 1_000_000_000_000 as Money };
  return {
    ...pack,
    offline: { ...pack.offline, limits: { ...limits, perTerminal } },
  };
}

/** By which a checkpoint of the issuer is verified. */
const issuersKey = {
  keyId: terminalKeyIdOf(insurer.issuer.rawPublicKey),
  publicKey: toHex(insurer.issuer.rawPublicKey),
  ...{ providerId: 'issuer', from: calendarDate('2020-01-01'), to: null, revoked: false },
};

interface Place {
  readonly server: AgentOptions['server'];
  readonly file: string;
  readonly role: string;
  readonly providerId: string;
  readonly keyId: string;
}

async function openCounter(
  folder: string,
  { file, keyId, providerId, role, server }: Place,
): Promise<Counter> {
  const reader = createVirtualService();
  const user = insurer.users.find((each) => each.role === role);
  if (user === undefined) throw new Error(`no demo user for ${role}`);
  let late = 0;
  const start = async () => {
    const opened = await openAgent({
      ...common(folder),
      server,
      cardService: reader,
      clock: clockLater(late),
      reference: { kind: 'file', path: file, key: insurer.referenceKey, providerId },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const call = createRouterClient(opened.value.router);
    await call.session.signIn({ userId: user.userId, pin: user.pin });
    return { call, close: opened.value.close };
  };
  let running: Awaited<ReturnType<typeof start>> | null = await start();
  const now = () => {
    if (running === null) throw new Error('the terminal is closed');
    return running;
  };
  const close = async () => {
    await running?.close();
    running = null;
  };
  return {
    get call() {
      return now().call;
    },
    ...{ reader, keyId },
    until: (condition) => watchUntil(now().call, condition),
    async lookInto(look) {
      await close();
      return inStore(folder, look);
    },
    async reopenLater(milliseconds) {
      await close();
      late += milliseconds;
      running = await start();
    },
  };
}

const common = (folder: string) =>
  ({ folder, server: { kind: 'none' }, cardService: null, keyWrap: null }) as const;

function clockLater(milliseconds: number): Clock {
  const clock = systemClock();
  const now = () =>
    new Date(Date.parse(clock.now()) + milliseconds).toISOString() as ReturnType<Clock['now']>;
  return { ...clock, now, today: () => calendarDate(now().slice(0, 10)) };
}

function inStore<T>(folder: string, look: (store: Store) => T): T {
  const key = readDatabaseKey(folder, null);
  if (!key.ok) throw new Error(JSON.stringify(key.failure));
  const store = openStore({ folder, key: key.value });
  if (!store.ok) throw new Error(JSON.stringify(store.failure));
  try {
    return look(store.value);
  } finally {
    store.value.close();
  }
}

function keyOf({ reader }: Store, providerId: string): Reference['terminalKeys'][number] {
  const identity = findIdentity(reader);
  if (identity === null) throw new Error('a terminal that was opened has keys');
  const { publicKey } = loadKeys(identity).card;
  return {
    keyId: terminalKeyIdOf(publicKey),
    publicKey: toHex(publicKey),
    providerId,
    from: calendarDate('2020-01-01'),
    to: null,
    revoked: false,
  };
}

/** For what hangs, in milliseconds: what is waited for usually comes at once. */
const patience = 60_000;

async function watchUntil(
  call: RouterClient<AgentRouter>,
  condition: (desk: DeskView) => boolean,
): Promise<DeskView> {
  let last: DeskView | null = null;
  const stop = AbortSignal.timeout(patience);
  for await (const desk of await call.desk.watch(undefined, { signal: stop })) {
    last = desk;
    if (condition(desk)) return desk;
  }
  throw new Error(`the desk never came to that; last: ${JSON.stringify(last)}`);
}
