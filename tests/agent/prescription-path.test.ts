import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedServer } from '#agent/embedded-server.ts';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualService, type VirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DeskView, OpenPrescriptionLine } from '#contracts/agent-views.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { type OpenedTerminal, openTerminal, signInAs, temporaryFolder } from './open-terminal.ts';

const insurer = buildDemoInsurer(systemClock().today());
const amoxicillin = { itemCode: 'AMX-500', dose: 10, timesPerDay: 3, days: 7 };

describe('a prescription', () => {
  it('is written by a doctor, filled by two pharmacies in turn, and refused by a third, all offline', async () => {
    const [clinic, a, b, c] = await openKnownToOneAnother(['SY-DAM-0031', ...threePharmacies]);
    if (clinic === undefined || a === undefined || b === undefined || c === undefined) {
      throw new Error('there are four terminals');
    }
    const card = issue('george');
    await prescribeAt(clinic, card);

    await insertAt(a, card, 'pharmacist');
    const atA = await readPrescriptions(a);
    expect(atA).toMatchObject([{ ordered: 30, filled: 0, left: 30 }]);
    expect(await dispense(a, 20)).toMatchObject({ outcome: 'approved', allowedQuantity: 20 });

    await insertAt(b, card, 'pharmacist');
    expect(await readPrescriptions(b)).toMatchObject([{ ordered: 30, filled: 20, left: 10 }]);
    expect(await dispense(b)).toMatchObject({ outcome: 'approved', allowedQuantity: 10 });

    await insertAt(c, card, 'pharmacist');
    expect(await readPrescriptions(c)).toEqual([]);
    const refused = await dispense(c);
    expect(refused).toMatchObject({ outcome: 'declined' });
    expect(refused?.findings[0]).toMatchObject({ reason: 'prescription-filled' });
  }, 240_000);

  it('of a terminal that is not known here is referred', async () => {
    const [clinic, stranger] = await Promise.all([
      openAlone('SY-DAM-0031'),
      openAlone('SY-DAM-0112'),
    ]);
    const card = issue('george');
    await prescribeAt(clinic, card);
    await insertAt(stranger, card, 'pharmacist');
    expect(await readPrescriptions(stranger)).toMatchObject([{ left: 30 }]);
    const referred = await dispense(stranger);
    expect(referred).toMatchObject({ outcome: 'referred' });
    expect(referred?.findings[0]).toMatchObject({ reason: 'prescription-unknown' });
  }, 120_000);

  it('pulled at any moment of its writing is whole after the next insertion, once', async () => {
    const clinic = await openAlone('SY-DAM-0031');
    for (const [i, [append, moment]] of moments.entries()) {
      // A card of its own each time: a fresh one with a known number would be one rolled back.
      const card = issue(holders[i] ?? '');
      const before = card.image().ledger.length;
      await startOrder(clinic, card);
      card.tearAt(append, moment);
      const { claimId, prescriptionId } = await clinic.call.visit.save();
      await settled(clinic, claimId, 'waiting');
      clinic.reader.remove();
      await clinic.until(({ visit, reader }) => visit === null && reader.state === 'empty');
      clinic.reader.insert(card);
      await clinic.until(({ cardWrite, visit }) => cardWrite?.state === 'written' && isRead(visit));
      const { visit } = await clinic.until(() => true);
      const read = visit?.prescriptions.state === 'read' ? visit.prescriptions : null;
      expect(read?.doubt, `${append} ${moment}`).toBeNull();
      expect(read?.prescriptions.map((one) => one.prescriptionId)).toEqual([prescriptionId]);
      expect(card.image().ledger.length - before).toBeGreaterThanOrEqual(2);
      clinic.reader.remove();
      await clinic.until((desk) => desk.visit === null);
    }
  }, 240_000);
});

/** At each of the two records of a prescription. */
const moments = [1, 2].flatMap((append) =>
  (['before-command', 'middle-of-record', 'before-status-word'] as const).map(
    (moment) => [append, moment] as const,
  ),
);

const holders = ['george', 'samir', 'huda', 'rana', 'nour', 'amina'];

const threePharmacies = ['SY-DAM-0112', 'SY-DAM-0112', 'SY-DAM-0112'];

interface Standing extends OpenedTerminal {
  readonly reader: VirtualService;
}

