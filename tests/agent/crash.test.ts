import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EmbeddedServer, startEmbeddedServer } from '#agent/embedded-server.ts';
import { systemClock } from '#agent/system-clock.ts';
import type { ClaimSummary } from '#contracts/claim-views.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { layDatabase } from '#tests/server/made-database.ts';
import { openTerminal, signInAs, temporaryFolder } from './open-terminal.ts';

/** How often the terminal is killed; the moments follow from the seed, which a failing run names. */
const crashes = Number(process.env.MEDEXA_CRASHES ?? 10);
const seed = Number(process.env.MEDEXA_SEED ?? Date.now() % 1_000_000);
/** The latest kill after the terminal is ready, in milliseconds: a few visits. */
const span = 400;

const today = systemClock().today();
const insurer = buildDemoInsurer(today);
const code = '00112233445566778899aabbccddeeff';
const program = fileURLToPath(new URL('crash-day.ts', import.meta.url));

describe(`a terminal that is killed ${crashes} times in its day (MEDEXA_SEED=${seed})`, () => {
  it(
    'loses no confirmed claim, sends none twice, and offers the visit in progress again',
    async ({ annotate }) => {
      const folder = temporaryFolder();
      const server = startServer(join(folder, 'central'));
      onTestFinished(() => server.stop());
      const url = await addressOf(server);
      const place = { terminal: join(folder, 'terminal'), url };
      const next = randomFrom(seed);

      const saved: Saved[] = [];
      for (let crash = 0; crash < crashes - 1; crash += 1) {
        // The first opening of all and every fifth one are killed while they open, wherever they then are.
        const from = crash % 5 === 0 ? 'start' : 'ready';
        const delay = Math.floor(next() * (from === 'start' ? 1_500 : span));
        const run = await workUntilKilled(place, crash * 7, { from, delay });
        saved.push(...run.saved);
      }
      // The last one exactly between the last line and the save.
      const stopped = await workUntilKilled(place, 3, { from: 'typed', delay: 0 });
      saved.push(...stopped.saved);
      const after = await workUntilKilled(place, 5, { from: 'saved', delay: 0 });
      expect(after.offered).toBe(stopped.typed.at(-1));
      expect(after.saved[0]?.claimId).toBe(after.offered);
      saved.push(...after.saved);

      const listed = await listOnceSynced(place);
      const receipts = new Map(
        listed.map(({ claimId, receiptNumber }) => [claimId, receiptNumber]),
      );
      for (const { claimId, receiptNumber } of saved)
        expect(receipts.get(claimId), claimId).toBe(receiptNumber);
      expect(new Set(receipts.values()).size).toBe(listed.length);

      await server.stop();
      const held = await readServer(join(folder, 'central'));
      expect(held.claims.sort()).toEqual([...receipts.keys()].sort());
      expect(held.claimEvents).toBe(listed.length);
      expect(held.sequences).toEqual(held.sequences.map((_, index) => index + 1));
      await annotate(`confirmed ${saved.length}, listed ${listed.length}`);
      expect(held.doubts).toEqual({ repeated: 0, quarantined: 0, evidence: 0, suspect: 0 });
    },
    60_000 + crashes * 10_000,
  );
});

interface Saved {
  readonly claimId: string;
  readonly receiptNumber: string;
}

interface Run {
  /** The claim of the visit that was open when the terminal opened; null for none. */
  readonly offered: string | null;
  readonly typed: readonly string[];
  readonly saved: readonly Saved[];
}

interface Place {
  readonly terminal: string;
  readonly url: string;
}

interface Killing {
  readonly from: 'start' | 'ready' | 'typed' | 'saved';
  readonly delay: number;
}

/** Works in a process of its own until it is killed; answers what it said before that. */
async function workUntilKilled(
  { terminal, url }: Place,
  first: number,
  { from, delay }: Killing,
): Promise<Run> {
  const args = [program, terminal, url, code, today, String(first), from];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  if (from === 'start') killAfter(child, delay);
  let run: Run = { offered: null, typed: [], saved: [] };
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text);
    if ('offered' in line) run = { ...run, offered: line.offered };
    if ('typed' in line) run = { ...run, typed: [...run.typed, line.typed] };
    if ('saved' in line) run = { ...run, saved: [...run.saved, line.saved] };
    if (from in line) killAfter(child, delay);
  }
  const [, signal] = await closed;
  // One that ended in another way has met a bug, which it said on standard error.
  expect(signal).toBe('SIGKILL');
  return run;
}

const killAfter = (child: ChildProcess, delay: number): unknown =>
  delay === 0 ? child.kill('SIGKILL') : setTimeout(() => child.kill('SIGKILL'), delay);

function startServer(folder: string): EmbeddedServer {
  const referenceFile = join(temporaryFolder(), 'reference.json');
  writeFileSync(referenceFile, JSON.stringify(insurer.signed));
  layDatabase(folder);
  return startEmbeddedServer({
    folder,
    referenceFile,
    referenceKey: insurer.referenceKey,
    providerAnchor: insurer.providerAnchor.pkcs8,
    codes: [{ code, providerId: insurer.defaultProviderId }],
  });
}

async function addressOf(server: EmbeddedServer): Promise<string> {
  const url = await server.url;
  if (!url.ok) throw new Error(JSON.stringify(url.failure));
  return url.value;
}

/** The day's claims as the terminal lists them when the server has given its verdict on each. */
async function listOnceSynced({ terminal, url }: Place): Promise<readonly ClaimSummary[]> {
  const opened = await openTerminal(terminal, {
    server: { kind: 'remote', url, enrolmentCode: code },
    clock: { ...systemClock(), today: () => today },
  });
  await signInAs(opened, 'manager');
  const list = () => opened.call.claims.list({ day: today });
  const isPending = ({ verdictAt }: ClaimSummary) => verdictAt === null;
  let listed = await list();
  while (listed.some(isPending)) {
    const { sync } = await opened.until(() => true);
    await opened.call.sync.wake();
    await opened.until((desk) => desk.sync.lastContact !== sync.lastContact);
    listed = await list();
  }
  await opened.close();
  return listed;
}

/** What the server holds, read from its own database once it has stopped. */
async function readServer(folder: string) {
  const opened = await openDatabase(folder);
  if (!opened.ok) throw new Error(opened.failure.code);
  const { db, close } = opened.value;
  const inbox = await db.selectFrom('inbox').selectAll().orderBy('seq').execute();
  const verdicts = await db.selectFrom('verdict').select('claim_id').execute();
  const evidence = await db.selectFrom('evidence').select('kind').execute();
  const terminals = await db.selectFrom('terminal').select('is_suspect').execute();
  await close();
  return {
    claims: verdicts.map(({ claim_id }) => claim_id),
    claimEvents: inbox.filter(({ type }) => type === 'claim').length,
    sequences: inbox.map(({ seq }) => seq),
    doubts: {
      repeated: inbox.filter(({ is_repeated }) => is_repeated).length,
      quarantined: inbox.filter(({ state }) => state === 'quarantined').length,
      evidence: evidence.length,
      suspect: terminals.filter(({ is_suspect }) => is_suspect).length,
    },
  };
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
