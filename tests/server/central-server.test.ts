import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ackSchema,
  chainConflictSchema,
  paths,
  refusalSchema,
  type Verdict,
} from '#contracts/server-api.ts';
import type { SignedEvent } from '#domain/chain.ts';
import { unknown } from '#domain/facts.ts';
import { type CentralClient, createCentralClient } from '#sync/central-client.ts';
import { enrol } from '#sync/enrol.ts';
import type { TerminalIdentity } from '#sync/ports.ts';
import { signRequest } from '#sync/signatures.ts';
import { syncOnce } from '#sync/sync-once.ts';
import { line, supplies, supply } from '#tests/domain/builders.ts';
import { makeTerminal, type TestTerminal } from '#tests/sync/test-terminal.ts';
import { type CentralProcess, discard, startCentral } from './central-process.ts';

let central: CentralProcess;
let client: CentralClient;

beforeAll(async () => {
  central = await startCentral();
  client = createCentralClient({ baseUrl: central.url, timeoutMs: 10_000 });
}, 60_000);

afterAll(() => discard(central));

async function enrolled(providerId = 'NAFIS'): Promise<TestTerminal> {
  const terminal = makeTerminal();
  await terminal.enrol(client, await central.mint(providerId));
  return terminal;
}

/** Syncs until a claim has its verdict. */
async function verdictOn(terminal: TestTerminal, event: SignedEvent): Promise<Verdict> {
  for (;;) {
    const synced = await syncOnce(client, terminal.identity(), terminal.outbox, terminal.sink);
    if (!synced.ok) throw new Error(JSON.stringify(synced.failure));
    const verdict = terminal.applied.find(({ eventId }) => eventId === event.envelope.eventId);
    if (verdict !== undefined) return verdict;
  }
}

const ndjson = (events: readonly unknown[]): string =>
  events.map((event) => `${typeof event === 'string' ? event : JSON.stringify(event)}\n`).join('');

interface Post {
  readonly signer?: TerminalIdentity;
  readonly alter?: (headers: Record<string, string>) => Record<string, string>;
  readonly sentBody?: Uint8Array;
}

/** Uploads bytes as they are, so that anything can be wrong with them. */
async function post(
  identity: TerminalIdentity,
  body: Uint8Array,
  { signer, alter, sentBody }: Post = {},
) {
  const url = central.url + paths.events(identity.terminalId);
  const signed = await signRequest(signer ?? identity, { method: 'POST', url, body });
  const headers = { ...signed, 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const answer = await fetch(url, {
    method: 'POST',
    headers: alter === undefined ? headers : alter(headers),
    body: Buffer.from(sentBody ?? body),
  });
  return { status: answer.status, json: (await answer.json()) as unknown };
}

const codeOf = (json: unknown): string => refusalSchema.parse(json).code;

describe('enrolment', () => {
  it('grants the id that both sides derive from the chain key, and the same again when asked again', async () => {
    const { chainKeys, cardKeys } = makeTerminal();
    const attempt = { code: await central.mint(), chainKeys, cardKeys };
    const first = await enrol(client, attempt);
    expect(first).toMatchObject({ ok: true, value: { providerId: 'NAFIS', epoch: 1 } });
    expect(await enrol(client, attempt)).toEqual(first);
  });

  it('takes a code as an administrator reads it out: in groups and capitals', async () => {
    const { chainKeys, cardKeys } = makeTerminal();
    const code = (await central.mint()).toUpperCase().replaceAll(/(.{4})/g, '$1 ');
    expect((await enrol(client, { code, chainKeys, cardKeys })).ok).toBe(true);
  });

  it('refuses other keys with a code that was used', async () => {
    const code = await central.mint();
    const { chainKeys, cardKeys } = makeTerminal();
    await enrol(client, { code, chainKeys, cardKeys });
    const other = makeTerminal();
    const refused = { ok: false, failure: { code: 'enrolment-code-wrong' } };
    expect(await enrol(client, { code, ...other })).toEqual(refused);
    expect(await enrol(client, { code, chainKeys, cardKeys: other.cardKeys })).toEqual(refused);
  });

  it('refuses a code that was never minted', async () => {
    const { chainKeys, cardKeys } = makeTerminal();
    for (const code of ['00'.repeat(16), 'no code at all']) {
      const refused = await enrol(client, { code, chainKeys, cardKeys });
      expect(refused).toEqual({ ok: false, failure: { code: 'enrolment-code-wrong' } });
    }
  });

  it('refuses keys whose private half is elsewhere', async () => {
    const [own, other] = [makeTerminal(), makeTerminal()];
    const wrong = { ok: false, failure: { code: 'request-signature-wrong' } };
    const stolenChain = { publicKey: other.chainKeys.publicKey, sign: own.chainKeys.sign };
    const stolenCard = { publicKey: other.cardKeys.publicKey, sign: own.cardKeys.sign };
    const offCurve = { publicKey: new Uint8Array(33).fill(0xff), sign: own.cardKeys.sign };
    const code = await central.mint();
    expect(await enrol(client, { ...own, code, chainKeys: stolenChain })).toEqual(wrong);
    expect(await enrol(client, { ...own, code, cardKeys: stolenCard })).toEqual(wrong);
    expect(await enrol(client, { ...own, code, cardKeys: offCurve })).toEqual(wrong);
  });

  it('begins a new epoch when a terminal enrols again, and closes the old one', async () => {
    const terminal = await enrolled();
    const old = terminal.add();
    await client.uploadEvents(terminal.identity(), [old]);
    await terminal.enrol(client, await central.mint());
    expect(terminal.identity().epoch).toBe(2);
    const refused = await client.uploadEvents(terminal.identity(), [old]);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'chain-forked' } });
  });

  it('mints codes for an administrator alone, and only for providers that exist', async () => {
    const ask = (headers: Record<string, string>, providerId: string) =>
      fetch(central.url + paths.mintCode, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ providerId }),
      });
    expect((await ask({}, 'NAFIS')).status).toBe(401);
    expect((await ask({ authorization: 'Bearer guessed' }, 'NAFIS')).status).toBe(401);
    await expect(central.mint('NOBODY')).rejects.toThrow();
  });
});

