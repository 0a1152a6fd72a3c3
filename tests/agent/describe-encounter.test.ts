import { describe, expect, it } from 'vitest';
import type { DeskView } from '#contracts/agent-views.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

/** A visit of the demonstration's first member, confirmed, by the doctor. */
async function openVisit(cardId = 'samir'): Promise<OpenedTerminal> {
  const terminal = await openTerminal();
  await signInAs(terminal, 'doctor');
  await terminal.call.demo.insertCard({ cardId });
  await terminal.until(({ visit }) => visit?.history.state === 'read');
  await terminal.call.visit.answerHolder({ answer: 'confirmed' });
  return terminal;
}

/** The outcome of the only line and the kinds of change that its findings name. */
const lineOf = ({ visit }: DeskView) => {
  const [line] = visit?.decision?.lines ?? [];
  const steps = line?.findings.flatMap(({ nearest }) => (nearest === null ? [] : [nearest.kind]));
  return { outcome: line?.outcome, steps };
};

/** An item that the contract pays only under a condition, what it then asks for, and what satisfies it. */
const conditions = [
  {
    name: 'a clinician of the specialty',
    itemCode: 'PRO-GAS',
    diagnoses: [],
    asks: 'enter-clinician',
    wish: { clinician: { name: 'Dr Nada', licence: 'SY-1', specialty: 'gastroenterology' } },
  },
  {
    name: 'whether it is an accident',
    itemCode: 'IMG-LIMB',
    diagnoses: ['S93.4'],
    asks: 'state-accident',
    wish: { accident: 'own' as const },
  },
  {
    name: 'the medical report',
    itemCode: 'IMG-ABD',
    diagnoses: ['M51.2'],
    asks: 'present-report',
    wish: { documents: ['report' as const], onset: '2026-06-01' as never },
  },
];

describe('what is said of the encounter', () => {
  it.each(conditions)(
    'satisfies what asks for $name',
    async ({ itemCode, diagnoses, asks, wish }) => {
      const { call, until } = await openVisit();
      await call.visit.setDiagnoses({ codes: diagnoses });
      await call.visit.addLine({ itemCode });
      const before = lineOf(await until(({ visit }) => visit?.decision?.lines.length === 1));
      expect(before).toMatchObject({ outcome: 'referred' });
      expect(before.steps).toContain(asks);

      await call.visit.describeEncounter(wish);
      const after = lineOf(
        await until(({ visit }) => visit?.decision?.lines[0]?.outcome === 'approved'),
      );
      expect(after).toEqual({ outcome: 'approved', steps: [] });
    },
  );

  it('is there again after the terminal was closed in the middle of it', async () => {
    const { call, close, folder } = await openVisit();
    await call.visit.describeEncounter({ encounter: 'emergency', accident: 'traffic' });
    await close();

    const again = await openTerminal(folder);
    await signInAs(again, 'doctor');
    const { visit } = await again.until((desk) => desk.visit !== null);
    expect(visit).toMatchObject({
      encounter: 'emergency',
      circumstances: { accident: 'traffic' },
    });
  });

  it('takes back what is said to be null, which is not the same as "no"', async () => {
    const { call, until } = await openVisit();
    await call.visit.describeEncounter({ accident: 'none', documents: ['referral'] });
    await call.visit.describeEncounter({ accident: null, documents: [] });
    const { visit } = await until((desk) => desk.visit !== null);
    expect(visit?.circumstances).toEqual({});
  });

  it('keeps that there is no pregnancy, until that is taken back', async () => {
    const { call, until } = await openVisit();
    await call.visit.describeEncounter({ pregnancy: null });
    const said = await until((desk) => desk.visit !== null);
    expect(said.visit?.circumstances).toEqual({ pregnancy: null });
    await call.visit.describeEncounter({ pregnancy: 'unsaid' });
    const { visit } = await until((desk) => desk.visit !== null);
    expect(visit?.circumstances).toEqual({});
  });

  it('proposes the signed-in doctor, and remembers whoever was named', async () => {
    const { call, until } = await openVisit();
    const { visit } = await until((desk) => desk.visit !== null);
    const [proposed] = visit?.clinicians ?? [];
    expect(proposed).toEqual({ name: 'د. هالة الخطيب', licence: '', specialty: '' });

    const self = { name: 'د. هالة الخطيب', licence: 'SY-4471', specialty: 'internal' };
    const other = { name: 'Dr Nada', licence: 'SY-1', specialty: 'gastroenterology' };
    await call.visit.describeEncounter({ clinician: self });
    await call.visit.describeEncounter({ clinician: other });
    const later = await until((desk) => desk.visit?.clinicians.length === 2);
    expect(later.visit?.clinicians).toEqual([self, other]);
  });

  it.each([
    ['an onset after the service', { onset: '2099-01-01' as never }, 'onset-in-future'],
    [
      'a last period after the service',
      { pregnancy: { lastPeriod: '2099-01-01' as never } },
      'last-period-in-future',
    ],
    [
      'a stay that ends before it begins',
      { stay: { from: '2026-11-29' as never, to: '2026-11-28' as never, roomClass: 'second' } },
      'stay-reversed',
    ],
  ])('refuses %s', async (_, wish, code) => {
    const { call } = await openVisit();
    await expect(call.visit.describeEncounter(wish)).rejects.toMatchObject({ data: { code } });
  });
});

