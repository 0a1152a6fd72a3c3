import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { AttachedReader } from '#card/transport/channel.ts';
import { failureOfPcsc } from '#card/transport/pcsc-failures.ts';
import { createPcscService } from '#card/transport/pcsc-service.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { createVpcdSlot } from '#card/virtual/vpcd-client.ts';
import { failure } from '#domain/failures.ts';
import { failWith } from '#domain/result.ts';
import type { Pcsc, PcscCard } from '#native/pcsc.ts';
import { makeImage } from './card-builders.ts';

const reader = 'Virtual reader';
const select = new Uint8Array(Buffer.from('00a4040c08f04f484301000100', 'hex'));

describe('the reader in process', () => {
  it('tells its state at once and at each change, a swap as out and in', () => {
    const service = createVirtualService();
    const seen: (AttachedReader['state'] | undefined)[] = [];
    const stop = service.watch((look) => seen.push(look?.[0]?.state));
    const card = createVirtualCard(makeImage());
    service.insert(card);
    service.insert(createVirtualCard(makeImage()));
    service.insert('mute');
    service.remove();
    service.remove();
    stop();
    service.insert(card);
    expect(seen).toEqual(['empty', 'card', 'empty', 'card', 'empty', 'mute', 'empty']);
  });

  it.each([
    ['nothing is in it', null, failure('card-absent')],
    ['its card is mute', 'mute' as const, failure('card-mute')],
  ])('does not connect while %s', async (_name, card, expected) => {
    const service = createVirtualService();
    if (card !== null) service.insert(card);
    expect(await service.connect(reader)).toEqual(failWith(expected));
    expect(await service.connect('another')).toEqual(
      failWith(failure('reader-lost', { reader: 'another' })),
    );
  });

  it('gives a card to one at a time, and resets it when it is given back', async () => {
    const service = createVirtualService();
    const card = createVirtualCard(makeImage());
    service.insert(card);
    const first = await service.connect(reader);
    if (!first.ok) throw new Error(first.failure.code);
    expect(await service.connect(reader)).toEqual(failWith(failure('card-busy')));
    await first.value.transmit(select);
    await first.value.close();
    expect(card.transmit(Uint8Array.of(0, 0xb2, 1, 0x0c, 0))).toEqual(Uint8Array.of(0x69, 0x85));
    expect((await service.connect(reader)).ok).toBe(true);
  });

  it('lets no channel go on with a card that was out in between', async () => {
    const service = createVirtualService();
    const card = createVirtualCard(makeImage());
    service.insert(card);
    const opened = await service.connect(reader);
    if (!opened.ok) throw new Error(opened.failure.code);
    service.insert(card);
    expect(await opened.value.transmit(select)).toEqual(failWith(failure('card-removed')));
  });
});

/** Hardware that misbehaves: a binding whose card does as it is told. */
function simulate(card: Partial<PcscCard>, state = 0x20): { pcsc: Pcsc; calls: string[] } {
  const calls: string[] = [];
  const whole: PcscCard = {
    protocol: 2,
    atr: Uint8Array.of(0x3b, 0),
    transmit: async () => Uint8Array.of(0x90, 0),
    reconnect: async () => {
      calls.push('reset');
      return 2;
    },
    disconnect: (disposition) => calls.push(`disconnect ${disposition}`),
    ...card,
  };
  const pcsc: Pcsc = {
    openContext: () => ({
      listReaders: () => [{ name: 'R', state, connect: async () => whole }],
      waitForChange: async (known) => known.map(({ name }) => ({ name, state, atr: null })),
      cancel: () => {},
      close: () => calls.push('close'),
    }),
    shareExclusive: 1,
    protocolT0: 1,
    protocolT1: 2,
    resetCard: 1,
    leaveCard: 0,
    statePresent: 0x20,
    stateMute: 0x200,
    stateTaken: 0x180,
  };
  return { pcsc, calls };
}

const times = { answer: 20, connect: 20, retry: 20 };

async function connectTo(card: Partial<PcscCard>, state?: number) {
  const { pcsc, calls } = simulate(card, state);
  const opened = await createPcscService(pcsc, times).connect('R');
  if (!opened.ok) throw new Error(opened.failure.code);
  return { channel: opened.value, calls };
}

