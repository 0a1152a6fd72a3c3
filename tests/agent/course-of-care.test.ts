import { describe, expect, it } from 'vitest';
import type { DeskView } from '#contracts/agent-views.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

const isRead = ({ visit }: DeskView) =>
  visit?.history.state === 'read' && visit.prescriptions.state === 'read';

async function openVisit(role: string, cardId = 'samir'): Promise<OpenedTerminal> {
  const terminal = await openTerminal();
  await signInAs(terminal, role);
  await terminal.call.demo.insertCard({ cardId });
  await terminal.until(isRead);
  await terminal.call.visit.answerHolder({ answer: 'confirmed' });
  return terminal;
}

/** What a check says of the only line once it says so. */
async function reasonOf({ until }: OpenedTerminal, check: string, reason: string | null) {
  const found = ({ visit }: DeskView) =>
    visit?.decision?.lines[0]?.findings.find((finding) => finding.check === check);
  const desk = await until((one) => {
    const finding = found(one);
    return finding !== undefined && finding.reason === reason;
  });
  return found(desk)?.outcome;
}

describe('a course of care at the counter', () => {
  it('knows from the members’ data who is in a programme, and who is not', async () => {
    const enrolled = await openVisit('pharmacist');
    await enrolled.call.visit.addLine({ itemCode: 'INS-GLA', quantity: 10 });
    expect(await reasonOf(enrolled, 'chronic-programme', null)).toBe('approved');

    const other = await openVisit('pharmacist', 'huda');
    await other.call.visit.addLine({ itemCode: 'INS-GLA', quantity: 10 });
    expect(await reasonOf(other, 'chronic-programme', 'not-enrolled')).toBe('declined');
  });

  it('takes down a controlled medicine, and refuses a batch that was called back', async () => {
    const terminal = await openVisit('pharmacist');
    const { lineId } = await terminal.call.visit.addLine({ itemCode: 'MOR-10', quantity: 20 });
    expect(await reasonOf(terminal, 'controlled', 'special-number-missing')).toBe('referred');
    const controlled = { prescriptionNumber: 'N-77', takerId: '0507' };
    const batch = (number: string) => ({ number, expiresOn: '2099-01-31' as never });
    await terminal.call.visit.changeLine({ lineId, controlled, batch: batch('m 204') });
    expect(await reasonOf(terminal, 'controlled', 'batch-recalled')).toBe('declined');
    await terminal.call.visit.changeLine({ lineId, batch: batch('M-205') });
    expect(await reasonOf(terminal, 'controlled', null)).toBe('approved');
  });

  it('knows a special prescription that was used here, for whomever, until it is taken back', async () => {
    const terminal = await openVisit('pharmacist');
    const handOut = async (prescriptionNumber: string) => {
      const { lineId } = await terminal.call.visit.addLine({ itemCode: 'MOR-10', quantity: 20 });
      const batch = { number: 'M-205', expiresOn: '2099-01-31' as never };
      const controlled = { prescriptionNumber, takerId: '0507' };
      await terminal.call.visit.changeLine({ lineId, controlled, batch });
      return lineId;
    };
    await handOut('N-77');
    expect(await reasonOf(terminal, 'controlled', null)).toBe('approved');
    const { claimId } = await terminal.call.visit.save();

    await terminal.call.demo.insertCard({ cardId: 'huda' });
    await terminal.until(isRead);
    await terminal.call.visit.answerHolder({ answer: 'confirmed' });
    const lineId = await handOut('n 77');
    expect(await reasonOf(terminal, 'controlled', 'special-number-used')).toBe('declined');

    await terminal.call.claims.void({ claimId, reason: 'returned', lines: null });
    await terminal.call.visit.changeLine({ lineId, quantity: 20 });
    expect(await reasonOf(terminal, 'controlled', null)).toBe('approved');
  });

  it('lets nobody come to a psychiatrist without the referral that was presented', async () => {
    const terminal = await openVisit('doctor');
    await terminal.call.visit.addLine({ itemCode: 'CON-PSY' });
    expect(await reasonOf(terminal, 'referral', 'referral-not-entered')).toBe('referred');
    const { visit } = await terminal.until((desk) => desk.visit !== null);
    if (visit === null) throw new Error('no visit');
    const referral = {
      fromSpecialty: 'general-practice',
      licence: 'D-7',
      toSpecialty: 'psychiatry',
      on: visit.serviceDate,
      validDays: null,
      diagnosis: null,
    };
    await terminal.call.visit.describeEncounter({ referral });
    expect(await reasonOf(terminal, 'referral', null)).toBe('approved');
  });
});
