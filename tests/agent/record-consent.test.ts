import { describe, expect, it } from 'vitest';
import { money } from '#domain/money.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

describe('what the member would pay beyond the share', () => {
  it('is put on the member by signature only, and no longer once it comes to more', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await call.demo.insertCard({ cardId: 'samir' });
    await until(({ visit }) => visit?.history.state === 'read');
    await call.visit.answerHolder({ answer: 'confirmed' });

    const { lineId } = await call.visit.addLine({ itemCode: 'ORL-120', unitPrice: money(10_00) });
    const lineOf = async (isSigned: boolean) => {
      const { visit } = await until(
        (desk) => (desk.visit?.lines[0]?.line.consent !== undefined) === isSigned,
      );
      return visit?.decision?.lines[0];
    };
    const unsigned = await lineOf(false);
    expect(unsigned).toMatchObject({ outcome: 'declined', amounts: { memberPrivate: 0 } });
    expect(unsigned?.ownPart).toBe(unsigned?.amounts.claimed);

    await call.visit.recordConsent({ lineId, isSigned: true });
    const signed = await lineOf(true);
    expect(signed?.amounts).toMatchObject({
      memberPrivate: signed?.amounts.claimed,
      providerWriteOff: 0,
    });

    await call.visit.changeLine({ lineId, unitPrice: money(11_00) });
    const dearer = await until(
      ({ visit }) => visit?.lines[0]?.line.unitPrice === 11_00 && visit.decision !== null,
    );
    expect(dearer.visit?.decision?.lines[0]?.amounts.memberPrivate).toBe(0);

    await call.visit.recordConsent({ lineId, isSigned: true });
    const { claimId } = await call.visit.save();
    const saved = await call.claims.find({ claimId });
    expect(saved.lines[0]?.line.consent).toMatchObject({ userId: 'pharmacist' });
    expect(saved.totals.memberPrivate).toBe(saved.totals.claimed);
  });

  it('is nothing where the provider bears it', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await call.demo.insertCard({ cardId: 'samir' });
    await until(({ visit }) => visit?.history.state === 'read');
    await call.visit.answerHolder({ answer: 'confirmed' });
    const { lineId } = await call.visit.addLine({ itemCode: 'ATV-20' });
    await expect(call.visit.recordConsent({ lineId, isSigned: true })).rejects.toMatchObject({
      data: { code: 'nothing-to-sign' },
    });
  });
});
