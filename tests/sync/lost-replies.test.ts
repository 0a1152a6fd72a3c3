import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '#contracts/server-api.ts';
import { type CentralClient, createCentralClient } from '#sync/central-client.ts';
import { enrol } from '#sync/enrol.ts';
import { syncOnce } from '#sync/sync-once.ts';
import { line } from '#tests/domain/builders.ts';
import { type CentralProcess, discard, startCentral } from '#tests/server/central-process.ts';
import { type LossyProxy, startLossyProxy } from './lossy-proxy.ts';
import { makeTerminal, type TestTerminal } from './test-terminal.ts';

let central: CentralProcess;
let proxy: LossyProxy;
let client: CentralClient;

beforeAll(async () => {
  central = await startCentral();
}, 60_000);
afterAll(() => discard(central));

beforeEach(async () => {
  proxy = await startLossyProxy(central.url);
  client = createCentralClient({ baseUrl: proxy.url, timeoutMs: 10_000 });
});
afterEach(() => proxy.close());

const turn = (terminal: TestTerminal) =>
  syncOnce(client, terminal.identity(), terminal.outbox, terminal.sink);

const consultation = () =>
  ({ lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })] }) as const;

/** Turns until every claim has its verdict and nothing is unsent; fails when that takes too many turns. */
async function converge(terminal: TestTerminal, claims: number): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) {
    await turn(terminal);
    if (terminal.outbox.countUnsent() === 0 && terminal.applied.length >= claims) return;
  }
  throw new Error('no convergence');
}

describe('a reply that is lost after the server has acted', () => {
  it('does no harm to an enrolment', async () => {
    const { chainKeys, cardKeys } = makeTerminal();
    const attempt = { code: await central.mint(), chainKeys, cardKeys };
    proxy.lose(1);
    expect(await enrol(client, attempt)).toMatchObject({ failure: { code: 'server-unreachable' } });
    expect(proxy.answered).toEqual([`POST ${paths.enrol}`]);
    expect(await enrol(client, attempt)).toMatchObject({ ok: true, value: { epoch: 1 } });
  });

  it('does no harm to an upload: the same is acknowledged again and decided once', async () => {
    const terminal = makeTerminal();
    await terminal.enrol(client, await central.mint());
    const claims = [terminal.addClaim(consultation()), terminal.addClaim(consultation())];
    proxy.lose(1);
    const lost = await client.uploadEvents(terminal.identity(), claims);
    expect(lost).toMatchObject({ failure: { code: 'server-unreachable' } });
    expect(terminal.outbox.countUnsent()).toBe(2);

    await converge(terminal, 2);
    expect(terminal.acks.map(({ ackSeq }) => ackSeq)).toEqual([2]);
    expect(terminal.applied.map(({ downSeq }) => downSeq)).toEqual([1, 2]);
    expect(new Set(terminal.applied.map(({ eventId }) => eventId))).toEqual(
      new Set(claims.map(({ envelope }) => envelope.eventId)),
    );
  });

  it('does no harm to a page of verdicts', async () => {
    const terminal = makeTerminal();
    await terminal.enrol(client, await central.mint());
    const claims = Array.from({ length: 3 }, () => terminal.addClaim(consultation()));
    await client.uploadEvents(terminal.identity(), claims);
    for (let page = 0; page < claims.length; page += 1) {
      proxy.lose(1);
      const lost = await client.fetchVerdicts(terminal.identity(), terminal.sink.cursor());
      expect(lost).toMatchObject({ failure: { code: 'server-unreachable' } });
      await turn(terminal);
    }
    await converge(terminal, 3);
    expect(terminal.applied.map(({ downSeq }) => downSeq)).toEqual([1, 2, 3]);
  });

  it('does no harm to any step, whichever replies are lost', async () => {
    for (const lossy of [1, 2, 3, 5]) {
      const terminal = makeTerminal();
      await terminal.enrol(client, await central.mint());
      for (let round = 0; round < 4; round += 1) {
        terminal.add();
        terminal.addClaim(consultation());
        proxy.lose(lossy);
        await turn(terminal);
      }
      proxy.lose(0);
      await converge(terminal, 4);
      expect(terminal.applied.map(({ downSeq }) => downSeq)).toEqual([1, 2, 3, 4]);
      expect(terminal.applied.every(({ outcome }) => outcome === 'accepted')).toBe(true);
      expect(terminal.acks.at(-1)).toMatchObject({ ackSeq: 8, ackHash: terminal.events[7]?.hash });
    }
  });
});