describe('the system card service', () => {
  it('resets the card before it gives it back', async () => {
    const { channel, calls } = await connectTo({});
    await channel.close();
    await channel.close();
    expect(calls).toEqual(['reset', 'disconnect 0', 'close']);
  });

  it('does not wait for a card that never answers, and gives it back once it does', async () => {
    let answer = (_response: Uint8Array) => {};
    const stuck = new Promise<Uint8Array>((resolve) => {
      answer = resolve;
    });
    const { channel, calls } = await connectTo({ transmit: () => stuck });
    const timeout = failWith(failure('card-timeout', { milliseconds: 20 }));
    expect(await channel.transmit(select)).toEqual(timeout);
    expect(await channel.transmit(select)).toEqual(timeout);
    await channel.close();
    expect(calls).toEqual([]);
    answer(Uint8Array.of(0x90, 0));
    await expect.poll(() => calls).toEqual(['reset', 'disconnect 0', 'close']);
  });

  it('does not call it another program that holds the card while it is still giving it back', async () => {
    let answer = (_response: Uint8Array) => {};
    const stuck = new Promise<Uint8Array>((resolve) => {
      answer = resolve;
    });
    const service = createPcscService(simulate({ transmit: () => stuck }).pcsc, times);
    const opened = await service.connect('R');
    if (!opened.ok) throw new Error(opened.failure.code);
    await opened.value.transmit(select);
    await opened.value.close();
    expect(await service.connect('R')).toEqual(
      failWith(failure('card-timeout', { milliseconds: 20 })),
    );
    answer(Uint8Array.of(0x90, 0));
    await expect.poll(async () => (await service.connect('R')).ok).toBe(true);
  });

  it.each([
    ['alone', 0x20 | 0x80],
    ['with others', 0x20 | 0x100],
  ])('asks nothing of a card that another program holds %s', async (_name, state) => {
    const { pcsc } = simulate({}, state);
    expect(await createPcscService(pcsc, times).connect('R')).toEqual(
      failWith(failure('card-busy')),
    );
  });

  it.each([
    [1, { protocol: 0 }],
    [2, { protocol: 1 }],
    [4, {}],
  ])('tells the protocol that PC/SC calls %i', async (protocol, told) => {
    const { channel } = await connectTo({ protocol });
    expect('protocol' in channel ? { protocol: channel.protocol } : {}).toEqual(told);
  });

  it.each([
    ['Transaction failed', 'is still there', 0x20, failure('card-mute')],
    ['Communication error', 'is still there', 0x20, failure('card-mute')],
    ['Transaction failed', 'is gone', 0x10, failure('card-removed')],
  ])('explains "%s" by a card that %s', async (text, _name, state, expected) => {
    const broken = async () => Promise.reject(new Error(text));
    const { channel } = await connectTo({ transmit: broken }, state);
    expect(await channel.transmit(select)).toEqual(failWith(expected));
  });

  it.each([
    ['is still there', 0x20, failure('card-mute')],
    ['is gone', 0x10, failure('card-removed')],
  ])('explains an empty answer by a card that %s', async (_name, state, expected) => {
    const { channel } = await connectTo({ transmit: async () => new Uint8Array(0) }, state);
    expect(await channel.transmit(select)).toEqual(failWith(expected));
  });

  it.each([
    ['PC/SC service not running', failure('reader-service-absent')],
    ['Sharing violation', failure('card-busy')],
    ['Card was removed', failure('card-removed')],
    ['Card is unresponsive', failure('card-mute')],
    ['Reader unavailable', failure('reader-lost', { reader: 'R' })],
    ['something never heard of', failure('reader-lost', { reader: 'R' })],
  ])('maps "%s"', (text, expected) => {
    expect(failureOfPcsc(new Error(text), 'R')).toEqual(expected);
  });

  it('cuts off a card that never ends its answer', async () => {
    const { channel } = await connectTo({ transmit: async () => Uint8Array.of(0x61, 0x10) });
    expect(await channel.transmit(select)).toEqual(
      failWith(failure('card-answer-malformed', { step: 'GET RESPONSE' })),
    );
  });
});

describe('a card in the virtual reader', () => {
  it('speaks in frames, however they are cut, and is put in again when the driver restarts', async () => {
    const driver = createServer().listen(0, '127.0.0.1');
    await once(driver, 'listening');
    const address = driver.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const slot = createVpcdSlot(port);
    const nextCard = async () => ((await once(driver, 'connection')) as [Socket])[0];
    const accepted = nextCard();
    const card = createVirtualCard(makeImage());
    await slot.insert(card);
    const socket = await accepted;
    const received: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    const frame = (message: Uint8Array) => Buffer.concat([Buffer.of(0, message.length), message]);
    // Power on, ask for the ATR, and half a command; then the other half.
    const command = frame(select);
    socket.write(Buffer.concat([frame(Buffer.of(1)), frame(Buffer.of(4)), command.subarray(0, 5)]));
    await expect.poll(() => received.length).toBe(1);
    socket.write(command.subarray(5));
    const expected = Buffer.concat([frame(card.atr), frame(Buffer.of(0x90, 0))]);
    await expect.poll(() => Buffer.concat(received)).toEqual(expected);

    const again = nextCard();
    socket.destroy();
    const second = await again;
    const closed = once(second.resume(), 'close');
    slot.remove();
    await closed;
    driver.close();
  });
});