describe('custody', () => {
  it('acknowledges what it keeps, and the same again when it is sent again', async () => {
    const terminal = await enrolled();
    const events = [terminal.add(), terminal.add(), terminal.add()];
    const first = await client.uploadEvents(terminal.identity(), events);
    expect(first).toMatchObject({
      ok: true,
      value: { ackSeq: 3, ackHash: events[2]?.hash, durability: 'process' },
    });
    expect(await client.uploadEvents(terminal.identity(), events)).toMatchObject({
      ok: true,
      value: { ackSeq: 3, ackHash: events[2]?.hash },
    });
  });

  it('passes over what it has and takes what is new', async () => {
    const terminal = await enrolled();
    const known = [terminal.add(), terminal.add()];
    await client.uploadEvents(terminal.identity(), known);
    const fresh = terminal.add();
    const acked = await client.uploadEvents(terminal.identity(), [...known, fresh]);
    expect(acked).toMatchObject({ ok: true, value: { ackSeq: 3 } });
  });

  it('says from where to go on when something is missing', async () => {
    const terminal = await enrolled();
    const [first] = [terminal.add(), terminal.add()];
    const third = terminal.add();
    await client.uploadEvents(terminal.identity(), [first]);
    const { status, json } = await post(terminal.identity(), gzipSync(ndjson([third])));
    expect(status).toBe(409);
    expect(chainConflictSchema.parse(json)).toEqual({
      code: 'chain-gap',
      expectedSeq: 2,
      expectedHash: first.hash,
    });
  });

  it('takes what stands before a gap', async () => {
    const terminal = await enrolled();
    const [first, , third] = [terminal.add(), terminal.add(), terminal.add()];
    const acked = await client.uploadEvents(terminal.identity(), [first, third]);
    expect(acked).toMatchObject({ ok: true, value: { ackSeq: 1, ackHash: first.hash } });
  });

  it('finds a restored disk by its fork, keeps its claims and pays none of them unseen', async () => {
    const terminal = await enrolled();
    terminal.add();
    terminal.add();
    await client.uploadEvents(terminal.identity(), terminal.events);
    const lost = terminal.add();
    await client.uploadEvents(terminal.identity(), [lost]);
    terminal.restoreTo(2);
    const other = terminal.add({ body: { what: 'else' } });
    expect(await client.uploadEvents(terminal.identity(), [other])).toEqual({
      ok: false,
      failure: { code: 'chain-forked', sequence: 3 },
    });

    terminal.restoreTo(2);
    (terminal.events as SignedEvent[]).push(lost);
    const claim = terminal.addClaim();
    expect(await verdictOn(terminal, claim)).toMatchObject({
      outcome: 'pended',
      hold: 'terminal-suspect',
    });
  });

  it('finds an event that links to another past', async () => {
    const terminal = await enrolled();
    terminal.add();
    await client.uploadEvents(terminal.identity(), terminal.events);
    terminal.restoreTo(0);
    terminal.add({ body: { what: 'another first' } });
    const second = terminal.add();
    expect(await client.uploadEvents(terminal.identity(), [second])).toMatchObject({
      ok: false,
      failure: { code: 'chain-forked', sequence: 2 },
    });
  });

  it.each([
    [
      'body',
      (event: SignedEvent) => ({ ...event, envelope: { ...event.envelope, body: { what: 'x' } } }),
    ],
    ['hash', (event: SignedEvent) => ({ ...event, hash: 'ab'.repeat(32) })],
    ['signature', (event: SignedEvent) => ({ ...event, sig: 'ab'.repeat(64) })],
    [
      'terminal',
      (event: SignedEvent) => ({ ...event, envelope: { ...event.envelope, terminalId: 'T-0' } }),
    ],
  ])('refuses an event whose %s was altered, and takes what stands before it', async (_, alter) => {
    const terminal = await enrolled();
    const [first, second] = [terminal.add(), terminal.add()];
    const body = gzipSync(ndjson([first, alter(second)]));
    const taken = await post(terminal.identity(), body);
    expect(ackSchema.parse((taken.json as { ack: unknown }).ack).ackSeq).toBe(1);
    const refused = await post(terminal.identity(), gzipSync(ndjson([alter(second)])));
    expect(refused.status).toBe(409);
    expect(codeOf(refused.json)).toBe('chain-forked');
  });

  it('keeps fields of a later version, over which the hash was taken', async () => {
    const terminal = await enrolled();
    const later = terminal.add({ later: { field: [1, null, 'ü'] } } as object);
    expect((await client.uploadEvents(terminal.identity(), [later])).ok).toBe(true);
  });

  it('never refuses a terminal for its clock', async () => {
    const terminal = await enrolled();
    const event = terminal.add({ wall: '1999-01-01T00:00:00.000Z' } as object);
    expect((await client.uploadEvents(terminal.identity(), [event])).ok).toBe(true);
  });

  it('is not mistaken about two uploads at once', async () => {
    const terminal = await enrolled();
    const events = [terminal.add(), terminal.add()];
    const both = await Promise.all([
      client.uploadEvents(terminal.identity(), events),
      client.uploadEvents(terminal.identity(), events),
    ]);
    expect(both.map((result) => result.ok && result.value.ackSeq)).toEqual([2, 2]);
  });
});

