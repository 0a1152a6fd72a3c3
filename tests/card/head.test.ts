import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHead, encodeHead, type Head } from '#card/profile/head.ts';
import { shortenNames } from '#card/profile/names.ts';
import { addDays, calendarDate, fromEpochDay } from '#domain/dates.ts';
import type { Sex } from '#domain/people.ts';
import { issuer, order } from './card-builders.ts';

const { cardNumber, person, policyNumber, planCode } = order();

const head = (change: Partial<Head> = {}): Head => ({
  version: 1,
  cardNumber,
  person,
  policyNumber,
  planCode,
  validity: { from: calendarDate('2025-06-01'), to: calendarDate('2028-05-31') },
  flags: { hasPin: false },
  cardKey: issuer.publicKey,
  photoHash: null,
  offlineLimits: { perClaim: 5_000_000, cumulative: 20_000_000, claims: 5 },
  issuerKeyId: '0a1b2c3d',
  ...change,
});

const someHead: fc.Arbitrary<Head> = fc
  .record({
    version: fc.integer({ min: 1, max: 0xffff }),
    cardNumber: fc.stringMatching(/^\d{16}$/),
    memberNumber: fc.stringMatching(/^\d{1,20}$/),
    policyNumber: fc.oneof(
      fc.stringMatching(/^\d{1,20}$/),
      fc.stringMatching(/^[A-Z][A-Z0-9-]{0,9}$/),
    ),
    planCode: fc.stringMatching(/^[A-Z0-9-]{1,12}$/),
    from: fc.integer({ min: 0, max: 60_000 }),
    length: fc.integer({ min: 0, max: 5_000 }),
    nameAr: fc.stringMatching(/^[ء-ي]{1,12}( [ء-ي]{1,12}){0,4}$/),
    nameLatin: fc.stringMatching(/^[A-Z][a-z]{0,12}( [A-Z][a-z]{0,12}){0,4}$/),
    birthDay: fc.integer({ min: -45_000, max: 30_000 }),
    precision: fc.constantFrom('day' as const, 'month' as const, 'year' as const),
    sex: fc.constantFrom<Sex>('unknown', 'male', 'female', 'not-applicable'),
    hasPin: fc.boolean(),
    photoHash: fc.option(fc.uint8Array({ minLength: 16, maxLength: 16 })),
    limits: fc.tuple(fc.nat(0xffff_ffff), fc.nat(0xffff_ffff), fc.nat(0xff)),
  })
  .map((some) => {
    const date = fromEpochDay(some.birthDay);
    const start = { day: date, month: `${date.slice(0, 7)}-01`, year: `${date.slice(0, 4)}-01-01` };
    const from = fromEpochDay(some.from);
    return head({
      version: some.version,
      cardNumber: some.cardNumber,
      person: {
        memberNumber: some.memberNumber,
        nameAr: some.nameAr,
        nameLatin: some.nameLatin,
        birth: { date: calendarDate(start[some.precision]), precision: some.precision },
        sex: some.sex,
      },
      policyNumber: some.policyNumber,
      planCode: some.planCode,
      validity: { from, to: addDays(from, some.length) },
      flags: { hasPin: some.hasPin },
      photoHash: some.photoHash,
      offlineLimits: {
        perClaim: some.limits[0],
        cumulative: some.limits[1],
        claims: some.limits[2],
      },
    });
  });

describe('HEAD', () => {
  it('reads back what it writes, the names shortened where they must be', () => {
    fc.assert(
      fc.property(someHead, (written) => {
        const record = encodeHead(written, issuer.sign);
        expect(record.length).toBe(252);
        const read = decodeHead(record);
        if (!read.ok) throw new Error(JSON.stringify(read.failure));
        const { nameAr, nameLatin } = read.value.head.person;
        expect(read.value.head).toEqual({
          ...written,
          person: { ...written.person, nameAr, nameLatin },
        });
        const usual = shortenNames(written.person);
        expect(usual.nameAr.startsWith(nameAr.split(' ')[0] ?? '')).toBe(true);
        expect(nameLatin.length).toBeLessThanOrEqual(usual.nameLatin.length);
      }),
    );
  });

  it('leaves names of a usual length whole', () => {
    const read = decodeHead(encodeHead(head(), issuer.sign));
    expect(read.ok && read.value.head.person).toEqual(person);
  });

  it('survives arbitrary bytes', () => {
    const record = fc.uint8Array({ minLength: 252, maxLength: 252 });
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), record),
        fc.boolean(),
        (bytes, isArray) => {
          if (isArray) bytes[0] = 0x93;
          expect(decodeHead(bytes).ok).toBe(false);
        },
      ),
    );
  });

  it('reads no record of which one byte was changed as the same card', () => {
    const record = encodeHead(head(), issuer.sign);
    const original = decodeHead(record);
    fc.assert(
      fc.property(fc.nat(251), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = record.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(decodeHead(changed)).not.toEqual(original);
      }),
    );
  });

  const body = (): Uint8Array => {
    const read = decodeHead(encodeHead(head(), (bytes) => new Uint8Array(64).fill(bytes.length)));
    return read.ok ? read.value.signedBytes : new Uint8Array(0);
  };
  const recordOf = (bytes: Uint8Array, padding = 0): Uint8Array => {
    const record = new Uint8Array(252).fill(padding);
    record.set(bytes, 0);
    record.set(new Uint8Array(64), bytes.length);
    return record;
  };

  it('refuses padding that is not zero', () => {
    expect(decodeHead(recordOf(body())).ok).toBe(true);
    expect(decodeHead(recordOf(body(), 1))).toEqual({
      ok: false,
      failure: { code: 'card-record-malformed', file: 'HEAD', why: 'padding is not zero' },
    });
  });

  it.each([
    ['version 0', { version: 0 }],
    ['a card number of 15 digits', { cardNumber: '976000000000001' }],
    ['a policy number of 11 letters', { policyNumber: 'POL-2026-01' }],
    ['an empty plan', { planCode: '' }],
    ['a limit over 32 bits', { offlineLimits: { perClaim: 2 ** 32, cumulative: 0, claims: 0 } }],
  ])('cannot be written with %s', (_name, change) => {
    expect(() => encodeHead(head(change), issuer.sign)).toThrow(RangeError);
  });

  it('refuses a validity that ends before it begins, and a flag that it does not know', () => {
    const backwards = { from: calendarDate('2026-01-02'), to: calendarDate('2026-01-01') };
    const read = decodeHead(encodeHead(head({ validity: backwards }), issuer.sign));
    expect(read.ok).toBe(false);
    const flagged = body();
    const flagAt = Buffer.from(flagged).indexOf(Buffer.from('5821', 'hex')) - 1;
    expect(flagged[flagAt]).toBe(0);
    flagged[flagAt] = 2;
    expect(decodeHead(recordOf(flagged)).ok).toBe(false);
  });
});
