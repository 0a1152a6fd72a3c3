import type { SyncView } from '#contracts/agent-views.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { countUnsent, countUnsentClaims, listUnsent, recordAck, rewind } from '#store/events.ts';
import { findIdentity, recordIdentity } from '#store/identity.ts';
import { countAwaitingAnswer } from '#store/requests.ts';
import { applyVerdictPage, countAwaitingVerdict, readVerdictCursor } from '#store/verdicts.ts';
import { type CentralClient, createCentralClient } from '#sync/central-client.ts';
import { enrol } from '#sync/enrol.ts';
import type { Outbox, TerminalIdentity, VerdictSink } from '#sync/ports.ts';
import { type SyncLoop, startSyncLoop } from '#sync/sync-loop.ts';
import { syncOnce } from '#sync/sync-once.ts';
import { readCertificate } from './card-credentials.ts';
import { consultCentre } from './consult-centre.ts';
import { keepCardKeys } from './keep-card-keys.ts';
import { keepCorrections } from './keep-corrections.ts';
import { stalenessOf } from './staleness.ts';
import { tellAnswers } from './tell-answers.ts';
import type { CentreAtHand, Terminal } from './terminal.ts';

/** Where the server is and how to become known to it; the address may take a while to exist. */
export interface CentralServer {
  readonly address: () => Promise<Result<string, Failure>>;
  /** One-time code, 128 bits in hex; null where an administrator has not given one. */
  readonly enrolmentCode: string | null;
}

/** How long one request may take before it is tried again, in milliseconds. */
const requestPatience = 15_000;

/** Enrols once, then sends what waits and fetches verdicts and what is needed at cards, for as long as the terminal runs. */
export function keepInSync(terminal: Terminal, server: CentralServer): SyncLoop {
  const { store } = terminal;
  const outbox = outboxOf(terminal);
  const verdicts = verdictsOf(terminal);

  const turn = async () => {
    const address = await server.address();
    if (!address.ok) return address;
    const client = createCentralClient({ baseUrl: address.value, timeoutMs: requestPatience });
    const identity = await enrolled(terminal, client, server.enrolmentCode);
    if (!identity.ok) return identity;
    // Neither waits for the other, nor fails it: claims go out although no key comes in.
    const [synced, cardKeys, corrections] = await Promise.all([
      syncOnce(client, identity.value, outbox, verdicts),
      keepCardKeys(terminal, client, identity.value),
      keepCorrections(terminal, client, identity.value),
    ]);
    if (!synced.ok || cardKeys.ok) return synced.ok && !corrections.ok ? corrections : synced;
    return cardKeys;
  };

  return startSyncLoop({
    turn,
    isAwaitingVerdicts: () =>
      countAwaitingVerdict(store.reader) + countAwaitingAnswer(store.reader) > 0,
    onTurn(result) {
      showSync(terminal, result);
      // A visit that was begun without the network is told of now.
      if (result.ok) void consultCentre(terminal);
    },
  });
}

/** Where the centre is, for what cannot wait for a turn; never enrols. */
export async function reachCentre(
  terminal: Terminal,
  server: CentralServer | null,
): Promise<Result<CentreAtHand, Failure>> {
  const serverKey = findIdentity(terminal.store.reader)?.serverKey ?? null;
  if (server === null || serverKey === null) return failWith(failure('enrolment-absent'));
  const address = await server.address();
  return address.ok
    ? succeed({ baseUrl: address.value, identity: inUse(terminal, serverKey) })
    : address;
}

/** Shows how the connection stands after a turn, or merely what waits now. */
export function showSync(terminal: Terminal, turn: Result<unknown, Failure> | null): void {
  const { clock, desk, reference, store } = terminal;
  const isEnrolled = findIdentity(store.reader)?.enrolledAt != null;
  const before = desk.current.sync;
  const link = (): SyncView['link'] => {
    if (!isEnrolled) return 'not-enrolled';
    if (turn === null) return before.link === 'online' ? 'online' : 'offline';
    return turn.ok ? 'online' : 'offline';
  };
  desk.update({
    sync: {
      link: link(),
      waiting: countUnsentClaims(store.reader),
      lastContact: turn?.ok === true ? clock.now() : before.lastContact,
      lastFailure: turn === null ? before.lastFailure : turn.ok ? null : turn.failure,
      referenceAsOf: reference.publishedAt,
      staleness: stalenessOf(reference, clock.now()),
    },
  });
}

/** This terminal as the server knows it; enrols first where no server does. */
async function enrolled(
  terminal: Terminal,
  client: CentralClient,
  code: string | null,
): Promise<Result<TerminalIdentity, Failure>> {
  const { clock, keys, store } = terminal;
  const identity = findIdentity(store.reader);
  if (identity === null) return failWith(failure('enrolment-absent'));
  if (identity.serverKey !== null) return succeed(inUse(terminal, identity.serverKey));
  if (code === null) return failWith(failure('enrolment-absent'));
  const granted = await enrol(client, { code, chainKeys: keys.chain, cardKeys: keys.card });
  if (!granted.ok) return granted;
  const { providerId, serverKey, referenceKey, serverTime } = granted.value;
  const cardCertificate = readCertificate(granted.value.cardCertificate, keys);
  if (!cardCertificate.ok) return cardCertificate;
  const kept = store.commit((db) =>
    recordIdentity(db, {
      ...identity,
      providerId,
      serverKey,
      referenceKey,
      serverTime,
      cardCertificate: cardCertificate.value,
      enrolledAt: clock.now(),
    }),
  );
  return kept.ok ? succeed(inUse(terminal, serverKey)) : kept;
}

const inUse = ({ epoch, keys }: Terminal, serverKey: string): TerminalIdentity => ({
  terminalId: keys.terminalId,
  epoch,
  serverKey: Buffer.from(serverKey, 'hex'),
  sign: keys.chain.sign,
});

const outboxOf = ({ store }: Terminal): Outbox => ({
  listUnsent: (limit) => listUnsent(store.reader, limit),
  countUnsent: () => countUnsent(store.reader),
  recordAck: (ack) => store.commit((db) => recordAck(db, ack)),
  rewind: (seq) => store.commit((db) => rewind(db, seq)),
});

const verdictsOf = (terminal: Terminal): VerdictSink => ({
  cursor: () => readVerdictCursor(terminal.store.reader),
  applyPage(page) {
    const applied = terminal.store.commit((db) => applyVerdictPage(db, page));
    if (applied.ok) tellAnswers(terminal, page);
    return applied;
  },
});
