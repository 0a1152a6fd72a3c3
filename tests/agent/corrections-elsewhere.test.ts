import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { VirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import { paths } from '#contracts/server-api.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { startLossyProxy } from '#tests/sync/lossy-proxy.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';
import { insurer, issue } from './prescription-desk.ts';
import { startServer } from './start-server.ts';

interface Standing extends OpenedTerminal {
  readonly reader: VirtualService;
}

const codes = [
  { code: 'a1'.repeat(16), providerId: 'SY-DAM-0031' },
  { code: 'b2'.repeat(16), providerId: 'SY-DAM-0112' },
  { code: 'c3'.repeat(16), providerId: 'SY-DAM-0112' },
  { code: 'd4'.repeat(16), providerId: 'SY-DAM-0112', cardRoles: ['MED', 'LEDGER'] },
] as const;

it('takes what came back elsewhere off the card, once, and counts it nowhere meanwhile', async () => {
  const url = await startServer(insurer, codes);
  const here = await stand(url, 0);
  const there = await stand(url, 1);
  const third = await stand(url, 2);
  const reception = await stand(url, 3);
  const card = issue('samir');
  const ledger = () => card.image().ledger.length;
  const before = ledger();

  // Given here; no other pharmacy gives it again.
  await insert(here, card);
  expect(await ask(here, 'MET-850')).toBe('approved');
  const { claimId } = await here.call.visit.save();
  await here.until(({ cardWrite }) => cardWrite?.state === 'written');
  await remove(here);
  await insert(there, card);
  expect(await ask(there, 'MET-850')).toBe('declined');
  await leave(there);
  // Both know by now whose records are on the card; one of them hears nothing of what follows.
  await third.close();

  // It comes back here while the card is away.
  await here.call.claims.void({ claimId, lines: null, reason: 'returned' });
  await eventually(
    async () => (await here.call.claims.find({ claimId })).verdict?.outcome === 'reversed',
  );

  // A reception may write to no card: it counts the supply no longer, says so, and leaves it owed.
  await insert(reception, card);
  const { visit } = await reception.until((desk) => desk.visit?.returns === 'honoured');
  expect(await ask(reception, 'MET-850')).toBe('approved');
  expect(sourcesOf(visit)).toContain('centre');
  expect(ledger()).toBe(before + 1);
  await leave(reception);

  // Another pharmacy takes it off.
  await insert(there, card);
  await there.until((desk) => desk.visit?.returns === 'appended');
  expect(ledger()).toBe(before + 2);
  expect(await ask(there, 'MET-850')).toBe('approved');
  await leave(there);

  // Whoever heard nothing of it reads it from the card.
  const offline = await reopen(third);
  await insert(offline, card);
  expect(await ask(offline, 'MET-850')).toBe('approved');
  await leave(offline);

  // Where it came back, it is on the card, and is not written again; nor is it anywhere else.
  for (const terminal of [here, there, reception]) {
    await insert(terminal, card);
    await leave(terminal);
    expect(ledger()).toBe(before + 2);
  }
  const { voids } = await here.call.claims.find({ claimId });
  expect(voids).toMatchObject([{ onCard: 'written' }]);
}, 240_000);

it('is at one with a centre from before it told of any', async () => {
  const proxy = await startLossyProxy(await startServer(insurer, codes));
  onTestFinished(() => proxy.close());
  proxy.lack(paths.cardCorrections);
  const { until } = await stand(proxy.url, 0);
  const { sync } = await until(({ sync: { lastContact } }) => lastContact !== null);
  expect(sync).toMatchObject({ link: 'online', lastFailure: null });
}, 120_000);

async function stand(url: string, place: number): Promise<Standing> {
  const { code, providerId } = codes[place] ?? codes[0];
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, {
    cardService: reader,
    reference: { kind: 'demo', providerId },
    server: { kind: 'remote', url, enrolmentCode: code },
  });
  await signInAs(terminal, 'pharmacist');
  await terminal.until(({ sync }) => sync.link === 'online');
  return { ...terminal, reader };
}

/** The same terminal, now without a network. */
async function reopen({ folder }: Standing): Promise<Standing> {
  const reader = createVirtualService();
  const terminal = await openTerminal(folder, {
    cardService: reader,
    reference: { kind: 'demo', providerId: 'SY-DAM-0112' },
  });
  await signInAs(terminal, 'pharmacist');
  return { ...terminal, reader };
}

/** Puts it in and waits until nothing more is read of it, nor written to it. */
async function insert({ reader, until }: Standing, card: VirtualCard): Promise<void> {
  reader.insert(card);
  await until(
    ({ visit }) => visit?.card.isPresent === true && visit.prescriptions.state === 'read',
  );
}

async function ask({ call, until }: Standing, itemCode: string): Promise<string | undefined> {
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  return visit?.decision?.lines[0]?.outcome;
}

async function leave(terminal: Standing): Promise<void> {
  await terminal.call.visit.close();
  await remove(terminal);
}

async function remove({ reader, until }: Standing): Promise<void> {
  reader.remove();
  await until(({ visit, reader: { state } }) => visit === null && state === 'empty');
}

const sourcesOf = (visit: VisitView | null): string[] =>
  (visit?.eligibility.findings ?? []).flatMap(({ facts }) => facts.map(({ source }) => source));

/** What no desk tells of. */
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it never came to that');
    await pause(50);
  }
}
