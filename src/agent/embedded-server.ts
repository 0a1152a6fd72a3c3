import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

export interface EmbeddedServerOptions {
  /** The server's own folder: its database, keys and log. */
  readonly folder: string;
  readonly referenceFile: string;
  /** Raw Ed25519 key under which the reference file is signed, 32 bytes. */
  readonly referenceKey: Uint8Array;
  /** Private key (P-256, PKCS #8 DER) that vouches for terminals before cards; null: the server has none. */
  readonly providerAnchor: Uint8Array | null;
  /** Private key (the same) that signs cards; left out, or null: the server issues none. */
  readonly issuerKey?: Uint8Array | null;
  /** One-time enrolment codes (128 bits in hex) and the provider each is for. */
  readonly codes: readonly EmbeddedCode[];
  /** 0 takes any free port; a later start keeps the port that the first one got. */
  readonly port?: number;
}

export interface EmbeddedCode {
  readonly code: string;
  readonly providerId: string;
  /** What cards let its terminal do at most; left out: all that the provider may. */
  readonly cardRoles?: readonly string[];
}

/** A central server beside the terminal, for demonstrations: a process of its own that ends with us. */
export interface EmbeddedServer {
  /** Where it listens, once the latest start is through. */
  readonly url: Promise<Result<string, Failure>>;
  /** Opens the administrator's routes to its bearer; drawn anew with each terminal's start. */
  readonly adminToken: string;
  /** Starts it again after a stop, at the same address; while it runs, answers that address. */
  start(): Promise<Result<string, Failure>>;
  stop(): Promise<void>;
  isRunning(): boolean;
}

/** Starts the server by its file, at once. A start takes seconds: nobody should wait for it. */
export function startEmbeddedServer(options: EmbeddedServerOptions): EmbeddedServer {
  const adminToken = randomBytes(16).toString('hex');
  let port = options.port ?? 0;
  let running: {
    readonly child: ChildProcess;
    readonly url: Promise<Result<string, Failure>>;
  } | null = null;

  const start = (): Promise<Result<string, Failure>> => {
    if (running !== null) return running.url;
    const node = findNode();
    if (node === null) return Promise.resolve(failWith(failure('server-unreachable', noNode)));
    const child = spawnServer(node, { ...options, adminToken }, port);
    const url = readAddress(child).then((result) => {
      if (result.ok) port = Number(new URL(result.value).port);
      return result;
    });
    running = { child, url };
    const forget = () => {
      if (running?.child === child) running = null;
    };
    child.once('exit', forget);
    child.once('error', forget);
    return url;
  };

  let latest = start();
  return {
    adminToken,
    get url() {
      return latest;
    },
    start() {
      latest = start();
      return latest;
    },
    isRunning: () => running !== null,
    async stop() {
      if (running !== null) await endProcess(running.child);
    },
  };
}

const serverFile = fileURLToPath(new URL('../server/main.ts', import.meta.url));

/** How long a server may take to close its database before it is killed, in milliseconds. */
const patience = 5_000;

const noNode = { reason: 'no Node to run it with' };

/** Inside Electron execPath is Electron, which cannot run the server: the starter names a Node. */
function findNode(): string | null {
  return process.env.MEDEXA_NODE || ('electron' in process.versions ? null : process.execPath);
}

interface SpawnOptions extends EmbeddedServerOptions {
  readonly adminToken: string;
}

function spawnServer(node: string, options: SpawnOptions, port: number): ChildProcess {
  mkdirSync(options.folder, { recursive: true });
  const log = openSync(join(options.folder, 'server.log'), 'a', 0o600);
  const child = spawn(
    node,
    [
      serverFile,
      ...['--port', String(port)],
      ...['--folder', options.folder],
      ...['--reference', options.referenceFile],
      ...['--reference-key', Buffer.from(options.referenceKey).toString('hex')],
      '--exit-with-parent',
    ],
    // The child reads our end of its stdin: it closes with this process, however that ends.
    { stdio: ['pipe', 'pipe', log], env: { ...process.env, ...secretsOf(options) } },
  );
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  return child;
}

/** What no other user of the machine should read: arguments are in everybody's list of processes. */
const secretsOf = ({ adminToken, codes, issuerKey, providerAnchor }: SpawnOptions) => ({
  MEDEXA_ADMIN_TOKEN: adminToken,
  MEDEXA_ENROLMENT_CODES: codes.map(writeCode).join(','),
  ...(providerAnchor === null ? {} : { MEDEXA_PROVIDER_ANCHOR: hexOf(providerAnchor) }),
  ...(issuerKey == null ? {} : { MEDEXA_ISSUER_KEY: hexOf(issuerKey) }),
});

const writeCode = ({ cardRoles, code, providerId }: EmbeddedCode): string =>
  [code, providerId, ...(cardRoles === undefined ? [] : [cardRoles.join('+')])].join(':');

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const listeningSchema = z.object({ listening: z.url() });

/** The address from the line `{"listening": URL}`; other lines are read and dropped. */
function readAddress(child: ChildProcess): Promise<Result<string, Failure>> {
  return new Promise((resolve) => {
    const refuse = (reason: string) => resolve(failWith(failure('server-unreachable', { reason })));
    child.once('error', (error) => refuse(error.message));
    child.once('exit', (code, signal) => refuse(`the server ended: ${signal ?? code}`));
    if (child.stdout === null) return refuse('the server has no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = listeningSchema.safeParse(parseLine(line));
      if (said.success) resolve(succeed(said.data.listening));
    });
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function endProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
