import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createVirtualService, type VirtualService } from '#card/transport/virtual-service.ts';
import type { TearMoment, VirtualCard } from '#card/virtual/virtual-card.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';
import { insurer, issue } from './prescription-desk.ts';
import { type IssuingServer, startIssuing } from './start-server.ts';

const pinOf = (text: string) => Array.from(text, Number);
const codes = Array.from({ length: 6 }, (_, i) => ({
  code: String(i).padStart(32, 'c'),
  providerId: insurer.defaultProviderId,
}));

interface Connected extends OpenedTerminal {
  readonly reader: VirtualService;
}

let server: IssuingServer;
let opened = 0;

/** A terminal that the centre knows, with somebody of that role at it. */
async function openAs(role: string): Promise<Connected> {
  const reader = createVirtualService();
  const enrolmentCode = codes[opened]?.code ?? '';
  opened += 1;
  const terminal = await openTerminal(undefined, {
    cardService: reader,
    server: { kind: 'remote', url: server.url, enrolmentCode },
  });
  await signInAs(terminal, role);
  await terminal.until(({ sync }) => sync.link === 'online');
  return { ...terminal, reader };
}

const numberOf = (cardId: string): string =>
  insurer.cards.find((each) => each.cardId === cardId)?.cardNumber ?? '';

const versionOf = (card: VirtualCard): number => card.image().head.length;

const longer = { from: '2026-01-01', to: '2031-12-31' };
const renewal = { work: 'renew-head', changes: { validity: longer } };

describe('the issuer, at a card in the reader,', () => {
  beforeAll(async () => {
    server = await startIssuing(insurer, codes);
  }, 60_000);
  afterAll(() => server.stop());

  it('renews it when the operator says so, and the card is read anew', async () => {
    await server.order(numberOf('hassan'), renewal);
    const { call, reader, until } = await openAs('pharmacist');
    reader.insert(issue('hassan'));
    await until(({ visit }) => visit?.isRenewalOffered === true);
    await call.card.renew();
    const { visit } = await until((desk) => desk.visit?.card.validity?.to === longer.to);
    expect(visit?.card.proof).toBe('genuine');
    await until((desk) => desk.visit?.history.state === 'read');
    await expect(call.card.renew()).rejects.toMatchObject({ data: { code: 'card-order-absent' } });
  });

  it.each<TearMoment>(['before-command', 'middle-of-record', 'before-status-word'])(
    'finishes a renewal when the card comes back that was pulled out of it %s',
    async (moment) => {
      await server.order(numberOf('george'), renewal);
      const { call, reader, until } = await openAs('pharmacist');
      const card = issue('george');
      reader.insert(card);
      await until(({ visit }) => visit?.isRenewalOffered === true);
      card.tearAt(7, moment);
      await expect(call.card.renew()).rejects.toMatchObject({ data: { code: 'card-removed' } });
      await until((desk) => desk.reader.state === 'empty');
      reader.insert(card);
      await until(({ visit }) => visit?.isRenewalOffered === true);
      await call.card.renew();
      await until(({ visit }) => visit?.card.validity?.to === longer.to);
      expect(versionOf(card)).toBe(moment === 'middle-of-record' ? 3 : 2);
    },
  );

  it('unblocks a PIN once the insurer allowed it, with the visit as it was', async () => {
    const { call, reader, until } = await openAs('pharmacist');
    const card = issue('rana');
    reader.insert(card);
    await until(({ visit }) => visit?.pin?.state === 'wanted');
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'FER-FOL' });
    for (let i = 0; i < 3; i += 1) {
      await call.card.enterPin({ pin: pinOf('0000') }).catch(() => null);
    }
    await until(({ visit }) => visit?.pin?.state === 'blocked');
    const unblock = () => call.card.unblockPin({ next: pinOf('4711') });
    await expect(unblock()).rejects.toMatchObject({ data: { code: 'card-order-absent' } });
    await server.order(numberOf('rana'), { work: 'unblock-pin' });
    await unblock();
    const { visit } = await until((desk) => desk.visit?.pin?.state === 'wanted');
    expect(visit?.lines).toHaveLength(1);
    await call.card.enterPin({ pin: pinOf('4711') });
    await until((desk) => desk.visit?.pin?.state === 'verified');
    await expect(unblock()).rejects.toMatchObject({ data: { code: 'card-order-absent' } });
  });

  it('is nobody’s to ask for who may not', async () => {
    const { call, reader, until } = await openAs('receptionist');
    reader.insert(issue('rana'));
    await until(({ visit }) => visit?.history.state === 'not-permitted');
    await expect(call.card.unblockPin({ next: pinOf('4711') })).rejects.toMatchObject({
      data: { code: 'not-permitted' },
    });
  });
});

describe('without the centre', () => {
  it('nothing is offered, and what is asked for says why not', async () => {
    const reader = createVirtualService();
    const terminal = await openTerminal(undefined, { cardService: reader });
    onTestFinished(() => reader.remove());
    await signInAs(terminal, 'pharmacist');
    reader.insert(issue('rana'));
    const { visit } = await terminal.until((desk) => desk.visit?.pin != null);
    expect(visit?.isRenewalOffered).toBe(false);
    const unblock = terminal.call.card.unblockPin({ next: pinOf('4711') });
    await expect(unblock).rejects.toMatchObject({ data: { code: 'enrolment-absent' } });
  });
});
