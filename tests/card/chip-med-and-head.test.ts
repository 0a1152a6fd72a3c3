import { describe, expect, it } from 'vitest';
import type { CardRole } from '#card/profile/cvc.ts';
import { decodeHead, encodeHead, type Head } from '#card/profile/head.ts';
import { encodeMed, type Med } from '#card/profile/med.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import {
  certificateFor,
  issuer,
  med,
  order,
  otherPharmacy,
  pharmacy,
  type TestTerminal,
} from './card-builders.ts';
import { entered, image } from './guarded-card.ts';
import { append, enter } from './terminal-at-card.ts';

const { cardNumber } = order();

describe('the chip, of MED and HEAD,', () => {
  const issuerTerminal = {
    ...pharmacy,
    keyId: terminalKeyIdOf(issuer.publicKey),
    publicKey: issuer.publicKey,
    sign: issuer.sign,
    certificate: certificateFor(issuer.publicKey, { roles: ['ISSUER'] }, issuer),
  };

  const medBy = (writer: TestTerminal, change: Partial<Med> = {}, number = cardNumber) =>
    encodeMed({ ...med(), version: 2, writerKeyId: writer.keyId, ...change }, number, writer.sign);

  it.each<[string, readonly CardRole[], Uint8Array, string]>([
    ['a newer one of the doctor who is there', ['DOCTOR'], medBy(pharmacy), '9000'],
    ['one of a terminal that is no doctor', ['MED', 'DISPENSE'], medBy(pharmacy), '6982'],
    ['one of another terminal', ['DOCTOR'], medBy(otherPharmacy), '6982'],
    ['one for another card', ['DOCTOR'], medBy(pharmacy, {}, '9760000000000025'), '6982'],
    ['one that is not newer', ['DOCTOR'], medBy(pharmacy, { version: 1 }), '6a80'],
    ['one that it cannot read', ['DOCTOR'], new Uint8Array(252), '6a80'],
  ])('takes of MED, or refuses, %s', (_name, roles, record, statusWord) => {
    expect(append(entered({ roles }), record, 'MED')).toBe(statusWord);
  });

  const first = decodeHead(image.head[0] ?? new Uint8Array(0));
  if (!first.ok) throw new Error(first.failure.code);
  const newHead = (change: Partial<Head> = {}, sign = issuer.sign) =>
    encodeHead({ ...first.value.head, version: 2, ...change }, sign);

  it.each<[string, Uint8Array, string]>([
    ['a newer one', newHead(), '9000'],
    ['one that is not newer', newHead({ version: 1 }), '6a80'],
    ['one of another card', newHead({ cardNumber: '9760000000000025' }), '6a80'],
    ['one with another card’s key', newHead({ cardKey: pharmacy.publicKey }), '6a80'],
    ['one that the issuer did not sign', newHead({}, pharmacy.sign), '6982'],
  ])('lets the issuer append as HEAD: %s', (_name, record, statusWord) => {
    const card = createVirtualCard(image);
    expect(enter(card, issuerTerminal)).toBe('9000');
    expect(append(card, record, 'HEAD')).toBe(statusWord);
  });

  it('lets no other terminal append a HEAD that the issuer signed', () => {
    expect(append(entered({ roles: ['DOCTOR'] }), newHead(), 'HEAD')).toBe('6982');
  });
});