describe('requests', () => {
  it('refuses what another key signed', async () => {
    const terminal = await enrolled();
    const signer = { ...terminal.identity(), sign: makeTerminal().chainKeys.sign };
    const { status, json } = await post(terminal.identity(), gzipSync('{}'), { signer });
    expect([status, codeOf(json)]).toEqual([401, 'request-signature-wrong']);
  });

  it('refuses an enrolled terminal at the address of another', async () => {
    const [terminal, other] = [await enrolled(), await enrolled()];
    const { json } = await post(terminal.identity(), gzipSync('{}'), { signer: other.identity() });
    expect(codeOf(json)).toBe('request-signature-wrong');
  });

  it('refuses a body that is not the one that was signed', async () => {
    const terminal = await enrolled();
    const sentBody = gzipSync(ndjson([terminal.add()]));
    const { json } = await post(terminal.identity(), gzipSync(''), { sentBody });
    expect(codeOf(json)).toBe('request-signature-wrong');
  });

  it.each([
    [
      'without a signature',
      ({ 'Signature-Input': _, ...headers }: Record<string, string>) => headers,
    ],
    [
      'with nonsense for one',
      (headers: Record<string, string>) => ({ ...headers, Signature: ';;' }),
    ],
    [
      'whose signature leaves the body out',
      (headers: Record<string, string>) => ({
        ...headers,
        'Signature-Input': (headers['Signature-Input'] ?? '').replace(' "content-digest"', ''),
      }),
    ],
  ])('refuses a request %s', async (_, alter) => {
    const terminal = await enrolled();
    const body = gzipSync(ndjson([terminal.add()]));
    const { status, json } = await post(terminal.identity(), body, { alter });
    expect([status, codeOf(json)]).toEqual([401, 'request-signature-wrong']);
  });

  it('does not know a terminal that never enrolled', async () => {
    const stranger = makeTerminal();
    const event = stranger.add();
    const unknown = { ok: false, failure: { code: 'terminal-unknown' } };
    expect(await client.uploadEvents(stranger.identity(), [event])).toEqual(unknown);
    expect(await client.fetchVerdicts(stranger.identity(), 0)).toEqual(unknown);
  });

  it('takes fifty events and not one more', async () => {
    const terminal = await enrolled();
    const events = Array.from({ length: 51 }, () => terminal.add());
    expect(await client.uploadEvents(terminal.identity(), events)).toMatchObject({
      failure: { code: 'batch-too-large' },
    });
    const acked = await client.uploadEvents(terminal.identity(), events.slice(0, 50));
    expect(acked).toMatchObject({ ok: true, value: { ackSeq: 50 } });
  });

  it('refuses more than 256 KB, more than 64 KB an event, and what unpacks to more than both allow', async () => {
    const terminal = await enrolled();
    const noise = Array.from({ length: 8_000 }, () =>
      createHash('sha256').update(randomUUID()).digest('hex'),
    );
    const large = await post(terminal.identity(), gzipSync(noise.join('')));
    expect([large.status, codeOf(large.json)]).toEqual([413, 'batch-too-large']);
    const long = terminal.add({ body: { text: 'x'.repeat(65_000) } });
    const event = await post(terminal.identity(), gzipSync(ndjson([long])));
    expect([event.status, codeOf(event.json)]).toEqual([413, 'event-too-large']);
    const bomb = await post(terminal.identity(), gzipSync('x'.repeat(20_000_000)));
    expect([bomb.status, codeOf(bomb.json)]).toEqual([413, 'batch-too-large']);
  });

  it.each([
    ['nothing', gzipSync('')],
    ['no gzip', Buffer.from('{}')],
    ['no JSON', gzipSync('not json\n')],
    ['no event', gzipSync('{"envelope":{}}\n')],
    ['no UTF-8', gzipSync(Buffer.from([0xff, 0xfe, 0x0a]))],
  ])('refuses %s', async (_, body) => {
    const terminal = await enrolled();
    const { status, json } = await post(terminal.identity(), body);
    expect([status, codeOf(json)]).toEqual([400, 'input-malformed']);
  });

  it('describes itself', async () => {
    const document = await (await fetch(central.url + paths.openApi)).json();
    expect(document).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys((document as { paths: object }).paths)).toHaveLength(5);
    expect(await client.status()).toMatchObject({ ok: true, value: { service: 'medexa-central' } });
  });
});

