import { mkdirSync } from 'node:fs';
import type { Signer } from '#card/profile/p256.ts';
import type { TerminalRoles } from '#contracts/admin-api.ts';
import { toHex } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { adjudicateNext, setAsideNext } from './adjudication/adjudicate-next.ts';
import { settleEarlier } from './adjudication/settle-earlier.ts';
import { startWorker } from './adjudication/worker.ts';
import { openCardSessions } from './cards/card-sessions.ts';
import { type OpenedDatabase, openDatabase } from './database/open-database.ts';
import { type MintedCode, mintCode } from './enrolment/codes.ts';
import { takeFolderLock } from './folder-lock.ts';
import { buildApp } from './http/build-app.ts';
import { loadServerKey } from './keys.ts';
import { type PublishedReferences, publishReference } from './published-references.ts';

export interface ServerOptions {
  /** The server's own folder: database and signing key; made when absent. */
  readonly folder: string;
  /** 0 takes any free port of 127.0.0.1. */
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  /** The signed reference file, and the raw Ed25519 key (32 bytes) under which it is signed. */
  readonly referenceFile: string;
  readonly referenceKey: Uint8Array;
  /** Vouches for terminals before cards; without it no terminal gets a certificate. */
  readonly providerAnchor: Signer | null;
  /** Signs cards; without it the issuer works on none. */
  readonly issuer: Signer | null;
  readonly adminToken: string | null;
  /** Enrolment codes that hold from the start. */
  readonly codes: readonly {
    readonly code: string;
    readonly providerId: string;
    readonly cardRoles: TerminalRoles | null;
  }[];
  /** Told of what is not expected: it names no person. */
  report(error: unknown): void;
}

export interface RunningServer {
  readonly url: string;
  mintCode(providerId: string): Promise<MintedCode>;
  /** Answers what is in hand, then closes everything. */
  close(): Promise<void>;
}

/** Opens database and reference, starts the worker, listens. Whatever was opened is closed again on a failure. */
export async function openServer(options: ServerOptions): Promise<Result<RunningServer, Failure>> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const lock = await takeFolderLock(options.folder);
  if (lock === null) return failWith(failure('database-locked'));
  const database = await openDatabase(options.folder);
  if (!database.ok) {
    await lock.release();
    return database;
  }
  const opened = await startServing(options, database.value);
  if (!opened.ok) {
    await database.value.close();
    await lock.release();
    return opened;
  }
  const { url, stop } = opened.value;
  return succeed({
    url,
    mintCode: (providerId) => mintCode(database.value.db, providerId, null),
    async close() {
      await stop();
      await database.value.close();
      await lock.release();
    },
  });
}

async function startServing(
  options: ServerOptions,
  { db, durability }: OpenedDatabase,
): Promise<Result<{ readonly url: string; stop(): Promise<void> }, Failure>> {
  const references = await publishReference(db, options.referenceFile, options.referenceKey);
  if (!references.ok) return references;
  for (const { code, cardRoles, providerId } of options.codes) {
    await mintCode(db, providerId, cardRoles, code);
  }
  await settleEarlier(db);
  const worker = startWorker(queueOf(db, references.value, options));
  const app = buildApp(
    {
      ...{ db, durability, references: references.value, now },
      key: loadServerKey(options.folder),
      referenceKey: toHex(options.referenceKey),
      providerAnchor: options.providerAnchor,
      issuer: options.issuer,
      cardSessions: openCardSessions(),
      publicUrl: options.publicUrl,
      adminToken: options.adminToken,
      wakeWorker: () => worker.wake(),
    },
    options.report,
  );
  const stop = async () => {
    await app.close();
    await worker.stop();
  };
  try {
    return succeed({ url: await app.listen({ host: options.host, port: options.port }), stop });
  } catch (error) {
    await stop();
    if (!isPortTaken(error)) throw error;
    return failWith(failure('port-taken', { port: options.port }));
  }
}

const queueOf = (
  db: OpenedDatabase['db'],
  references: PublishedReferences,
  { report }: ServerOptions,
) => ({
  workNext: () => adjudicateNext(db, references, now()),
  setAsideNext: () => setAsideNext(db, now()),
  report,
});

const now = (): Instant => new Date().toISOString() as Instant;

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
