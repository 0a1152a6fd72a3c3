import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedServer } from '#agent/embedded-server.ts';
import { layDatabase } from '#tests/server/made-database.ts';
import { openTerminal, temporaryFolder } from './open-terminal.ts';
import {
  dispense,
  insertAt,
  insurer,
  isRead,
  issue,
  openAlone,
  prescribeAt,
  readPrescriptions,
  type Standing,
  settled,
  startOrder,
} from './prescription-desk.ts';

describe('a prescription', () => {
  it('is written by a doctor, filled by two pharmacies in turn, and refused by a third, all offline', async () => {
    const [clinic, a, b, c] = await openKnownToOneAnother(['SY-DAM-0031', ...threePharmacies]);
    if (clinic === undefined || a === undefined || b === undefined || c === undefined) {
      throw new Error('there are four terminals');
    }
    // Under the basic plan a co-payment is due once a prescription.
    const card = issue('khaled');
    await prescribeAt(clinic, card);

    await insertAt(a, card, 'pharmacist');
    const atA = await readPrescriptions(a);
    expect(atA).toMatchObject([{ ordered: 30, filled: 0, left: 30 }]);
    expect(await dispense(a, 20)).toMatchObject({
      ...{ outcome: 'approved', allowedQuantity: 20, coPayment: 300 },
    });

    await insertAt(b, card, 'pharmacist');
    expect(await readPrescriptions(b)).toMatchObject([{ ordered: 30, filled: 20, left: 10 }]);
    const atB = await dispense(b);
    expect(atB).toMatchObject({ outcome: 'approved', allowedQuantity: 10 });
    expect(atB?.coPayment).toBeUndefined();

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

const holders = ['george', 'omar', 'huda', 'rana', 'nour', 'amina'];

const threePharmacies = ['SY-DAM-0112', 'SY-DAM-0112', 'SY-DAM-0112'];

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
  layDatabase(join(folder, 'server'));
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
