import { describe, expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import { insertAt, insurer, openAlone } from './prescription-desk.ts';

const on = addDays(systemClock().today(), -5);

/** A card on which another pharmacy wrote so many medicines, each for 90 days. */
function cardWith(supplies: number): VirtualCard {
  const samir = insurer.cards.find(({ cardId }) => cardId === 'samir');
  if (samir === undefined) throw new Error('no such card');
  const history = {
    type: 'dispense',
    at: `${on}T09:00:00.000Z` as Instant,
    on,
    providerId: 'SY-DAM-0112',
    lines: Array.from({ length: supplies }, (_, i) => {
      const code = 0x70_0000 + i;
      return { item: '', cardCode: code, repeatCode: code, quantity: 90, days: 90 };
    }),
    used: [],
  } as const;
  return createVirtualCard(personaliseDemoCard(insurer, { ...samir, history: [history] }));
}

describe('a card with more active supplies than its table holds', () => {
  it.each([
    ['14 of 14, approved', 14, 'approved', null],
    ['15 of 14, referred: what fell off may be the same', 15, 'referred', 'supply-history-unknown'],
  ])('is trusted for what its table can tell: %s', async (_, supplies, outcome, reason) => {
    const terminal = await openAlone(insurer.defaultProviderId);
    await insertAt(terminal, cardWith(supplies), 'pharmacist');
    await terminal.call.visit.addLine({ itemCode: 'MET-850' });
    const { visit } = await terminal.until((desk) => desk.visit?.decision != null);
    const [line] = visit?.decision?.lines ?? [];
    expect([line?.outcome, line?.findings[0]?.reason]).toEqual([outcome, reason]);
  });
});
