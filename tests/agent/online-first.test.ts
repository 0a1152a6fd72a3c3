import { expect, onTestFinished, test } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DecidedLine, Finding } from '#domain/adjudication/decision.ts';
import type { Instant } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { signReference } from '#packs/signed-reference.ts';
import { startLossyProxy } from '#tests/sync/lossy-proxy.ts';
import { openPharmacy, type Pharmacy } from './open-pharmacy.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';
import { startServer } from './start-server.ts';
import { untilState } from './until-state.ts';

const insurer = buildDemoInsurer(systemClock().today());

/** A card of Khaled's on which nothing was recorded. */
function khaled(cardNumber: string): VirtualCard {
  const card = insurer.cards.find(({ cardId }) => cardId === 'khaled');
  if (card === undefined) throw new Error('no card of Khaled');
  return createVirtualCard(personaliseDemoCard(insurer, { ...card, cardNumber, history: [] }));
}

async function insert({ call, reader, until }: Pharmacy, card: VirtualCard): Promise<void> {
  reader.insert(card);
  await until(({ visit }) => visit !== null && visit.history.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
}

/** Asks for a medicine, and waits until the centre has told what it knows. */
async function ask(
  { call, until }: OpenedTerminal,
  itemCode: string,
  quantity: number,
): Promise<DecidedLine | undefined> {
  await call.visit.addLine({ itemCode, quantity });
  const { visit } = await until(
    (desk) => desk.visit?.decision?.lines[0]?.findings.some(isOnline) === true,
  );
  return visit?.decision?.lines[0];
}

/** The limits of working offline were not asked. */
const isOnline = ({ check, facts }: Finding): boolean =>
  check === 'offline-limits' && facts.some(({ source }) => source === 'centre');

const findingOf = (line: DecidedLine | undefined, check: Finding['check']) =>
  line?.findings.find((finding) => finding.check === check);

test('what one pharmacy gave counts at the next before it decides, though no card tells of it', async () => {
  const codes = ['a1', 'b2'].map((text) => ({
    code: text.repeat(16),
    providerId: insurer.defaultProviderId,
  }));
  const url = await startServer(insurer, codes);
  const there = await openPharmacy(url, 'a1'.repeat(16));
  const here = await openPharmacy(url, 'b2'.repeat(16));

  await insert(there, khaled('8076001099204444'));
  expect(await ask(there, 'MET-850', 50)).toMatchObject({ outcome: 'approved' });
  const { claimId } = await there.call.visit.save();
  await untilState(there, claimId, 'accepted');

  // 50 tablets at 4.20, of which the insurer pays 70 %: 147 pounds.
  await insert(here, khaled('8076001099205555'));
  const other = await ask(here, 'ASA-81', 10);
  expect(findingOf(other, 'ceilings')?.facts).toContainEqual(
    expect.objectContaining({
      ...{ name: 'ceiling-used', source: 'centre', value: { kind: 'money', value: 14_700 } },
    }),
  );
  const line = other?.lineId ?? '';
  await here.call.visit.removeLine({ lineId: line });
  const again = await ask(here, 'MET-850', 50);
  expect(again).toMatchObject({ outcome: 'declined' });
  expect(findingOf(again, 'repeat-window')).toMatchObject({
    reason: 'repeat-too-early-from-supplier',
    facts: expect.arrayContaining([
      expect.objectContaining({ name: 'last-supply', source: 'centre' }),
    ]),
  });
}, 120_000);

test('a centre that says nothing keeps nobody waiting: what is known here decides, and is saved', async () => {
  const code = 'd4'.repeat(16);
  const url = await startServer(insurer, [{ code, providerId: insurer.defaultProviderId }]);
  const proxy = await startLossyProxy(url);
  onTestFinished(() => proxy.close());
  proxy.stallAt('/member-facts');
  const pharmacy = await openPharmacy(proxy.url, code);
  const { call, until } = pharmacy;
  await insert(pharmacy, khaled('8076001099207777'));
  await call.visit.addLine({ itemCode: 'ASA-81', quantity: 10 });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  expect(visit?.decision?.lines[0]?.findings.some(isOnline)).toBe(false);
  const { claimId } = await call.visit.save();
  await untilState(pharmacy, claimId, 'accepted');
  expect(proxy.answered).toContainEqual(expect.stringMatching(/^POST .*\/member-facts$/));
}, 120_000);

test('a person who asks the centre is told when it was asked, and what came', async () => {
  const codes = ['e5', 'f6'].map((text) => ({
    code: text.repeat(16),
    providerId: insurer.defaultProviderId,
  }));
  const url = await startServer(insurer, codes);
  const there = await openPharmacy(url, 'e5'.repeat(16));
  const proxy = await startLossyProxy(url);
  onTestFinished(() => proxy.close());
  const here = await openPharmacy(proxy.url, 'f6'.repeat(16));
  await expect(here.call.sync.ask()).rejects.toMatchObject({ data: { code: 'visit-absent' } });

  await insert(here, khaled('8076001099208888'));
  expect(await ask(here, 'MET-850', 50)).toMatchObject({ outcome: 'approved' });
  const { at, came } = await here.call.sync.ask();
  expect([came, Math.abs(Date.now() - Date.parse(at)) < 60_000]).toEqual(['same', true]);

  await insert(there, khaled('8076001099209999'));
  await ask(there, 'MET-850', 50);
  const { claimId } = await there.call.visit.save();
  await untilState(there, claimId, 'accepted');
  expect(await here.call.sync.ask()).toMatchObject({ came: 'changed' });
  expect(await here.call.sync.ask()).toMatchObject({ came: 'same' });

  proxy.stallAt('/member-facts');
  expect(await here.call.sync.ask()).toMatchObject({ came: 'no-answer' });
}, 120_000);

test('a card that was blocked since the terminal last had the list is found by asking', async () => {
  const cardNumber = '8076001099206666';
  const { reference, referenceSigner } = insurer;
  const since = `${systemClock().today()}T00:00:00.000Z` as Instant;
  const newer = {
    ...reference,
    manifestVersion: reference.manifestVersion + 1,
    hotlist: [...reference.hotlist, { cardNumber, since, why: 'stolen' as const }],
  };
  const code = 'c3'.repeat(16);
  const url = await startServer(
    { ...insurer, signed: signReference(newer, referenceSigner.sign) },
    [{ code, providerId: insurer.defaultProviderId }],
  );
  const pharmacy = await openPharmacy(url, code);
  pharmacy.reader.insert(khaled(cardNumber));
  const { visit } = await pharmacy.until((desk) => desk.visit?.eligibility.outcome === 'declined');
  expect(visit?.eligibility.findings[0]).toMatchObject({ reason: 'card-stolen' });
}, 60_000);

test('a visit that was begun without the network is decided anew once the centre answers', async () => {
  const terminal = await openTerminal(undefined, { server: { kind: 'embedded' } });
  const { call, until } = terminal;
  await signInAs(terminal, 'pharmacist');
  await until(({ sync }) => sync.link === 'online');
  await call.demo.switchServer({ running: false });
  await until(({ sync }) => sync.link === 'offline');
  await call.demo.insertCard({ cardId: 'samir' });
  await until(({ visit }) => visit?.history.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode: 'MET-850' });
  const before = await until((desk) => desk.visit?.decision != null);
  expect(before.visit?.decision?.lines[0]?.findings.some(isOnline)).toBe(false);

  await call.demo.switchServer({ running: true });
  await until((desk) => desk.visit?.decision?.lines[0]?.findings.some(isOnline) === true);
}, 120_000);
