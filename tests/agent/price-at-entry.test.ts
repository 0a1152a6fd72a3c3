import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '#agent/system-clock.ts';
import type { PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import { money } from '#domain/money.ts';
import { signReference } from '#packs/signed-reference.ts';
import { listClaimsOf } from '#store/claims.ts';
import { atCounter, insurer, present, referenceFile, today } from './hardship-counter.ts';
import { inStore } from './in-store.ts';
import { openTerminal, temporaryFolder } from './open-terminal.ts';
import { insertAt, isRead, issue, openAlone, prescribeAt } from './prescription-desk.ts';

const minutes = (count: number) => count * 60_000;
const at = (milliseconds: number) => new Date(milliseconds).toISOString() as Instant;

/** The demo contract, in which two medicines of this pharmacy cost 1.00 until a moment of today and 2.00 from then on. */
function changingAt(moment: Instant): RulePack {
  const pack = insurer.signed.reference.pack as RulePack;
  const rows = ['MET-850', 'PAR-500'].flatMap((item): PriceRow[] => {
    const own = { scope: { provider: insurer.defaultProviderId }, item };
    const before = { from: addDays(today, -1), to: today };
    return [
      { ...own, period: before, unitPrice: money(100) },
      { ...own, period: { from: today, to: null }, at: moment, unitPrice: money(200) },
    ];
  });
  return { ...pack, prices: [...pack.prices, ...rows] };
}

test('the price on the screen is the one that is saved, though it changes before the claim is', async () => {
  const folder = temporaryFolder();
  // The demonstration's users are there from its first opening on.
  await (await openTerminal(join(folder, 'terminal'))).close();
  const opened = Date.now();
  let later = 0;
  let memberNumber = '';
  const clock = { ...systemClock(), now: () => at(opened + later) };
  const reference = referenceFile(folder);
  if (reference.kind !== 'file') throw new Error('the reference is no file');
  const { reference: published } = insurer.signed;
  const manifestVersion = published.manifestVersion + 1;
  const changed = { ...published, manifestVersion, pack: changingAt(at(opened + minutes(30))) };
  writeFileSync(
    reference.path,
    JSON.stringify(signReference(changed, insurer.referenceSigner.sign)),
  );

  const claimed = await atCounter(
    join(folder, 'terminal'),
    async (counter) => {
      const { call, until } = counter;
      ({ memberNumber } = (await present(counter, 'samir')).person);
      await call.visit.answerHolder({ answer: 'confirmed' });
      const { lineId } = await call.visit.addLine({ itemCode: 'MET-850', quantity: 30 });
      await until(({ visit }) => visit?.decision?.lines.length === 1);
      later = minutes(31);
      await call.visit.changeLine({ lineId, quantity: 20 });
      await call.visit.addLine({ itemCode: 'PAR-500', quantity: 20 });
      const { visit } = await until((desk) => desk.visit?.decision?.lines.length === 2);
      const onScreen = visit?.decision?.lines.map(({ amounts }) => amounts.claimed);
      await call.visit.save();
      return onScreen;
    },
    { clock, reference },
  );

  expect(claimed).toEqual([2_000, 4_000]);
  const [saved] = inStore(join(folder, 'terminal'), ({ reader }) =>
    listClaimsOf(reader, memberNumber, addDays(today, -1)),
  );
  expect(saved?.decision.lines.map(({ amounts }) => amounts.claimed)).toEqual([2_000, 4_000]);
  expect(saved?.input.claim.lines.map(({ orderedAt }) => orderedAt)).toEqual([
    at(opened),
    at(opened + minutes(31)),
  ]);
});

test('what fills a prescription keeps the price of when it was put into the visit', async () => {
  const terminal = await openAlone(insurer.defaultProviderId);
  const card = issue('george');
  await prescribeAt(terminal, card);
  await terminal.until(({ visit }) => visit === null);
  await insertAt(terminal, card, 'pharmacist');
  const { visit: read } = await terminal.until((desk) => isRead(desk.visit));
  const told = read?.prescriptions.state === 'read' ? read.prescriptions.prescriptions : [];
  const prescriptionId = told[0]?.prescriptionId ?? '';
  await terminal.call.visit.fillPrescription({ prescriptionId });
  const { visit } = await terminal.until((desk) => desk.visit?.decision?.lines.length === 1);
  expect(visit?.lines.map(({ line }) => line)).toMatchObject([
    { prescriptionId, orderedAt: expect.any(String) },
  ]);
}, 60_000);
