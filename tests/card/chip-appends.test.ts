import { describe, expect, it } from 'vitest';
import { crc16 } from '#card/profile/crc16.ts';
import type { CardRole } from '#card/profile/cvc.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { otherPharmacy, pharmacy } from './card-builders.ts';
import { entered, image, prescriptionFor, recordFor } from './guarded-card.ts';
import { append, enter, sayTo } from './terminal-at-card.ts';

describe('the chip, of what is appended,', () => {
  it('takes the next record of the terminal that is there, as record 1', () => {
    const card = entered();
    const record = recordFor(card);
    expect(append(card, record)).toBe('9000');
    expect(card.image().ledger).toEqual([record, ...image.ledger]);
  });

  const broken = (record: Uint8Array) => record.fill(0xff, 100);
  const retyped = (record: Uint8Array) => {
    record[1] = 9;
    const crc = crc16(record.subarray(0, 238));
    record.set([crc >> 8, crc & 0xff], 238);
    return record;
  };

  it.each<[string, (card: VirtualCard) => Uint8Array, string]>([
    [
      'signed for another card',
      (card) => recordFor(card, {}, { number: '9760000000000025' }),
      '6982',
    ],
    ['of another terminal', (card) => recordFor(card, {}, { writer: otherPharmacy }), '6982'],
    [
      'that names another terminal',
      (card) => recordFor(card, { terminalKeyId: otherPharmacy.keyId }),
      '6982',
    ],
    ['that repeats a number', (card) => recordFor(card, { seq: 1 }), '6a80'],
    ['that leaves a number out', (card) => recordFor(card, { seq: 3 }), '6a80'],
    [
      'that follows another record',
      (card) => recordFor(card, { prevHash: '0011223344556677' }),
      '6a80',
    ],
    ['with a wrong checksum', (card) => broken(recordFor(card)), '6a80'],
    ['of an unknown type', (card) => retyped(recordFor(card)), '6a80'],
    ['of 239 bytes', (card) => recordFor(card).subarray(1), '6700'],
  ])('refuses a record %s, and changes nothing', (_name, make, statusWord) => {
    const card = entered();
    expect(append(card, make(card))).toBe(statusWord);
    expect(card.image().ledger).toEqual(image.ledger);
  });

  it.each([
    ['prescription', ['DOCTOR']],
    ['dispense', ['DISPENSE']],
    ['service', ['SERVICE']],
    ['correction', ['DISPENSE', 'DOCTOR', 'SERVICE']],
    ['checkpoint', ['DISPENSE', 'DOCTOR', 'SERVICE']],
    ['anchor', []],
  ] as const)('takes a record of type %s from %j alone', (type, allowed) => {
    const roles: readonly CardRole[] = ['MED', 'LEDGER', 'DISPENSE', 'DOCTOR', 'SERVICE'];
    const takes = roles.filter((role) => {
      const card = entered({ roles: [role] });
      const record = type === 'prescription' ? prescriptionFor(card) : recordFor(card, { type });
      return append(card, record) === '9000';
    });
    expect([...takes].sort()).toEqual([...allowed].sort());
  });

  it('takes three in a session, by whomever, and three more after a reset', () => {
    const card = entered();
    const next = (seq: number) => append(card, recordFor(card, { seq }));
    expect([next(2), next(3)]).toEqual(['9000', '9000']);
    enter(card, pharmacy);
    expect([next(4), next(5)]).toEqual(['9000', '6985']);
    card.reset();
    enter(card, pharmacy);
    expect(next(5)).toBe('9000');
  });

  it('gives up its oldest record for the newest where it is full', () => {
    const card = createVirtualCard({ ...image, ledgerCapacity: 1 });
    enter(card, pharmacy);
    const record = recordFor(card);
    expect(append(card, record)).toBe('9000');
    expect(card.image().ledger).toEqual([record]);
  });

  it('does not know the files that nobody appends to, nor other ways of writing', () => {
    const card = entered();
    const say = (hex: string) => sayTo(card, new Uint8Array(Buffer.from(hex, 'hex')));
    const body = `f0${'00'.repeat(240)}`;
    expect(say(`00e20020${body}`)).toBe('6a82');
    expect(say(`00e20118${body}`)).toBe('6a86');
    expect(say(`00e20000${body}`)).toBe('6a86');
    expect(say(`00dc0118${body}`)).toBe('6d00');
  });
});
