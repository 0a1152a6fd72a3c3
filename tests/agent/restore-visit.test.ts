import { expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { findOpenVisit, saveOpenVisit } from '#store/open-visit.ts';
import { inStore } from './in-store.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

const insurer = buildDemoInsurer(systemClock().today());
const [first] = insurer.cards;

interface Kept {
  readonly version: number;
  readonly visit: object;
}

it('goes on with a visit that an earlier version kept, whatever the centre had told it', async () => {
  if (first === undefined) throw new Error('the demonstration has cards');
  const reader = createVirtualService();
  const { call, close, folder, until } = await openTerminal(undefined, { cardService: reader });
  await signInAs({ call, close, folder, until }, 'pharmacist');
  reader.insert(createVirtualCard(personaliseDemoCard(insurer, first)));
  await until(({ visit }) => visit !== null);
  await call.visit.answerHolder({ answer: 'confirmed' });
  const { lineId } = await call.visit.addLine({ itemCode: 'PAR-500', quantity: 20 });
  await until(({ visit }) => visit?.lines.length === 1);
  await close();

  // It kept the facts themselves, not when they came.
  const facts = { memberNumber: '1', supplies: [], services: { since: null, services: [] } };
  const changed = inStore(folder, ({ commit, reader: db }) => {
    const { version, visit } = findOpenVisit(db) as Kept;
    commit((to) => saveOpenVisit(to, { version, visit: { ...visit, centre: facts } }));
    return version;
  });
  expect(changed).toBe(1);

  const again = await openTerminal(folder);
  await signInAs(again, 'pharmacist');
  const { visit } = await again.until((desk) => desk.visit?.decision?.lines.length === 1);
  expect(visit?.decision?.lines[0]?.lineId).toBe(lineId);
}, 60_000);
