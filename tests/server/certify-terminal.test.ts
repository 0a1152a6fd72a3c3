import { describe, expect, it } from 'vitest';
import { findCertificate } from '#card/profile/cvc.ts';
import { generateP256Key, openSigner } from '#card/profile/p256.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { certifyTerminal, rolesOf } from '#server/enrolment/certify-terminal.ts';
import { rulePack } from '#tests/domain/builders.ts';

const anchor = openSigner(generateP256Key());
const cardKey = toHex(openSigner(generateP256Key()).publicKey);
const noon = '2028-02-29T12:00:00.000Z' as Instant;

const certify = (providerId: string, rules: RulePack = rulePack()) =>
  certifyTerminal({ providerId, cardKey, cardRoles: null }, anchor, preparePack(rules), noon);

describe("a terminal's certificate", () => {
  it.each([
    ['everything', null, ['MED', 'LEDGER', 'DISPENSE', 'DOCTOR', 'SERVICE']],
    ['medicines', ['medicine'], ['MED', 'LEDGER', 'DISPENSE']],
    ['devices', ['device'], ['MED', 'LEDGER', 'DISPENSE', 'SERVICE']],
    ['consultations', ['consultation'], ['MED', 'LEDGER', 'DOCTOR', 'SERVICE']],
    ['analyses and imaging', ['laboratory', 'imaging'], ['MED', 'LEDGER', 'SERVICE']],
    ['procedures', ['procedure'], ['MED', 'LEDGER', 'SERVICE']],
    ['nothing', [], ['MED', 'LEDGER']],
  ] as const)('lets a provider licensed for %s do that', (_, licences, roles) => {
    expect(rolesOf({ licences })).toEqual(roles);
  });

  it('ends a year later, in February on its last day', () => {
    const certificate = findCertificate(fromHex(certify('NAFIS') ?? ''));
    expect(certificate).toMatchObject({
      validity: { from: '2028-02-29', to: '2029-02-28' },
      issuedOn: '2028-02-29',
    });
  });

  it.each([
    ['a reception', ['MED', 'LEDGER'], null, ['MED', 'LEDGER']],
    ['a doctor', ['MED', 'DOCTOR'], null, ['MED', 'DOCTOR']],
    ['more than the provider may', ['LEDGER', 'DOCTOR'], ['medicine'], ['LEDGER']],
    ['nothing that the provider may', ['DOCTOR'], ['medicine'], null],
  ] as const)('for %s goes no further than its enrolment', (_, limit, licences, roles) => {
    const plain = rulePack();
    const [provider] = plain.providers;
    if (provider === undefined) throw new Error('the rules name providers');
    const rules = preparePack({ ...plain, providers: [{ ...provider, licences }] });
    const terminal = { providerId: 'NAFIS', cardKey, cardRoles: [...limit] };
    const hex = certifyTerminal(terminal, anchor, rules, noon);
    expect(hex === null ? null : findCertificate(fromHex(hex))?.roles).toEqual(roles);
  });

  it('is not issued to a provider that the rules do not know', () => {
    expect(certify('NOBODY')).toBeNull();
  });

  it.each([
    ['98 bytes', 'م'.repeat(49), true],
    ['100 bytes', 'م'.repeat(50), false],
  ])('names a provider of %s, if there is room', (_, providerId, fits) => {
    const plain = rulePack();
    const [provider] = plain.providers;
    if (provider === undefined) throw new Error('the rules name providers');
    const rules = { ...plain, providers: [{ ...provider, providerId }] };
    expect(certify(providerId, rules) !== null).toBe(fits);
  });
});
