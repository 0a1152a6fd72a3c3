import { expect, it } from 'vitest';
import { systemClock } from '#agent/system-clock.ts';
import { insertAt, issue, openAlone, type Standing, settled } from './prescription-desk.ts';

const paper = {
  ...{ prescriberName: 'د. سامر العلي', licence: 'SY-30881' },
  ...{ on: systemClock().today(), quantity: 30 },
};

/** Asks for a medicine, and answers the line that was decided last. */
async function ask({ call, until }: Standing, itemCode: string, quantity: number) {
  const { lineId } = await call.visit.addLine({ itemCode, quantity });
  const decided = async () => {
    const { visit } = await until((desk) => desk.visit?.decision?.lines.at(-1)?.lineId === lineId);
    return visit?.decision?.lines.at(-1);
  };
  return { lineId, decided };
}

it('takes a prescription from paper, counts what was dispensed on it here, and sends it along', async () => {
  const terminal = await openAlone('SY-DAM-0112');
  const { call, reader, until } = terminal;
  const card = issue('george');
  await insertAt(terminal, card, 'pharmacist');

  const first = await ask(terminal, 'AMX-500', 20);
  expect((await first.decided())?.findings[0]).toMatchObject({
    ...{ outcome: 'referred', reason: 'prescription-to-enter' },
    nearest: { kind: 'enter-prescription' },
  });
  await call.visit.enterPaper({ ...paper, lineId: first.lineId });
  expect(await first.decided()).toMatchObject({ outcome: 'approved' });
  const saved = await call.visit.save();
  await settled(terminal, saved.claimId, 'written');
  const { decision } = await call.claims.find({ claimId: saved.claimId });
  const facts = decision.lines.flatMap(({ findings }) => findings.flatMap((one) => one.facts));
  expect(facts.find(({ name }) => name === 'prescription')).toMatchObject({ source: 'operator' });
  reader.remove();
  await until(({ visit }) => visit === null);

  // The same paper again: what was dispensed on it is gone from it.
  await insertAt(terminal, card, 'pharmacist');
  const again = await ask(terminal, 'AMX-500', 20);
  await call.visit.enterPaper({ ...paper, lineId: again.lineId });
  expect(await again.decided()).toMatchObject({ outcome: 'reduced', allowedQuantity: 10 });
  await call.visit.dropPaper({ prescriptionId: `paper-SY-30881-${paper.on}` });
  expect(await again.decided()).toMatchObject({ outcome: 'referred' });

  // Where the contract wants it on the card, paper does not help.
  const controlled = await ask(terminal, 'TRM-50', 20);
  const reason = async () => (await controlled.decided())?.findings[0]?.reason;
  expect(await reason()).toBe('prescription-missing');
  await call.visit.enterPaper({ ...paper, lineId: controlled.lineId });
  expect(await reason()).toBe('prescription-on-paper');
}, 240_000);