describe('what is said of a line', () => {
  it('makes two services of one code two: left and right', async () => {
    const { call, until } = await openVisit();
    await call.visit.setDiagnoses({ codes: ['M17.9'] });
    const first = await call.visit.addLine({ itemCode: 'IMG-LIMB' });
    const second = await call.visit.addLine({ itemCode: 'IMG-LIMB' });
    const outcomes = (desk: DeskView) => desk.visit?.decision?.lines.map(({ outcome }) => outcome);
    const before = await until(({ visit }) => visit?.decision?.lines.length === 2);
    expect(outcomes(before)).toEqual(['approved', 'declined']);
    expect(before.visit?.lines[0]?.distinction.parts).toContain('side');

    await call.visit.changeLine({ lineId: first.lineId, place: { side: 'left' } });
    await call.visit.changeLine({ lineId: second.lineId, place: { side: 'right' } });
    const after = await until((desk) => outcomes(desk)?.[1] === 'approved');
    expect(after.visit?.lines[1]?.line.place).toEqual({ side: 'right' });

    await call.visit.changeLine({ lineId: second.lineId, place: null });
    const back = await until((desk) => outcomes(desk)?.[1] !== 'approved');
    expect(back.visit?.lines[1]?.line).not.toHaveProperty('place');
  });

  it('carries an approval number as it was told: it refers still, and travels with the claim', async () => {
    const { call, until } = await openVisit('george');
    await call.visit.setDiagnoses({ codes: ['M17.9'] });
    const { lineId } = await call.visit.addLine({ itemCode: 'IMG-MRIK' });
    await call.visit.changeLine({ lineId, approvalId: 'A-20417' });
    const { visit } = await until((desk) => desk.visit?.lines[0]?.line.approvalId === 'A-20417');
    const [decided] = visit?.decision?.lines ?? [];
    expect(decided?.outcome).toBe('referred');
    expect(decided?.findings[0]?.reason).toBe('approval-unverified');

    const { claimId } = await call.visit.save();
    const saved = await call.claims.find({ claimId });
    expect(saved.lines[0]?.line.approvalId).toBe('A-20417');
  });

  it('gives it diagnoses of its own, from the insurer’s list only', async () => {
    const { call, until } = await openVisit();
    const { lineId } = await call.visit.addLine({ itemCode: 'IMG-CXR' });
    await call.visit.changeLine({ lineId, diagnoses: ['J18.9'] });
    const { visit } = await until((desk) => desk.visit?.decision?.lines[0]?.outcome === 'approved');
    expect(visit?.lines[0]?.line.diagnoses).toEqual(['J18.9']);
    await expect(call.visit.changeLine({ lineId, diagnoses: ['XX'] })).rejects.toMatchObject({
      data: { code: 'diagnosis-unknown' },
    });
  });
});
