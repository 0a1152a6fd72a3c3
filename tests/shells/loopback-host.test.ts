import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '#agent/agent.ts';
import { openAgent } from '#agent/open-agent.ts';
import type { AgentContract } from '#contracts/agent-api.ts';
import { type Host, openHost } from '../../src/shells/loopback/open-host.ts';
import { askHost, enterHost, pathOf, refused } from './ask-host.ts';

let folder: string;
let agent: Agent;
let host: Host;
let entered = 0;
const bugs: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'medexa-host-'));
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  writeFileSync(join(page, 'assets/app.js'), 'export {};');
  writeFileSync(join(page, 'assets/key.pem'), 'not for a window');
  writeFileSync(join(folder, 'secret.js'), 'outside');
  symlinkSync(join(folder, 'secret.js'), join(page, 'assets/link.js'));
  const opened = await openAgent({
    folder: join(folder, 'terminal'),
    server: { kind: 'none' },
    reference: { kind: 'demo' },
    cardService: null,
    keyWrap: null,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  agent = opened.value;
  host = await openTestHost(0);
});

afterAll(async () => {
  await host?.close();
  await agent?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openTestHost(port: number): Promise<Host> {
  const opened = await openHost({
    router: agent.router,
    port,
    pageFolder: join(folder, 'page'),
    onEntered: () => {
      entered += 1;
    },
    onBug: (error) => bugs.push(error),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askHost(host, path, headers, method);
const enter = () => enterHost(host);

describe('the one-use link', () => {
  it('is exchanged for a cookie that scripts and other sites never get', async () => {
    const answer = await ask(pathOf(host.mintLink()));
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^medexa-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
  });

  it('works once and tells the host so', async () => {
    const link = pathOf(host.mintLink());
    const before = entered;
    expect((await ask(link)).status).toBe(303);
    expect(await ask(link)).toMatchObject(refused);
    expect(entered).toBe(before + 1);
  });

  it('is void once a newer one exists', async () => {
    const older = pathOf(host.mintLink());
    host.mintLink();
    expect(await ask(older)).toMatchObject(refused);
  });

  it.each(['/enter', '/enter?token=', '/enter?token=guess'])(
    'cannot be guessed as %s',
    async (path) => {
      expect(await ask(path)).toMatchObject(refused);
    },
  );
});

describe('who is refused', () => {
  const strangers: readonly [string, Record<string, string>][] = [
    ['another name for this machine (DNS rebinding)', { host: 'evil.example:80' }],
    ['the right address without its port', { host: '127.0.0.1' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    [
      'a request that the browser knows to be from another site',
      { 'sec-fetch-site': 'cross-site' },
    ],
    ['a request from another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a made-up session', { cookie: 'x=1; medexa-0=abc' }],
  ];
  it.each(strangers)('%s, even with a session', async (_, headers) => {
    const cookie = await enter();
    const { cookie: wrong, ...rest } = headers;
    for (const path of ['/', '/assets/app.js', '/openapi.json', '/rpc/terminal/describe']) {
      expect(await ask(path, { cookie: wrong ?? cookie, ...rest }), path).toMatchObject(refused);
    }
  });

  it.each([
    '/',
    '/assets/app.js',
    '/openapi.json',
    '/rpc/terminal/describe',
    '/api/terminal/describe',
  ])('anyone without a session, at %s', async (path) => {
    expect(await ask(path)).toMatchObject(refused);
    expect(await ask(path, {}, 'POST')).toMatchObject(refused);
  });

  it('a wrong host may not even enter', async () => {
    const link = pathOf(host.mintLink());
    expect(await ask(link, { host: 'evil.example' })).toMatchObject(refused);
    expect((await ask(link)).status).toBe(303);
  });
});

describe('the page', () => {
  it('carries a strict content policy with a fresh nonce', async () => {
    const cookie = await enter();
    const [one, two] = [await ask('/', { cookie }), await ask('/', { cookie })];
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(one.body).toContain(`nonce="${nonce}"`);
    expect(two.headers['content-security-policy']).not.toBe(policy);
  });

  it('brings its own files with their types, never guessed at', async () => {
    const answer = await ask('/assets/app.js', { cookie: await enter() });
    expect(answer).toMatchObject({ status: 200, body: 'export {};' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/%2fetc/passwd.js',
    '//etc/passwd.js',
    '/assets/app.js%00.html',
    '/assets/link.js',
    '/assets/key.pem',
    '/assets',
    '/%zz.js',
    '/absent.js',
  ])('serves nothing outside itself: %s', async (path) => {
    const answer = await ask(path, { cookie: await enter() });
    expect([403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('outside');
  });

  it('is only read', async () => {
    expect((await ask('/', { cookie: await enter() }, 'DELETE')).status).toBe(404);
  });
});

describe('the agent behind it', () => {
  it('answers the typed client as through any other door', async () => {
    const cookie = await enter();
    const client: ContractRouterClient<AgentContract> = createORPCClient(
      new RPCLink({ url: `${host.url}/rpc`, headers: { cookie } }),
    );
    const terminal = await client.terminal.describe();
    expect(terminal.isDemo).toBe(true);
    await expect(client.visit.save()).rejects.toMatchObject({ code: 'FAILED' });
  });

  it('answers plain JSON at the paths that its OpenAPI document names', async () => {
    const cookie = await enter();
    const document = JSON.parse((await ask('/openapi.json', { cookie })).body);
    expect(Object.keys(document.paths)).toContain('/terminal/describe');
    const answer = await ask('/api/terminal/describe', { cookie }, 'POST');
    expect(JSON.parse(answer.body)).toMatchObject({ isDemo: true });
  });

  it('never answers a call made by a plain link', async () => {
    const answer = await ask('/rpc/sync/wake', { cookie: await enter() });
    expect(answer.status).toBe(405);
  });

  it('has met no bug in all this', () => {
    expect(bugs).toEqual([]);
  });
});

describe('the port', () => {
  it('is reported when another program has it', async () => {
    const port = Number(new URL(host.url).port);
    const second = await openHost({
      router: agent.router,
      port,
      pageFolder: folder,
      onEntered: () => undefined,
      onBug: () => undefined,
    });
    expect(second).toEqual({ ok: false, failure: { code: 'port-taken', port } });
  });

  it('is free again after closing', async () => {
    const first = await openTestHost(0);
    const port = Number(new URL(first.url).port);
    await first.close();
    const again = await openTestHost(port);
    expect(again.url).toBe(first.url);
    await again.close();
  });
});
