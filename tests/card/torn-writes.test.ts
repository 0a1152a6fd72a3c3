import { describe, expect, it } from 'vitest';
import { appendRecord, planAppend } from '#card/append-records.ts';
import { openCardSession } from '#card/open-session.ts';
import { readRecovery } from '#card/recover.ts';
import {
  createVirtualCard,
  type TearMoment,
  type VirtualCard,
} from '#card/virtual/virtual-card.ts';
import { dispensing, line, makeGuardedImage, otherPharmacy, pharmacy } from './card-builders.ts';
import { connectTo, sessionAt, sessionOptions } from './session-opener.ts';

const image = makeGuardedImage({ history: [dispensing('2026-03-01', otherPharmacy)] });
const lines = Array.from({ length: 9 }, (_, i) =>
  line({ cardCode: 700 + i, repeatCode: 9200 + i }),
);

/** What the journal would hold: it is written before the first append. */
type Journal = { readonly bytes: Uint8Array }[];

/** A visit with three records to write, as far as the card stays in the reader. */
async function visit(card: VirtualCard, journal: Journal): Promise<void> {
  const channel = await connectTo(card);
  const session = await openCardSession(channel, sessionOptions);
  if (!session.ok || session.value.ledger === null) return;
  const { records } = planAppend(session.value.ledger, {
    ...dispensing('2026-03-15', pharmacy, ...lines),
    terminalCounter: 1,
    headVersion: 1,
    medVersion: 1,
  });
  journal.push(...records.map((bytes) => ({ bytes })));
  for (const bytes of records) {
    const { outcome } = await appendRecord(channel, bytes);
    if (outcome !== 'committed') return;
  }
  await channel.close();
}

/** The next insertion at the same terminal: what was interrupted is found out and finished. */
async function comeBack(card: VirtualCard, journal: Journal) {
  const { channel, session } = await sessionAt(card);
  const recovery = await readRecovery(channel, journal, session.records);
  if (!recovery.ok) throw new Error(recovery.failure.code);
  for (const { bytes } of recovery.value.open) {
    expect(await appendRecord(channel, bytes)).toEqual({ outcome: 'committed' });
  }
  await channel.close();
  return { found: session, recovery: recovery.value };
}

const sessionCommands = 7;
const cases = Array.from({ length: sessionCommands + 3 }, (_, i) => i + 1).flatMap((command) =>
  (['before-command', 'middle-of-record', 'before-status-word'] as const).map(
    (moment): [number, TearMoment] => [command, moment],
  ),
);

describe('a card pulled out of a visit that writes three records', () => {
  it.each(cases)(
    'at command %i, %s, is in the old state or the new one, and heals',
    async (command, moment) => {
      const card = createVirtualCard(image);
      card.tearAt(command, moment);
      const journal: Journal = [];
      await visit(card, journal);

      const written = Math.max(
        0,
        command - sessionCommands - (moment === 'before-status-word' ? 0 : 1),
      );
      const isTorn = command > sessionCommands && moment === 'middle-of-record';
      const onCard = card.image().ledger.slice(isTorn ? 1 : 0);
      const records = journal.map(({ bytes }) => bytes);
      expect(onCard).toEqual([...records.slice(0, written).reverse(), ...image.ledger]);

      const { found, recovery } = await comeBack(card, journal);
      expect(found.identity.proof).toBe('genuine');
      expect(recovery.isTorn).toBe(isTorn);
      expect(recovery.committed).toHaveLength(written);
      const isFinished = journal.length === written;
      expect(recovery.next).toBe(isFinished ? 'nothing' : 'append');

      const { session } = await sessionAt(card, { terminal: otherPharmacy });
      expect(session.history).toMatchObject({
        state: 'read',
        reading: { trouble: 'none', isComplete: true, isVerified: true },
      });
      expect(session.ledger?.seq).toBe(1 + journal.length);
      const codes = session.ledger?.tables.supplies.map(({ repeatCode }) => repeatCode).sort();
      const expected = journal.length === 0 ? [] : lines.map(({ repeatCode }) => repeatCode);
      expect(codes).toEqual([9001, ...expected]);
    },
  );

  it('and taken to another pharmacy meanwhile is rebuilt on what that one wrote', async () => {
    const card = createVirtualCard(image);
    card.tearAt(sessionCommands + 1, 'middle-of-record');
    const journal: Journal = [];
    await visit(card, journal);

    const elsewhere = await sessionAt(card, { terminal: otherPharmacy });
    if (elsewhere.session.ledger === null) throw new Error('not writable');
    const theirs = planAppend(elsewhere.session.ledger, {
      ...dispensing('2026-03-15', otherPharmacy, line({ repeatCode: 9900 })),
      terminalCounter: 1,
      headVersion: 1,
      medVersion: 1,
    });
    for (const bytes of theirs.records) await appendRecord(elsewhere.channel, bytes);
    await elsewhere.channel.close();

    const { channel, session } = await sessionAt(card);
    const recovery = await readRecovery(channel, journal, session.records);
    expect(recovery).toMatchObject({ ok: true, value: { next: 'rebuild', open: journal } });
    expect(session.ledger?.tables.supplies.map(({ repeatCode }) => repeatCode)).toContain(9900);
  });
});