describe('a turn', () => {
  it('sends any number of events in batches and reads verdicts to the end', async () => {
    const terminal = makeTerminal();
    await terminal.enrol(client, await central.mint());
    for (let event = 0; event < 60; event += 1) terminal.addClaim(consultation());
    for (let event = 0; event < 60; event += 1) terminal.add();
    expect(await turn(terminal)).toMatchObject({ ok: true, value: { sent: 120 } });
    expect(terminal.acks.map(({ ackSeq }) => ackSeq)).toEqual([50, 100, 120]);
    await converge(terminal, 60);
    expect(terminal.applied.map(({ downSeq }) => downSeq)).toEqual(
      Array.from({ length: 60 }, (_, place) => place + 1),
    );
  });

  it('sends less at a time on a line that is too slow for much', async () => {
    const slow = createCentralClient({ baseUrl: proxy.url, timeoutMs: 400 });
    const terminal = makeTerminal();
    await terminal.enrol(client, await central.mint());
    for (let event = 0; event < 8; event += 1) terminal.add({ body: { text: noise(event) } });
    proxy.stallAbove(9_000);
    const synced = await syncOnce(slow, terminal.identity(), terminal.outbox, terminal.sink);
    expect(synced).toMatchObject({ ok: true, value: { sent: 8 } });
    expect(terminal.acks.map(({ ackSeq }) => ackSeq)).toEqual([2, 4, 6, 8]);
  });

  it('goes back to where the server is when it believed too much to be there', async () => {
    const terminal = makeTerminal();
    await terminal.enrol(client, await central.mint());
    for (let event = 0; event < 4; event += 1) terminal.add();
    const [first, , third] = terminal.events;
    if (first === undefined || third === undefined) throw new Error('events are expected');
    await client.uploadEvents(terminal.identity(), [first]);
    terminal.outbox.recordAck({
      ...{ terminalId: terminal.identity().terminalId, epoch: 1, durability: 'process' },
      ...{ ackSeq: 3, ackHash: third.hash, serverTime: third.envelope.wall },
    });
    expect((await turn(terminal)).ok).toBe(true);
    expect(terminal.acks.at(-1)?.ackSeq).toBe(4);
  });

  it('fetches verdicts although nothing can be sent', async () => {
    const terminal = makeTerminal();
    await terminal.enrol(client, await central.mint());
    const claim = terminal.addClaim(consultation());
    await client.uploadEvents(terminal.identity(), [claim]);
    terminal.restoreTo(0);
    terminal.add();
    for (let turns = 0; turns < 100 && terminal.applied.length === 0; turns += 1) {
      expect(await turn(terminal)).toMatchObject({ failure: { code: 'chain-forked' } });
    }
    expect(terminal.applied).toHaveLength(1);
  });

  it('says that the server is away', async () => {
    const terminal = makeTerminal();
    terminal.add();
    await proxy.close();
    expect(await turn(terminal)).toMatchObject({ failure: { code: 'server-unreachable' } });
    expect(terminal.outbox.countUnsent()).toBe(1);
  });

  it('believes only the server with which it enrolled', async () => {
    const terminal = makeTerminal();
    await terminal.enrol(client, await central.mint());
    const event = terminal.add();
    const deceived = { ...terminal.identity(), serverKey: makeTerminal().chainKeys.publicKey };
    const wrong = { ok: false, failure: { code: 'server-key-wrong' } };
    expect(await client.uploadEvents(deceived, [event])).toEqual(wrong);
    expect(await client.fetchVerdicts(deceived, 0)).toEqual(wrong);
  });
});

/** About 4 KB that gzip cannot shrink much. */
const noise = (seed: number): string => {
  let state = seed + 1;
  return Array.from({ length: 4_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(33 + (Math.floor(state / 65_536) % 90));
  })
    .join('')
    .replaceAll(/["\\]/g, 'x');
};
