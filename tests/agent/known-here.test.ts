import { describe, expect, it } from 'vitest';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

/** Opens a visit for a demo card and adds one item; the decided line. */
async function ask({ call, until }: OpenedTerminal, cardId: string, itemCode: string) {
  await call.demo.removeCard();
  await call.demo.insertCard({ cardId });
  await until(({ visit }) => visit !== null && visit.history.state !== 'reading');
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  return visit?.decision?.lines[0];
}

describe('what this terminal knows by itself', () => {
  it('counts a service saved here against the same one asked for again on the day', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'doctor');
    expect((await ask(terminal, 'george', 'LAB-CBC'))?.outcome).toBe('approved');
    await terminal.call.visit.save();

    const again = await ask(terminal, 'george', 'LAB-CBC');
    expect(again).toMatchObject({ outcome: 'declined' });
    expect(again?.findings[0]).toMatchObject({ reason: 'duplicate-service', bearer: 'provider' });
  });

  it('adds what it let through to a ceiling whose use elsewhere it cannot know', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'pharmacist');
    const first = await ask(terminal, 'huda', 'LEV-50');
    expect(first).toMatchObject({ outcome: 'approved', guaranteed: true });
    await terminal.call.visit.save();

    const second = await ask(terminal, 'huda', 'ASA-81');
    const ceiling = second?.findings.find(({ check }) => check === 'ceilings');
    const used = ceiling?.facts.find(({ name }) => name === 'ceiling-used');
    expect(used).toMatchObject({ source: 'terminal', value: { value: first?.amounts.insurer } });
  });
});
