import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type EmbeddedServer, startEmbeddedServer } from '#agent/embedded-server.ts';
import { paths, statusSchema } from '#contracts/server-api.ts';
import { calendarDate } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { layDatabase } from '#tests/server/made-database.ts';

const insurer = buildDemoInsurer(calendarDate('2026-11-23'));
let folder: string;
let referenceFile: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medexa-embedded-'));
  referenceFile = join(folder, 'reference.json');
  writeFileSync(referenceFile, JSON.stringify(insurer.signed));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (name: string, code = '00112233445566778899aabbccddeeff'): EmbeddedServer => {
  layDatabase(join(folder, name));
  return startEmbeddedServer({
    folder: join(folder, name),
    referenceFile,
    referenceKey: insurer.referenceKey,
    providerAnchor: insurer.providerAnchor.pkcs8,
    codes: [{ code, providerId: insurer.defaultProviderId }],
  });
};

async function addressOf(server: EmbeddedServer): Promise<string> {
  const url = await server.url;
  if (!url.ok) throw new Error(JSON.stringify(url.failure));
  return url.value;
}

const isAnswering = async (url: string): Promise<boolean> => {
  const answer = await fetch(url + paths.status).catch(() => null);
  return answer !== null && statusSchema.safeParse(await answer.json()).success;
};

describe('the embedded server', () => {
  it('runs as a process of its own, and comes back at the same address after a stop', async () => {
    const server = start('first');
    onTestFinished(() => server.stop());
    const url = await addressOf(server);
    expect(server.isRunning()).toBe(true);
    expect(await isAnswering(url)).toBe(true);

    await server.stop();
    expect(server.isRunning()).toBe(false);
    expect(await isAnswering(url)).toBe(false);

    expect(await server.start()).toEqual({ ok: true, value: url });
    expect(await addressOf(server)).toBe(url);
    expect(await isAnswering(url)).toBe(true);
  }, 60_000);

  it('says that it could not start, and keeps why in its log', async () => {
    const server = start('second', 'no code at all');
    expect(await server.url).toMatchObject({ ok: false, failure: { code: 'server-unreachable' } });
    expect(server.isRunning()).toBe(false);
    expect(readFileSync(join(folder, 'second', 'server.log'), 'utf8')).toContain('refused');
  });

  it('ends with its terminal, even when that is killed', async () => {
    const program = fileURLToPath(new URL('embedding-parent.ts', import.meta.url));
    const key = Buffer.from(insurer.referenceKey).toString('hex');
    const parent = spawn(process.execPath, [program, join(folder, 'third'), referenceFile, key], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = await once(createInterface({ input: parent.stdout }), 'line');
    const { value: url } = JSON.parse(String(line));
    expect(await isAnswering(url)).toBe(true);

    parent.kill('SIGKILL');
    await expect.poll(() => isAnswering(url), { timeout: 15_000, interval: 100 }).toBe(false);
  }, 60_000);
});