describe('verdicts', () => {
  it('accepts a claim that it decides alike', async () => {
    const terminal = await enrolled();
    const event = terminal.addClaim({
      lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
    });
    const verdict = await verdictOn(terminal, event);
    expect(verdict).toMatchObject({ outcome: 'accepted', version: 1, downSeq: 1, differences: [] });
    expect(verdict.totals).toMatchObject({ claimed: 20_000, insurer: 16_000, memberShare: 4_000 });
  });

  it('rejects a claim of which nothing is covered', async () => {
    const terminal = await enrolled();
    const event = terminal.addClaim({
      lines: [line({ itemCode: 'FILLING', quantity: 1, daysSupply: null })],
    });
    expect(await verdictOn(terminal, event)).toMatchObject({ outcome: 'rejected' });
  });

  it('leaves a referred line to a person', async () => {
    const terminal = await enrolled();
    const event = terminal.addClaim({ supplies: [unknown('unreadable', 'card')] });
    const verdict = await verdictOn(terminal, event);
    expect(verdict).toMatchObject({ outcome: 'pended' });
    expect(verdict.hold).toBeUndefined();
  });

  it('honours a guaranteed line although another pharmacy supplied the same, and names what was not known', async () => {
    const memberNumber = '5577811043';
    const [first, second] = [await enrolled('RABWA'), await enrolled('NAFIS')];
    const earlier = first.addClaim({ memberNumber, providerId: 'RABWA' });
    expect(await verdictOn(first, earlier)).toMatchObject({ outcome: 'accepted' });

    const verdict = await verdictOn(second, second.addClaim({ memberNumber }));
    expect(verdict).toMatchObject({
      outcome: 'accepted',
      totals: { insurer: 15_840 },
      decision: { outcome: 'declined' },
      differences: [
        {
          lineId: 'line-1',
          check: 'repeat-window',
          reason: 'repeat-too-early-from-supplier',
          guaranteed: true,
        },
      ],
    });
    expect(verdict.differences[0]?.facts).toContainEqual(
      expect.objectContaining({ name: 'last-supply', source: 'centre' }),
    );
  });

  it('adjusts a line that was not guaranteed and that it decides otherwise', async () => {
    const terminal = await enrolled();
    const event = terminal.addClaim({
      membership: unknown('never-synced', 'terminal'),
      lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
    });
    expect(await verdictOn(terminal, event)).toMatchObject({
      outcome: 'adjusted',
      totals: { insurer: 16_000 },
      differences: [{ guaranteed: false }],
    });
  });

  it('knows the member from its own data', async () => {
    const terminal = await enrolled();
    const event = terminal.addClaim({
      tamper: (body) => {
        const { membership } = body.input;
        if (!membership.known || membership.value === null) throw new Error('a member is expected');
        const value = { ...membership.value, planCode: 'GOLD' };
        return { ...body, input: { ...body.input, membership: { ...membership, value } } };
      },
    });
    expect(await verdictOn(terminal, event)).toMatchObject({
      outcome: 'pended',
      hold: 'facts-differ',
    });
  });

  it.each([
    [
      'a decision that the engine does not give',
      'not-reproduced',
      {
        lines: [line({ itemCode: 'FILLING', quantity: 1, daysSupply: null })],
        tamper: (body: { decision: object }) => ({
          ...body,
          decision: { ...body.decision, outcome: 'approved' },
        }),
      },
    ],
    ['a claim for another provider', 'provider-differs', { providerId: 'RABWA' }],
    ['rules that were never published', 'reference-unknown', { manifestVersion: 99 }],
  ] as const)('holds %s', async (_, hold, changes) => {
    const terminal = await enrolled('NAFIS');
    const event = terminal.addClaim(changes);
    expect(await verdictOn(terminal, event)).toMatchObject({ outcome: 'pended', hold });
  });

  it('keeps a body that cannot be understood, answers it, and holds nobody up', async () => {
    const terminal = await enrolled();
    const deep = JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown;
    const poison = [
      terminal.add({ type: 'claim', body: null }),
      terminal.add({ type: 'claim', body: { input: { claim: { claimId: 'C-known' } } } }),
      terminal.add({ type: 'claim', body: { input: { claim: { claimId: 'a\u0000b' } } } }),
      terminal.add({ type: 'claim', body: deep }),
      terminal.add({ type: 'odd\u0000type' } as object),
      terminal.addClaim({ claimId: 'nul\u0000' }),
    ];
    const sound = terminal.addClaim({ memberNumber: '5577811044' });
    expect(await verdictOn(terminal, sound)).toMatchObject({ outcome: 'accepted' });
    const answers = poison.map(({ envelope }) =>
      terminal.applied.find(({ eventId }) => eventId === envelope.eventId),
    );
    expect(answers.map((verdict) => verdict?.hold)).toEqual([
      ...Array<string>(4).fill('malformed'),
      undefined,
      'malformed',
    ]);
    expect(answers[1]).toMatchObject({ claimId: 'C-known', outcome: 'pended', decision: null });
  });

  it('counts no event and no claim twice', async () => {
    const [terminal, other] = [await enrolled(), await enrolled()];
    const first = terminal.addClaim({ supplies: [supplies([supply({ repeatCode: 102 })])] });
    await verdictOn(terminal, first);
    const again = other.add({
      type: 'claim',
      eventId: first.envelope.eventId,
      body: first.envelope.body,
    });
    expect(await verdictOn(other, again)).toMatchObject({
      outcome: 'pended',
      hold: 'event-repeated',
    });
    const { claimId } = (first.envelope.body as { input: { claim: { claimId: string } } }).input
      .claim;
    const copied = other.addClaim({ claimId });
    expect(await verdictOn(other, copied)).toMatchObject({
      outcome: 'pended',
      hold: 'claim-repeated',
    });
  });
});
