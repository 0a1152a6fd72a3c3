import { describe, expect, it } from 'vitest';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';
import { untilState } from './until-state.ts';
import { ask, take, ways } from './ways-without-card.ts';

describe('a terminal with its central server', () => {
  it('sends what it saved, gets the verdict, goes on without the server and catches up', async () => {
    const terminal = await openTerminal(undefined, { server: { kind: 'embedded' } });
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');

    const first = await saveMetformin(terminal, 'samir');
    await until(({ sync }) => sync.link === 'online' && sync.waiting === 0);
    await untilState(terminal, first, 'accepted');

    await call.demo.switchServer({ running: false });
    const second = await saveMetformin(terminal, 'george');
    await until(({ sync }) => sync.link === 'offline' && sync.waiting > 0);
    expect((await call.claims.find({ claimId: second })).state).toBe('queued');

    await call.demo.switchServer({ running: true });
    await until(({ sync }) => sync.link === 'online' && sync.waiting === 0);
    await untilState(terminal, second, 'accepted');
  }, 180_000);

  it('gets accepted what it decided of those who have no card of their own', async () => {
    const terminal = await openTerminal(undefined, { server: { kind: 'embedded' } });
    await signInAs(terminal, 'doctor');
    const saved: string[] = [];
    for (const way of ways) {
      await take(terminal, way);
      await ask(terminal, way.item);
      saved.push((await terminal.call.visit.save()).claimId);
    }
    for (const claimId of saved) await untilState(terminal, claimId, 'accepted');
  }, 180_000);
});

async function saveMetformin(terminal: OpenedTerminal, cardId: string): Promise<string> {
  const { call, until } = terminal;
  await call.demo.insertCard({ cardId });
  await until(({ visit }) => visit?.history.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode: 'MET-850' });
  const { claimId } = await call.visit.save();
  await call.demo.removeCard();
  return claimId;
}
