import { describe, expect, it } from 'vitest';
import type { DeskView } from '#contracts/agent-views.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

const cardiologist = { name: 'Dr Nada', licence: 'SY-1', specialty: 'cardiology' };

const isRead = ({ visit }: DeskView) =>
  visit?.history.state === 'read' && visit.prescriptions.state === 'read';

/** A consultation of Samir's, up to its verdict. */
async function consult(
  { call, until }: OpenedTerminal,
  itemCode: string,
  clinician = cardiologist,
) {
  await call.demo.removeCard();
  await call.demo.insertCard({ cardId: 'samir' });
  await until(isRead);
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.setDiagnoses({ codes: ['I10'] });
  await call.visit.describeEncounter({ clinician });
  await call.visit.addLine({ itemCode });
  const { visit } = await until((desk) => desk.visit?.decision?.lines.length === 1);
  return visit?.decision?.lines[0];
}

describe('a second consultation of the same doctor', () => {
  it('for the same illness is free, known by this terminal’s own claims', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'doctor');
    expect(await consult(terminal, 'CON-CAR')).toMatchObject({ outcome: 'approved' });
    const { claimId } = await terminal.call.visit.save();
    await terminal.until(
      ({ cardWrite, visit }) => visit === null && cardWrite?.state !== 'waiting',
    );

    const again = await consult(terminal, 'CON-INT');
    expect(again).toMatchObject({
      outcome: 'reduced',
      amounts: { insurer: 0, memberShare: 0, memberPrivate: 0 },
    });
    const finding = again?.findings.find(({ check }) => check === 'episode');
    expect(finding?.reason).toBe('follow-up-included');
    expect(finding?.facts.find(({ name }) => name === 'episode')?.value).toEqual({
      kind: 'code',
      value: claimId,
    });
  });

  it('of another doctor is a consultation as any other', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'doctor');
    await consult(terminal, 'CON-CAR');
    await terminal.call.visit.save();
    await terminal.until(
      ({ cardWrite, visit }) => visit === null && cardWrite?.state !== 'waiting',
    );
    const other = { ...cardiologist, licence: 'SY-2' };
    expect(
      (await consult(terminal, 'CON-INT', other))?.findings.find(
        ({ check }) => check === 'episode',
      ),
    ).toMatchObject({ outcome: 'approved' });
  });
});
