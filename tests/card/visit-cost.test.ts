import { describe, expect, it } from 'vitest';
import { appendProven, appendRecord, planAppend } from '#card/append-records.ts';
import { openCardSession } from '#card/open-session.ts';
import { readIdentity } from '#card/read-member-card.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { dispensing, line, makeGuardedImage, otherPharmacy, pharmacy } from './card-builders.ts';
import { connectTo, sessionOptions } from './session-opener.ts';

/**
 * Counted on the wire: C-APDU (header, Lc, body, Le) and R-APDU (body, status word) at T=1 without framing,
 * records read whole, one MED, at most 4 items, no PIN.
 */
describe('what a visit costs', () => {
  const history = Array.from({ length: 30 }, (_, i) =>
    dispensing(`2026-02-${String((i % 28) + 1).padStart(2, '0')}`, otherPharmacy),
  );
  const image = makeGuardedImage({ history });

  it('to know who it is: 2 commands and 274 bytes; proven by itself: 3 and 373', async () => {
    const unknown = createVirtualCard(image);
    await readIdentity(await connectTo(unknown), { ...sessionOptions, issuerKeys: [] });
    expect(unknown.traffic()).toEqual({ apdus: 2, bytes: 274 });
    const card = createVirtualCard(image);
    await readIdentity(await connectTo(card), sessionOptions);
    expect(card.traffic()).toEqual({ apdus: 3, bytes: 373 });
  });

  it.each([1, 4])(
    'whole, with %i items: 7 commands to decide, 1 to write, 1,429 bytes',
    async (items) => {
      const card = createVirtualCard(image);
      const channel = await connectTo(card);
      const opened = await openCardSession(channel, sessionOptions);
      if (!opened.ok || opened.value.ledger === null) throw new Error('no session');
      expect(opened.value.history.state).toBe('read');
      expect(opened.value.med).toMatchObject({ state: 'read', reading: { isVerified: true } });
      expect(card.traffic()).toEqual({ apdus: 7, bytes: 1182 });
      const lines = Array.from({ length: items }, (_, i) => line({ repeatCode: 9300 + i }));
      const { records } = planAppend(opened.value.ledger, {
        ...dispensing('2026-03-15', pharmacy, ...lines),
        terminalCounter: 1,
        headVersion: 1,
        medVersion: 1,
      });
      for (const record of records) await appendRecord(channel, record);
      expect(card.traffic()).toEqual({ apdus: 8, bytes: 1429 });
      expect(card.image().ledger).toHaveLength(31);
    },
  );

  it('and proven by the card, where the contract has it so: 9 commands, 1,528 bytes', async () => {
    const card = createVirtualCard(image);
    const channel = await connectTo(card);
    const opened = await openCardSession(channel, sessionOptions);
    if (!opened.ok || opened.value.ledger === null) throw new Error('no session');
    const { records } = planAppend(opened.value.ledger, {
      ...dispensing('2026-03-15', pharmacy, line({ repeatCode: 9300 })),
      ...{ terminalCounter: 1, headVersion: 1, medVersion: 1 },
    });
    const by = { cardKey: opened.value.cardKey, randomBytes: sessionOptions.randomBytes };
    const [record = new Uint8Array()] = records;
    expect(await appendProven(channel, record, by)).toEqual({ outcome: 'committed' });
    expect(card.traffic()).toEqual({ apdus: 9, bytes: 1528 });
  });
});
