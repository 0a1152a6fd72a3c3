import { expect, it } from 'vitest';
import { openTerminal, signInAs } from './open-terminal.ts';

it('shows what was used of the member’s ceilings and who says so, the most used first, and never zero for unknown', async () => {
  const terminal = await openTerminal();
  const { call, until } = terminal;
  await signInAs(terminal, 'receptionist');
  await call.demo.insertCard({ cardId: 'samir' });
  const { visit } = await until((desk) => desk.visit?.ceilings[0]?.used.known === true);
  expect(visit?.ceilings).toMatchObject([
    {
      ceilingId: 'CHRONIC-SILVER',
      limit: 1_200_000,
      used: { known: true, value: 996_600, source: 'card' },
      own: { known: true, value: 0, source: 'terminal' },
    },
    { ceilingId: 'SURGERY-FAMILY', of: 'family', used: { known: false } },
  ]);
});
