import { describe, expect, it } from 'vitest';
import { openTerminal, signInAs } from './open-terminal.ts';

describe('a visit at the pharmacy counter', () => {
  it('goes from the card to a claim that is saved, and declines what another pharmacy dispensed', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await call.demo.insertCard({ cardId: 'samir' });

    const shown = await until(
      ({ visit }) => visit?.history.state === 'read' && visit.history.entries.length === 3,
    );
    expect(shown.visit?.person.nameLatin).toBe('Samir Adnan Al-Halabi');
    expect(shown.visit?.card.proof).toBe('genuine');
    await call.visit.answerHolder({ answer: 'confirmed' });

    await call.visit.addLine({ itemCode: 'ATV-20' });
    await call.visit.addLine({ itemCode: 'MET-850' });
    const decided = await until(({ visit }) => visit?.decision?.lines.length === 2);
    expect(decided.visit?.eligibility.outcome).toBe('approved');
    expect(decided.visit?.decision?.lines.map(({ outcome }) => outcome)).toEqual([
      'declined',
      'approved',
    ]);
    expect(decided.visit?.decision?.lines[0]?.findings[0]?.reason).toBe(
      'repeat-too-early-from-supplier',
    );

    const saved = await call.visit.save();
    expect(saved.receiptNumber).toMatch(/^C-\d{6}-0001$/);
    const [listed] = await call.claims.list({});
    expect(listed).toMatchObject({ claimId: saved.claimId, state: 'queued', outcome: 'partial' });
  });
});
