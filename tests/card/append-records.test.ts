import { describe, expect, it } from 'vitest';
import { appendRecord, planAppend } from '#card/append-records.ts';
import type { CardSession } from '#card/open-session.ts';
import type { LedgerEvent, LedgerState } from '#card/profile/ledger-builder.ts';
import { emptyLedger } from '#card/profile/ledger-builder.ts';
import { decodeRecord, isRecordSignedBy } from '#card/profile/ledger-codec.ts';
import type { CheckpointRecord } from '#card/profile/ledger-record.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { failure } from '#domain/failures.ts';
import { failWith, succeed } from '#domain/result.ts';
import {
  dispensing,
  line,
  makeGuardedImage,
  order,
  otherPharmacy,
  pharmacy,
} from './card-builders.ts';
import { connectTo, sessionAt } from './session-opener.ts';

const { cardNumber } = order();
const image = makeGuardedImage({ history: [dispensing('2026-03-01', otherPharmacy)] });

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => line({ cardCode: 600 + i, repeatCode: 9100 + i }));

const event = (count: number): LedgerEvent => ({
  ...dispensing('2026-03-15', pharmacy),
  lines: lines(count),
  terminalCounter: 40,
  headVersion: 1,
  medVersion: 1,
});

const checkpoints = (records: readonly Uint8Array[]): CheckpointRecord[] =>
  records.map((bytes) => {
    const decoded = decodeRecord(bytes);
    if (!decoded.ok || decoded.value.type === 'prescription') throw new Error('no checkpoint');
    return decoded.value;
  });

function ledgerOf({ ledger }: CardSession): LedgerState {
  if (ledger === null) throw new Error('not writable');
  return ledger;
}

describe('planning what to append', () => {
  it.each([
    [0, []],
    [1, ['1/1']],
    [4, ['1/1']],
    [5, ['1/2', '2/2']],
    [12, ['1/3', '2/3', '3/3']],
    [13, ['1/3', '2/3', '3/3', '1/1']],
  ])('puts %i lines into records %j', (count, groups) => {
    const records = checkpoints(planAppend(emptyLedger(cardNumber), event(count)).records);
    expect(records.map(({ group }) => `${group.index + 1}/${group.count}`)).toEqual(groups);
    expect(records.flatMap((record) => record.lines.map(({ cardCode }) => cardCode))).toEqual(
      lines(count).map(({ cardCode }) => cardCode),
    );
    expect(records.map(({ seq }) => seq)).toEqual(groups.map((_, i) => i + 1));
    expect(records.map(({ terminalCounter }) => terminalCounter)).toEqual(
      groups.map((_, i) => 40 + i),
    );
  });

  it('signs each record for this card, and chains it to the head that the session read', async () => {
    const { session } = await sessionAt(createVirtualCard(image));
    const planned = planAppend(ledgerOf(session), event(5));
    const [first, second] = checkpoints(planned.records);
    expect(first).toMatchObject({ seq: 2, prevHash: session.identity.ledgerHead?.hash });
    expect(second?.seq).toBe(3);
    expect(planned.ledger).toMatchObject({ seq: 3 });
    for (const record of planned.records) {
      expect(isRecordSignedBy(record, cardNumber, pharmacy.publicKey)).toBe(true);
    }
  });

  it('keeps the supplies that were there beside the new ones, and names what it fills', async () => {
    const { session } = await sessionAt(createVirtualCard(image));
    const fills = { seq: 1, lines: 0b11 };
    const [record] = checkpoints(planAppend(ledgerOf(session), { ...event(1), fills }).records);
    expect(record?.tables?.supplies.map(({ repeatCode }) => repeatCode).sort()).toEqual([
      9001, 9100,
    ]);
    expect(record?.fills).toEqual(fills);
  });
});

describe('appending a record', () => {
  it('is committed by 9000, and read by the next terminal', async () => {
    const card = createVirtualCard(image);
    const { channel, session } = await sessionAt(card);
    const { records } = planAppend(ledgerOf(session), event(5));
    for (const record of records) {
      expect(await appendRecord(channel, record)).toEqual({ outcome: 'committed' });
    }
    await channel.close();
    const next = await sessionAt(card, { terminal: otherPharmacy });
    expect(next.session.history).toMatchObject({ state: 'read', reading: { trouble: 'none' } });
    expect(next.session.ledger?.tables.supplies).toHaveLength(6);
    expect(next.session.ledger?.seq).toBe(3);
  });

  it('is refused by name where the card says no, which then holds what it held', async () => {
    const card = createVirtualCard(image);
    const { channel, session } = await sessionAt(card);
    const [, second = new Uint8Array(0)] = planAppend(ledgerOf(session), event(5)).records;
    expect(await appendRecord(channel, second)).toEqual({
      outcome: 'refused',
      statusWord: '6a80',
      failure: failure('card-status', { step: 'APPEND', statusWord: '6a80' }),
    });
    expect(card.image().ledger).toEqual(image.ledger);
  });

  const answering = async (answer: CardChannel['transmit']) => {
    const channel = { ...(await connectTo(createVirtualCard(image))), transmit: answer };
    return appendRecord(channel, new Uint8Array(240));
  };

  it.each([
    ['no answer', async () => failWith(failure('card-removed')), 'card-removed'],
    ['half a status word', async () => succeed(Uint8Array.of(0x90)), 'card-answer-malformed'],
    ['a failure of its memory', async () => succeed(Uint8Array.of(0x65, 0x81)), 'card-status'],
  ])('is unknown after %s', async (_name, answer, code) => {
    expect(await answering(answer)).toMatchObject({ outcome: 'unknown', failure: { code } });
  });
});
