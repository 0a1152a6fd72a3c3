import { describe, expect, it } from 'vitest';
import { getChallenge, mutualAuthenticate, readRecord } from '#card/apdu.ts';
import type { CardRole } from '#card/profile/cvc.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { calendarDate } from '#domain/dates.ts';
import {
  certificateFor,
  issuer,
  makeImage,
  makeTerminal,
  otherPharmacy,
  pharmacy,
} from './card-builders.ts';
import { entered, recordFor, selected } from './guarded-card.ts';
import { append, authenticate, present, sayTo, select } from './terminal-at-card.ts';

const readLedger = readRecord(3, 1);
const readMed = readRecord(2, 1);
const yearBegins = calendarDate('2026-01-01');

describe('the chip, of certificates,', () => {
  const foreign = makeTerminal('P-900');
  const byIssuer = { roles: ['ISSUER' as CardRole] };
  const certificate = pharmacy.certificate;
  const changed = certificate.map((byte, i) => (i === 60 ? byte ^ 1 : byte));
  const unreadable = certificate.map((byte, i) => (i === 0 ? 9 : byte));

  it.each([
    ['takes one under the provider’s anchor', certificate, '9000'],
    ['takes ISSUER under the issuer’s', certificateFor(issuer.publicKey, byIssuer, issuer), '9000'],
    ['refuses ISSUER under the provider’s', certificateFor(issuer.publicKey, byIssuer), '6982'],
    [
      'refuses one of an anchor that it does not know',
      certificateFor(pharmacy.publicKey, {}, foreign),
      '6a88',
    ],
    ['refuses one that was changed', changed, '6300'],
    ['refuses one that it cannot read', unreadable, '6a80'],
    ['refuses one cut short', certificate.subarray(0, 219), '6700'],
  ])('%s', (_name, bytes, statusWord) => {
    expect(present(selected(), bytes)).toBe(statusWord);
  });

  it.each([
    ['one day before', '2026-06-29', '6985'],
    ['on', '2026-06-30', '9000'],
  ])('takes for today the newest day that it saw: one that ends %s it', (_name, to, expected) => {
    const card = entered({ issuedOn: calendarDate('2026-06-30') });
    const old = certificateFor(pharmacy.publicKey, {
      validity: { from: yearBegins, to: calendarDate(to) },
    });
    card.reset();
    select(card);
    expect(present(card, old)).toBe(expected);
    // Nor does it forget with its power.
    const later = createVirtualCard(card.image());
    select(later);
    expect(present(later, old)).toBe(expected);
  });

  it('believes no day of a certificate that it refuses', () => {
    const card = selected();
    const issuedOn = calendarDate('2099-01-01');
    present(card, certificateFor(pharmacy.publicKey, { issuedOn }, foreign));
    expect(card.image().newestDay).toBeNull();
  });

  it('knows none without an anchor', () => {
    const card = createVirtualCard(makeImage());
    select(card);
    expect(present(card, certificate)).toBe('6a88');
  });
});

describe('the chip, of authentication,', () => {
  it('takes a signature over both challenges and its own number', () => {
    const card = selected();
    present(card, pharmacy.certificate);
    expect(authenticate(card, pharmacy)).toBe('9000');
  });

  it.each([
    ['by another key than the certificate’s', otherPharmacy, {}],
    ['over another card’s number', pharmacy, { cardNumber: '9760000000000025' }],
  ])('refuses one %s', (_name, signer, wrong) => {
    const card = selected();
    present(card, pharmacy.certificate);
    expect(authenticate(card, signer, wrong)).toBe('6300');
    expect(sayTo(card, readLedger)).toBe('6982');
  });

  it('lets each challenge be answered once', () => {
    const card = selected();
    present(card, pharmacy.certificate);
    const attempt = () => {
      const challenge = card.transmit(getChallenge(16)).slice(0, 16);
      return { challenge, first: authenticate(card, otherPharmacy, { challenge }) };
    };
    const { challenge, first } = attempt();
    expect(first).toBe('6300');
    expect(authenticate(card, pharmacy, { challenge })).toBe('6985');
  });

  it.each<[string, (card: VirtualCard) => void]>([
    ['no certificate', (card) => sayTo(card, getChallenge(16))],
    ['no challenge', (card) => present(card, pharmacy.certificate)],
    [
      'a challenge from before the reset',
      (card) => {
        sayTo(card, getChallenge(16));
        card.reset();
        select(card);
        present(card, pharmacy.certificate);
      },
    ],
    [
      'a certificate after which another was refused',
      (card) => {
        present(card, pharmacy.certificate);
        sayTo(card, getChallenge(16));
        present(card, new Uint8Array(220));
      },
    ],
  ])('needs certificate and challenge: refuses with %s', (_name, prepare) => {
    const card = selected();
    prepare(card);
    const answer = mutualAuthenticate(new Uint8Array(16), new Uint8Array(64));
    expect(sayTo(card, answer)).toBe('6985');
  });

  it.each<[string, (card: VirtualCard) => void]>([
    [
      'a reset',
      (card) => {
        card.reset();
        select(card);
      },
    ],
    ['another SELECT', select],
    ['another certificate', (card) => present(card, otherPharmacy.certificate)],
    ['a failed attempt', (card) => authenticate(card, otherPharmacy)],
  ])('forgets who was authenticated at %s', (_name, disturb) => {
    const card = entered();
    expect(sayTo(card, readLedger)).toBe('9000');
    disturb(card);
    expect(sayTo(card, readLedger)).toBe('6982');
    expect(append(card, recordFor(card))).toBe('6982');
  });

  it.each([
    ['no certificate was shown', null, '6982', '6982'],
    ['role MED alone', ['MED'], '9000', '6982'],
    ['role LEDGER alone', ['LEDGER'], '6982', '9000'],
    ['role DISPENSE alone', ['DISPENSE'], '6982', '6982'],
  ] as const)('opens MED and LEDGER by role: %s', (_name, roles, medWord, ledgerWord) => {
    const card = roles === null ? selected() : entered({ roles });
    expect([sayTo(card, readMed), sayTo(card, readLedger)]).toEqual([medWord, ledgerWord]);
    expect(sayTo(card, readRecord(1, 1))).toBe('9000');
  });

  it.each([
    ['a challenge of 8 bytes', '0084000008', '6700'],
    ['a challenge without a length', '00840000', '6700'],
    ['an answer cut short', `008200004f${'00'.repeat(79)}00`, '6700'],
    ['an answer that wants nothing back', `0082000050${'00'.repeat(80)}`, '6700'],
    ['a certificate for another purpose', `002a00aedc${'00'.repeat(220)}`, '6a86'],
  ])('refuses %s', (_name, hex, statusWord) => {
    expect(sayTo(selected(), new Uint8Array(Buffer.from(hex, 'hex')))).toBe(statusWord);
  });
});
