import { describe, expect, it } from 'vitest';
import { isRenewalDue, readCertificate } from '#agent/card-credentials.ts';
import { loadKeys, makeKeys } from '#agent/terminal-keys.ts';
import { issueCertificate } from '#card/profile/cvc.ts';
import { generateP256Key, openSigner } from '#card/profile/p256.ts';
import { toHex } from '#domain/chain.ts';
import { addDays, calendarDate } from '#domain/dates.ts';

const today = calendarDate('2026-11-23');
const anchor = openSigner(generateP256Key());
const [own, other] = [loadKeys(makeKeys()), loadKeys(makeKeys())];

const certificateFor = (publicKey: Uint8Array, days = 365) =>
  issueCertificate(
    {
      publicKey,
      providerId: 'P1',
      roles: ['LEDGER'],
      validity: { from: today, to: addDays(today, days) },
      issuedOn: today,
    },
    anchor,
  );

const malformed = {
  ok: false,
  failure: { code: 'server-answer-malformed', step: 'card-certificate' },
};

describe('a certificate that arrives', () => {
  it('is taken when it is for our card key', () => {
    const bytes = certificateFor(own.card.publicKey);
    expect(readCertificate(toHex(bytes), own)).toEqual({ ok: true, value: bytes });
  });

  it('may be none', () => {
    expect(readCertificate(null, own)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['for another key', toHex(certificateFor(other.card.publicKey))],
    ['no certificate', 'ab'.repeat(220)],
  ])('is refused when it is %s', (_, sent) => {
    expect(readCertificate(sent, own)).toEqual(malformed);
  });
});

describe('a fresh certificate', () => {
  it.each([
    [60, false],
    [59, true],
    [0, true],
    [-1, true],
  ])('is asked for when %i days remain: %s', (days, due) => {
    const inUse = certificateFor(own.card.publicKey, 100);
    expect(isRenewalDue(inUse, addDays(today, 100 - days))).toBe(due);
  });

  it.each([
    ['none', null],
    ['an unreadable one', new Uint8Array(220)],
  ])('is asked for by a terminal that has %s', (_, inUse) => {
    expect(isRenewalDue(inUse, today)).toBe(true);
  });
});
