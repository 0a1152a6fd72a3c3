import { describe, expect, it } from 'vitest';
import { type IssuerKey, listTrustedKeys, verifyIssuer } from '#card/authentication/passive.ts';
import { issueCard, issuerKeyIdOfSigner } from '#card/issue/issue-card.ts';
import { decodeHead } from '#card/profile/head.ts';
import { findSpki, generateP256Key, openSigner, type Signer } from '#card/profile/p256.ts';
import { addDays } from '#domain/dates.ts';
import { issuer, issuerKey, order, today } from './card-builders.ts';

const newIssuer = openSigner(generateP256Key());
const newKey: IssuerKey = {
  ...issuerKey,
  keyId: issuerKeyIdOfSigner(newIssuer),
  spki: Buffer.from(findSpki(newIssuer.publicKey) ?? []).toString('base64'),
};

const proofOf = (signer: Signer, keys: readonly IssuerKey[], day = today) => {
  const head = decodeHead(issueCard(order(), { issuer: signer }).head[0] ?? new Uint8Array());
  if (!head.ok) throw new Error(head.failure.code);
  return verifyIssuer(head.value, keys, day);
};

describe('the list of trusted issuers', () => {
  it.each<[string, Partial<IssuerKey>, boolean]>([
    ['the day before its first', { notBefore: addDays(today, 1) }, false],
    ['its first day', { notBefore: today }, true],
    ['its last day', { notAfter: today }, true],
    ['the day after its last', { notAfter: addDays(today, -1) }, false],
    ['a day within, once it is revoked', { revoked: true }, false],
    ['any day, under another key’s id', { keyId: newKey.keyId }, false],
  ])('holds a key on %s: %3$s', (_name, change, isTrusted) => {
    expect(listTrustedKeys([{ ...issuerKey, ...change }], today)).toHaveLength(isTrusted ? 1 : 0);
  });

  const rotated = [
    { ...issuerKey, notAfter: addDays(today, 90) },
    { ...newKey, notBefore: today },
  ];

  it.each<[string, Signer, number, string]>([
    ['a card of the old key while both hold', issuer, 0, 'signed'],
    ['a card of the new key from its first day', newIssuer, 0, 'signed'],
    ['no card of the new key the day before', newIssuer, -1, 'issuer-unknown'],
    ['a card of the old key on its last day', issuer, 90, 'signed'],
    ['no card of the old key the day after', issuer, 91, 'issuer-unknown'],
  ])('reads through a rotation %s', (_name, signer, days, proof) => {
    expect(proofOf(signer, rotated, addDays(today, days))).toBe(proof);
  });

  it('takes what the old key signed for unknown once that is revoked, and the new key’s all the same', () => {
    const revoked = [{ ...issuerKey, revoked: true }, newKey];
    expect(proofOf(issuer, revoked)).toBe('issuer-unknown');
    expect(proofOf(newIssuer, revoked)).toBe('signed');
  });
});
