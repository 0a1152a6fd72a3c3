import { expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

const today = systemClock().today();
const insurer = buildDemoInsurer(today);

/** A card on which another pharmacy supplied metformin for thirty days, so many days ago. */
function cardSuppliedBefore(days: number) {
  const samir = insurer.cards.find(({ cardId }) => cardId === 'samir');
  if (samir === undefined) throw new Error('no such card');
  const on = addDays(today, -days);
  const supplied = {
    type: 'dispense',
    at: `${on}T09:00:00.000Z` as Instant,
    on,
    providerId: 'SY-DAM-0112',
    lines: [{ item: 'MET-850', cardCode: 1001, repeatCode: 2001, quantity: 60, days: 30 }],
    used: [],
  } as const;
  return createVirtualCard(personaliseDemoCard(insurer, { ...samir, history: [supplied] }));
}

it('tells the card what is at hand, and takes the carried days back with the supply', async () => {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  const { call, until } = terminal;
  await signInAs(terminal, 'pharmacist');
  const card = cardSuppliedBefore(25);
  const rows = () => {
    const [newest] = card.image().ledger;
    const record = newest === undefined ? null : decodeRecord(newest);
    if (record === null || !record.ok || record.value.type === 'prescription') return null;
    return record.value.tables?.supplies;
  };
  const earlier = { repeatCode: 2001, endsOn: addDays(today, 4), days: 30 };
  expect(rows()).toEqual([earlier]);

  reader.insert(card);
  await until(({ visit }) => visit !== null && visit.history.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode: 'MET-850', quantity: 60 });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  expect(visit?.decision?.lines[0]?.outcome).toBe('approved');
  const { claimId } = await call.visit.save();
  await until(({ cardWrite }) => cardWrite?.state === 'written');
  // Five days of the thirty are left over today.
  expect(rows()).toEqual([{ repeatCode: 2001, endsOn: addDays(today, 34), days: 35 }]);

  await call.claims.void({ claimId, lines: null, reason: 'entered-wrongly' });
  await until(() => rows()?.[0]?.days === 30);
  expect(rows()).toEqual([earlier]);
}, 120_000);