function issue(cardId: string): VirtualCard {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no card ${cardId}`);
  return createVirtualCard(personaliseDemoCard(insurer, card));
}

/** A terminal that no server knows, certified by the demonstration. */
async function openAlone(providerId: string, folder?: string): Promise<Standing> {
  const reader = createVirtualService();
  const terminal = await openTerminal(folder, {
    cardService: reader,
    reference: { kind: 'demo', providerId },
  });
  return { ...terminal, reader };
}

/** Terminals that fetched one another's keys from one server, and have no network since. */
async function openKnownToOneAnother(providerIds: readonly string[]): Promise<Standing[]> {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const referenceFile = join(folder, 'reference.json');
  writeFileSync(referenceFile, JSON.stringify(insurer.signed));
  const codes = providerIds.map((providerId, i) => ({
    code: `${i}a`.repeat(16),
    providerId,
  }));
  const server = startEmbeddedServer({
    ...{ folder: join(folder, 'server'), referenceFile, codes },
    referenceKey: insurer.referenceKey,
    providerAnchor: insurer.providerAnchor.pkcs8,
  });
  onTestFinished(() => server.stop());
  const url = await server.url;
  if (!url.ok) throw new Error(JSON.stringify(url.failure));
  const places = codes.map((code) => ({ ...code, folder: temporaryFolder() }));
  // The first turn makes a terminal known, the second tells it who has come since.
  for (const place of [...places, ...places.slice(0, -1)]) await turnOnce(place, url.value);
  await server.stop();
  return await Promise.all(places.map((place) => openAlone(place.providerId, place.folder)));
}

async function turnOnce(
  place: { readonly folder: string; readonly code: string; readonly providerId: string },
  url: string,
): Promise<void> {
  const { until, close } = await openTerminal(place.folder, {
    server: { kind: 'remote', url, enrolmentCode: place.code },
    reference: { kind: 'demo', providerId: place.providerId },
  });
  await until(({ sync }) => sync.link === 'online');
  await close();
}

const isRead = (visit: DeskView['visit']): boolean =>
  visit !== null && visit.prescriptions.state !== 'reading';

async function insertAt(terminal: Standing, card: VirtualCard, role: string): Promise<void> {
  await signInAs(terminal, role);
  terminal.reader.insert(card);
  await terminal.until(({ visit }) => isRead(visit));
  await terminal.call.visit.answerHolder({ answer: 'confirmed' });
}

async function startOrder(terminal: Standing, card: VirtualCard): Promise<void> {
  await insertAt(terminal, card, 'doctor');
  await terminal.call.visit.setDiagnoses({ codes: ['J02.9'] });
  await terminal.call.visit.prescribe(amoxicillin);
  const { visit } = await terminal.until((desk) => desk.visit?.order != null);
  expect(visit?.order?.medicines).toMatchObject([
    { medicine: { quantity: 30 }, decided: { outcome: 'approved' } },
  ]);
}

async function prescribeAt(terminal: Standing, card: VirtualCard): Promise<void> {
  await startOrder(terminal, card);
  const { claimId, receiptNumber } = await terminal.call.visit.save();
  expect(receiptNumber).toBeNull();
  await settled(terminal, claimId, 'written');
  terminal.reader.remove();
}

const settled = ({ until }: Standing, claimId: string, state: 'written' | 'waiting') =>
  until(({ cardWrite }) => cardWrite?.claimId === claimId && cardWrite.state === state);

async function readPrescriptions({ until }: Standing): Promise<OpenPrescriptionLine[]> {
  const { visit } = await until((desk) => isRead(desk.visit));
  return visit?.prescriptions.state === 'read'
    ? visit.prescriptions.prescriptions.flatMap(({ lines }) => lines)
    : [];
}

/** Asks for amoxicillin, saves what was decided, and answers that. */
async function dispense(terminal: Standing, quantity?: number) {
  const { call, until } = terminal;
  await call.visit.addLine({
    itemCode: 'AMX-500',
    ...(quantity === undefined ? {} : { quantity }),
  });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  const { claimId } = await call.visit.save();
  const decided = visit?.decision?.lines[0];
  if (decided?.outcome === 'approved') await settled(terminal, claimId, 'written');
  terminal.reader.remove();
  return decided;
}
