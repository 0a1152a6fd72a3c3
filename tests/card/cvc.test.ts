import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CardRole,
  type CertificateFields,
  findCertificate,
  isCertificateSignedBy,
  issueCertificate,
} from '#card/profile/cvc.ts';
import { generateP256Key, openSigner, terminalKeyIdOf } from '#card/profile/p256.ts';
import { addDays, calendarDate, fromEpochDay } from '#domain/dates.ts';

const anchor = openSigner(generateP256Key());
const terminal = openSigner(generateP256Key());

const fields = (change: Partial<CertificateFields> = {}): CertificateFields => ({
  publicKey: terminal.publicKey,
  providerId: 'P-100',
  roles: ['MED', 'LEDGER', 'DISPENSE'],
  validity: { from: calendarDate('2026-03-01'), to: calendarDate('2027-02-28') },
  issuedOn: calendarDate('2026-03-01'),
  ...change,
});

const roles: readonly CardRole[] = ['MED', 'LEDGER', 'DISPENSE', 'DOCTOR', 'SERVICE', 'ISSUER'];

const someFields: fc.Arbitrary<CertificateFields> = fc
  .record({
    providerId: fc.stringMatching(/^[A-Zء-ي][0-9A-Zء-ي-]{0,40}$/),
    roles: fc.subarray([...roles], { minLength: 1 }),
    from: fc.nat(0xffff - 3000),
    length: fc.nat(3000),
    issuedOn: fc.nat(0xffff),
  })
  .map((some) => {
    const from = fromEpochDay(some.from);
    const validity = { from, to: addDays(from, some.length) };
    return fields({ ...some, validity, issuedOn: fromEpochDay(some.issuedOn) });
  });

describe('a terminal certificate', () => {
  it('reads back as it was issued, in exactly 220 bytes', () => {
    fc.assert(
      fc.property(someFields, (issued) => {
        const bytes = issueCertificate(issued, anchor);
        expect(bytes.length).toBe(220);
        const { publicKey, providerId, roles, validity, issuedOn } = issued;
        expect(findCertificate(bytes)).toEqual({
          ...{ publicKey, providerId, roles, validity, issuedOn },
          anchorKeyId: terminalKeyIdOf(anchor.publicKey),
          keyId: terminalKeyIdOf(terminal.publicKey),
        });
        expect(isCertificateSignedBy(bytes, anchor.publicKey)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('survives arbitrary bytes', () => {
    const whole = fc.uint8Array({ minLength: 220, maxLength: 220 });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), whole), (bytes) => {
        if (bytes.length > 0) bytes[0] = 1;
        expect(findCertificate(bytes)).toBeNull();
        expect(isCertificateSignedBy(bytes, anchor.publicKey)).toBe(false);
      }),
    );
  });

  it('holds under its anchor alone, and with no byte changed', () => {
    const bytes = issueCertificate(fields(), anchor);
    expect(isCertificateSignedBy(bytes, terminal.publicKey)).toBe(false);
    fc.assert(
      fc.property(fc.nat(219), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        const isRead = findCertificate(changed) !== null;
        expect(isRead && isCertificateSignedBy(changed, anchor.publicKey)).toBe(false);
      }),
    );
  });

  it.each([
    ['a provider of 98 bytes', 'P'.repeat(98), true],
    ['a provider of 99 bytes', 'P'.repeat(99), false],
    ['no provider', '', false],
  ])('with %s fits: %3$s', (_name, providerId, fits) => {
    const issue = () => issueCertificate(fields({ providerId }), anchor);
    if (fits) expect(findCertificate(issue())?.providerId).toBe(providerId);
    else expect(issue).toThrow(RangeError);
  });

  it('is not issued to end before it begins, nor for a key off the curve', () => {
    const validity = { from: calendarDate('2026-03-02'), to: calendarDate('2026-03-01') };
    expect(() => issueCertificate(fields({ validity }), anchor)).toThrow(RangeError);
    const publicKey = new Uint8Array(33).fill(7);
    expect(() => issueCertificate(fields({ publicKey }), anchor)).toThrow(RangeError);
  });
});
