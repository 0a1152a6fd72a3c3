import type { IssuerKey } from '#card/authentication/passive.ts';
import type { CardImage } from '#card/issue/card-image.ts';
import { type CardOrder, issueCard, issuerKeyIdOfSigner } from '#card/issue/issue-card.ts';
import type { FindLedgerKey, LedgerKey } from '#card/judge-record.ts';
import { type CertificateFields, issueCertificate } from '#card/profile/cvc.ts';
import type { LedgerWriter, SuppliedLine } from '#card/profile/ledger-builder.ts';
import {
  findSpki,
  generateP256Key,
  openSigner,
  type Signer,
  terminalKeyIdOf,
} from '#card/profile/p256.ts';
import { toHex } from '#domain/chain.ts';
import { calendarDate, type Instant } from '#domain/dates.ts';

/** Cards, keys and dispensings with all that a case does not care about filled in. */

export const today = calendarDate('2026-03-15');
export const issuer = openSigner(generateP256Key());

export const issuerKey: IssuerKey = {
  keyId: issuerKeyIdOfSigner(issuer),
  spki: Buffer.from(findSpki(issuer.publicKey) ?? []).toString('base64'),
  notBefore: calendarDate('2025-01-01'),
  notAfter: calendarDate('2030-12-31'),
  revoked: false,
};

/** Vouches for the terminals of these tests. */
export const providerAnchor = openSigner(generateP256Key());

export interface TestTerminal extends LedgerWriter {
  readonly publicKey: Uint8Array;
  readonly certificate: Uint8Array;
  readonly key: LedgerKey;
}

export const certificateFor = (
  publicKey: Uint8Array,
  change: Partial<CertificateFields> = {},
  anchor: Signer = providerAnchor,
): Uint8Array =>
  issueCertificate(
    {
      publicKey,
      providerId: 'P-100',
      roles: ['MED', 'LEDGER', 'DISPENSE'],
      validity: { from: calendarDate('2026-01-01'), to: calendarDate('2026-12-31') },
      issuedOn: calendarDate('2026-01-01'),
      ...change,
    },
    anchor,
  );

export const makeTerminal = (providerId: string, change: Partial<LedgerKey> = {}): TestTerminal =>
  terminalOf(openSigner(generateP256Key()), providerId, change);

export function terminalOf(
  signer: Signer,
  providerId: string,
  change: Partial<LedgerKey> = {},
): TestTerminal {
  return {
    keyId: terminalKeyIdOf(signer.publicKey),
    sign: signer.sign,
    publicKey: signer.publicKey,
    certificate: certificateFor(signer.publicKey, { providerId }),
    key: {
      publicKey: toHex(signer.publicKey),
      providerId,
      from: calendarDate('2025-01-01'),
      to: null,
      revoked: false,
      ...change,
    },
  };
}

export const knows =
  (...terminals: readonly TestTerminal[]): FindLedgerKey =>
  (keyId) =>
    terminals.find((terminal) => terminal.keyId === keyId)?.key ?? null;

export const pharmacy = makeTerminal('P-100');
export const otherPharmacy = makeTerminal('P-200');

export const at = (day: string): Instant => `${day}T09:30:00.000Z` as Instant;

export const line = (change: Partial<SuppliedLine> = {}): SuppliedLine => ({
  cardCode: 501,
  quantity: 30,
  days: 30,
  repeatCode: 9001,
  ...change,
});

export const dispensing = (
  day: string,
  writer: LedgerWriter,
  ...lines: readonly SuppliedLine[]
) => ({
  type: 'dispense' as const,
  at: at(day),
  writer,
  lines: lines.length === 0 ? [line()] : lines,
});

export const order = (change: Partial<CardOrder> = {}): CardOrder => ({
  cardNumber: '9760000000000017',
  person: {
    memberNumber: '1000000017',
    nameAr: 'ليلى خالد الحسن',
    nameLatin: 'Layla Khaled Al-Hasan',
    birth: { date: calendarDate('1984-05-02'), precision: 'day' },
    sex: 'female',
  },
  policyNumber: 'POL-2026-1',
  planCode: 'GOLD',
  validity: { from: calendarDate('2025-06-01'), to: calendarDate('2028-05-31') },
  ...change,
});

export const med = (): NonNullable<CardOrder['med']> => ({
  writtenOn: calendarDate('2025-11-20'),
  bloodGroup: 'O+',
  conditions: ['E11.9', 'I10'],
  allergies: [
    { to: 'class', name: 'J01C' },
    { to: 'substance', name: 'latex' },
  ],
  standingMedicines: [501, 502],
  emergencyContact: { name: 'سامي الحسن', phone: '+963 944 000 017' },
});

/** A card that asks terminals for a certificate, with a MED. */
export const makeGuardedImage = (change: Partial<CardOrder> = {}): CardImage =>
  issueCard(order({ med: med(), ...change }), {
    issuer,
    providerAnchor: providerAnchor.publicKey,
  });

export const makeImage = (change: Partial<CardOrder> = {}): CardImage =>
  issueCard(order(change), { issuer });
