import { describe, expect, it } from 'vitest';
import { openTerminal, signInAs } from './open-terminal.ts';

const pin = Array.from('2580', Number);

/** The card of somebody with a PIN at the pharmacy, and a medicine for which the contract wants PIN and signature. */
async function dispense(cardId = 'rana') {
  const terminal = await openTerminal();
  const { call, until } = terminal;
  await signInAs(terminal, 'pharmacist');
  await call.demo.insertCard({ cardId });
  await until(({ visit }) => visit?.history.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode: 'EMP-10' });
  const finding = async () => {
    const { visit } = await until((view) => view.visit?.decision != null);
    const said = visit?.decision?.lines[0]?.findings.find(({ check }) => check === 'holder-proof');
    return said?.reason ?? said?.outcome;
  };
  return { ...terminal, finding };
}

describe('the proof ladder at the counter', () => {
  it('asks for the PIN, then for the signature, and keeps both in the claim', async () => {
    const { call, finding } = await dispense();
    expect(await finding()).toBe('holder-pin-missing');
    await expect(call.card.enterPin({ pin: [0, 0, 0, 0] })).rejects.toThrow();
    expect(await finding()).toBe('holder-pin-missing');
    await call.card.enterPin({ pin });
    expect(await finding()).toBe('holder-signature-missing');
    await call.visit.recordSignature({ isSigned: true });
    expect(await finding()).toBe('approved');
    const saved = await call.visit.save();
    const { proofs } = await call.claims.find({ claimId: saved.claimId });
    expect(proofs).toMatchObject({
      pin: { known: true, value: 'verified', source: 'card' },
      signed: { userId: expect.any(String) },
    });
  });

  it('takes a signature back with any change of the lines, and when it is said so', async () => {
    const { call, finding, until } = await dispense();
    await call.card.enterPin({ pin });
    const sign = (isSigned: boolean) => call.visit.recordSignature({ isSigned });
    await sign(true);
    await call.visit.setDiagnoses({ codes: ['E11.9'] });
    expect(await finding()).toBe('approved');
    const { visit } = await until((view) => view.visit !== null);
    const lineId = visit?.lines[0]?.line.lineId ?? '';
    await call.visit.changeLine({ lineId, quantity: 10 });
    expect(await finding()).toBe('holder-signature-missing');
    await sign(true);
    expect(await finding()).toBe('approved');
    await sign(false);
    expect(await finding()).toBe('holder-signature-missing');
  });

  it('knows no PIN once the card is out, and asks for it anew when it is back', async () => {
    const { call, finding, until } = await dispense();
    await call.card.enterPin({ pin });
    await call.visit.recordSignature({ isSigned: true });
    expect(await finding()).toBe('approved');
    await call.demo.removeCard();
    await until(({ visit }) => visit?.card.isPresent === false);
    expect(await finding()).toBe('holder-pin-missing');
    await call.demo.insertCard({ cardId: 'rana' });
    await until(({ visit }) => visit?.pin?.state === 'wanted');
    expect(await finding()).toBe('holder-pin-missing');
    await call.card.enterPin({ pin });
    expect(await finding()).toBe('approved');
  });

  it('does not take the PIN of an earlier visit for one of this', async () => {
    const { call, finding, until } = await dispense();
    await call.card.enterPin({ pin });
    await call.visit.close();
    await until(({ visit }) => visit === null);
    await call.visit.openAgain();
    await until(({ visit }) => visit?.history.state === 'read');
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'EMP-10' });
    expect(await finding()).toBe('holder-pin-missing');
  });

  it('refers a card without a PIN to the insurer', async () => {
    const { finding } = await dispense('samir');
    expect(await finding()).toBe('holder-pin-not-possible');
  });
});
