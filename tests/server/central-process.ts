import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { mintReplySchema } from '#contracts/admin-api.ts';
import { paths } from '#contracts/server-api.ts';
import { layDatabase } from './made-database.ts';
import { referenceKey, writeReference } from './reference-builder.ts';

export const adminToken = 'the-token-of-the-tests';

export interface CentralProcess {
  readonly url: string;
  readonly folder: string;
  readonly child: ChildProcess;
  /** A fresh enrolment code for a provider, from the administrator's door. */
  mint(providerId?: string): Promise<string>;
  /** Ends it with a signal and waits until it is gone; answers its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface StartOptions {
  readonly folder?: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'medexa-central-'));

/** Runs the server by its file, without waiting for anything. */
export function spawnCentral({ folder = freshFolder(), ...options }: StartOptions = {}) {
  const file = join(folder, 'reference.json');
  if (!options.args?.includes('--reference')) writeReference(file);
  const args = [
    ...['--folder', folder, '--reference', file, '--reference-key', referenceKey],
    ...['--port', String(options.port ?? 0)],
    ...(options.args ?? []),
  ];
  layDatabase(folder);
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, MEDEXA_ADMIN_TOKEN: adminToken, ...options.env },
  });
  return { child, folder };
}

/** Starts the real server as a process of its own and waits until it listens. */
export async function startCentral(options: StartOptions = {}): Promise<CentralProcess> {
  const { child, folder } = spawnCentral(options);
  const told = await firstLine(child);
  const { listening: url } = JSON.parse(told) as { listening: string };
  return {
    url,
    folder,
    child,
    async mint(providerId = 'NAFIS') {
      const answer = await fetch(url + paths.mintCode, {
        method: 'POST',
        headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ providerId }),
      });
      return mintReplySchema.parse(await answer.json()).code;
    },
    async end(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

/** Ends the process and removes what it kept. */
export async function discard(central: CentralProcess): Promise<void> {
  await central.end();
  rmSync(central.folder, { recursive: true, force: true });
}

/** The first line that a process says; throws with its log when it ends without one. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the server ended: ${log}`);
  });
  if (child.stdout === null) throw new Error('no stdout');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([said]) =>
    String(said),
  );
  return await Promise.race([line, ended]);
}
