import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { openStore, type Store } from '#store/open-store.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Agent, AgentOptions } from './agent.ts';
import { findCardCredentials } from './card-credentials.ts';
import { chooseReader } from './choose-reader.ts';
import { readDatabaseKey } from './database-key.ts';
import { enterDemoUsers, playDemo } from './demo.ts';
import { playClerk } from './demo-clerk.ts';
import { playReviewer } from './demo-reviewer.ts';
import { createDesk } from './desk.ts';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { followReader } from './follow-reader.ts';
import { type CentralServer, keepInSync, reachCentre, showSync } from './keep-in-sync.ts';
import { makeClaimsSearchable } from './make-claims-searchable.ts';
import { ownKeys } from './own-keys.ts';
import { giveUpLostCards } from './recover-card.ts';
import { installReferenceFile, loadReference } from './reference.ts';
import { chooseSource, embeddedEnrolmentCode, type ReferenceSource } from './reference-source.ts';
import { restoreVisit } from './restore-visit.ts';
import { createRouter } from './router.ts';
import { systemClock } from './system-clock.ts';
import type { Terminal } from './terminal.ts';
import { vouchForDemoTerminal } from './vouch-for-demo-terminal.ts';

/**
 * Opens the whole terminal on its folder: store, keys, reference data, reader, sync.
 * Never waits for the server; a failure says what keeps it from opening, and nothing was changed.
 */
export async function openAgent(options: AgentOptions): Promise<Result<Agent, Failure>> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const key = readDatabaseKey(options.folder, options.keyWrap);
  if (!key.ok) return key;
  const store = openStore({ folder: options.folder, key: key.value });
  key.value.fill(0);
  if (!store.ok) return store;
  const agent = await startAgent(store.value, options);
  if (!agent.ok) store.value.close();
  return agent;
}

async function startAgent(store: Store, options: AgentOptions): Promise<Result<Agent, Failure>> {
  const clock = options.clock ?? systemClock();
  const source = chooseSource(options, clock.today());
  const terminal = openTerminal(store, options, source);
  if (!terminal.ok) return terminal;
  if (source.insurer !== null) {
    const entered = await enterDemoUsers(store, source.insurer);
    if (!entered.ok) return entered;
    const { keys } = terminal.value;
    const vouched = vouchForDemoTerminal(store, keys, source.insurer, clock.today());
    if (!vouched.ok) return vouched;
  }
  const server = findServer(store, options, source);
  return server.ok
    ? succeed(await connectParts(terminal.value, options, source, server.value))
    : server;
}

/** The terminal's own parts, from disk: reference data, keys, the visit in progress. */
function openTerminal(
  store: Store,
  options: AgentOptions,
  source: ReferenceSource,
): Result<Terminal, Failure> {
  const clock = options.clock ?? systemClock();
  const installed = installReferenceFile(store, clock, source.file, source.key);
  const reference = loadReference(store);
  // What was verified before serves on: the window says why nothing newer could be taken.
  if (!reference.ok) return installed.ok ? reference : installed;
  const provider = reference.value.pack.provider(source.providerId);
  if (provider === null)
    return failWith(failure('provider-unknown', { provider: source.providerId }));
  const own = ownKeys(store);
  if (!own.ok) return own;
  const demoUsers = source.insurer?.users.map(({ userId, pin }) => [userId, pin] as const);
  return succeed({
    version: packageJson.version,
    keyProtection: options.keyWrap?.protection ?? 'development',
    store,
    clock,
    keys: own.value.keys,
    epoch: own.value.identity.epoch,
    provider,
    reference: reference.value,
    desk: createDesk(reference.value.publishedAt, installed.ok ? null : installed.failure),
    demoPins: demoUsers === undefined ? null : new Map(demoUsers),
    wakeSync: () => undefined,
    centre: async () => failWith(failure('enrolment-absent')),
    reader: {
      readAgain: () => undefined,
      leaveCard: () => undefined,
      borrowCard: async () => failWith(failure('reader-absent')),
    },
    credentials: () => findCardCredentials(store, own.value.keys),
    visit: restoreVisit(store),
    card: null,
  });
}

interface ServerInUse {
  readonly central: CentralServer;
  readonly embedded: EmbeddedServer | null;
}

/** The server that the options name; an embedded one is started here and not waited for. */
function findServer(
  store: Store,
  { folder, server }: AgentOptions,
  source: ReferenceSource,
): Result<ServerInUse | null, Failure> {
  if (server.kind === 'none') return succeed(null);
  if (server.kind === 'remote') {
    const address = async () => succeed(server.url);
    return succeed({ central: { address, enrolmentCode: server.enrolmentCode }, embedded: null });
  }
  const code = embeddedEnrolmentCode(store);
  if (!code.ok) return code;
  const embedded = startEmbeddedServer({
    folder: join(folder, 'server'),
    referenceFile: source.file,
    referenceKey: source.key,
    providerAnchor: source.providerAnchor,
    issuerKey: source.issuerKey,
    codes: [{ code: code.value, providerId: source.providerId }],
  });
  return succeed({ central: { address: () => embedded.url, enrolmentCode: code.value }, embedded });
}

const hour = 3_600_000;

/** Sets the parts going: what happens at the reader, what waits for the server, what the window may ask. */
async function connectParts(
  terminal: Terminal,
  options: AgentOptions,
  { insurer }: ReferenceSource,
  server: ServerInUse | null,
): Promise<Agent> {
  const { service, demoReader } = await chooseReader(options.cardService, insurer !== null);
  const embedded = server?.embedded ?? null;
  const demonstration =
    insurer === null
      ? null
      : playDemo(join(options.folder, 'demo'), insurer, demoReader, embedded, terminal);

  showSync(terminal, null);
  const sync = server === null ? null : keepInSync(terminal, server.central);
  terminal.centre = () => reachCentre(terminal, server?.central ?? null);
  terminal.wakeSync = () => {
    showSync(terminal, null);
    sync?.wake();
  };
  makeClaimsSearchable(terminal);
  giveUpLostCards(terminal);
  const givingUp = setInterval(() => giveUpLostCards(terminal), hour);
  const reviewing = insurer === null || embedded === null ? null : playReviewer(terminal, embedded);
  const ordering =
    insurer === null || embedded === null ? null : playClerk(terminal, embedded, insurer);
  const follower = followReader(terminal, service);
  terminal.reader = follower;

  return {
    router: createRouter(terminal, demonstration),
    async close() {
      clearInterval(givingUp);
      reviewing?.();
      ordering?.();
      await follower.stop();
      service.close();
      await sync?.stop();
      await embedded?.stop();
      terminal.store.close();
    },
  };
}
