import { randomBytes } from 'node:crypto';
import { calendarDate, type Instant } from '#domain/dates.ts';
import { concatBytes } from '../profile/bytes.ts';
import { type CertificateFields, issueCertificate } from '../profile/cvc.ts';
import { decodeHead, encodeHead, type Head } from '../profile/head.ts';
import { applicationId, challengeSize, files } from '../profile/layout.ts';
import { decodeRecord, encodeRecord, hashOfRecord, noRecordHash } from '../profile/ledger-codec.ts';
import { type CheckpointRecord, noTables } from '../profile/ledger-record.ts';
import { bytesForTerminal } from '../profile/mutual-proof.ts';
import { type Signer, terminalKeyIdOf } from '../profile/p256.ts';
import { encodePinBlock } from '../profile/pin-block.ts';
import { testKeys, testPin } from './test-card.ts';

/** What earlier answers of a case left, by name; `head`, `newest`, `challenge`, `own` mean something to fields. */
export type Captured = Map<string, Uint8Array>;

/** The bytes for a name in braces; null where there is no such field. */
export function computeField(name: string, captured: Captured): Uint8Array | null {
  const make = fields[name];
  return make === undefined ? null : make(captured);
}

const certificate = (
  change: Partial<CertificateFields>,
  anchor: Signer = testKeys.providerAnchor,
): Uint8Array =>
  issueCertificate(
    {
      publicKey: testKeys.terminal.publicKey,
      providerId: 'CONFORMANCE',
      roles: ['MED', 'LEDGER', 'DISPENSE'],
      validity: { from: calendarDate('2026-01-01'), to: calendarDate('2030-12-31') },
      issuedOn: calendarDate('2026-01-01'),
      ...change,
    },
    anchor,
  );

const newestDay = calendarDate('2026-06-30');

const fields: Readonly<Record<string, (captured: Captured) => Uint8Array>> = {
  aid: () => applicationId,
  random: () => new Uint8Array(randomBytes(challengeSize)),
  challenge: (captured) => captured.get('challenge') ?? new Uint8Array(challengeSize),
  certificate: () => certificate({}),
  'certificate without roles to write': () => certificate({ roles: ['MED', 'LEDGER'] }),
  'certificate for services': () => certificate({ roles: ['LEDGER', 'SERVICE'] }),
  'certificate without LEDGER': () => certificate({ roles: ['DISPENSE'] }),
  'certificate without MED': () => certificate({ roles: ['LEDGER', 'DISPENSE'] }),
  'certificate of the newest day': () => certificate({ issuedOn: newestDay }),
  'certificate ending on the newest day': () => ending('2026-06-30'),
  'certificate ending the day before': () => ending('2026-06-29'),
  'certificate under a strange anchor': () => certificate({}, testKeys.stranger),
  'certificate changed by one bit': () => flip(certificate({}), 60),
  'certificate of another format': () => flip(certificate({}), 0),
  'certificate granting ISSUER': () => certificate({ roles: ['ISSUER'] }),
  'certificate granting ISSUER under the issuer': () =>
    certificate({ roles: ['ISSUER'] }, testKeys.issuer),
  answer: (captured) => answerWith(captured, testKeys.terminal),
  'answer by another key': (captured) => answerWith(captured, testKeys.stranger),
  'answer for another card': (captured) =>
    answerWith(captured, testKeys.terminal, '9999000000000099'),
  record: (captured) => record(captured, {}),
  'record of a service': (captured) => record(captured, { type: 'service' }),
  'record of the issuer': (captured) => record(captured, { type: 'anchor' }),
  'record with a gap': (captured) => record(captured, { seq: headOf(captured).seq + 2 }),
  'record of the same sequence': (captured) => record(captured, { seq: headOf(captured).seq }),
  'record with another previous hash': (captured) =>
    record(captured, { prevHash: '0123456789abcdef' }),
  'record with a wrong checksum': (captured) => flip(record(captured, {}), 239),
  'head of the next version': (captured) => head(captured, 1),
  'head of the same version': (captured) => head(captured, 0),
  'head of another card': (captured) => head(captured, 1, { cardNumber: '9999000000000099' }),
  'head signed by another': (captured) => head(captured, 1, {}, testKeys.stranger),
  pin: () => encodePinBlock(testPin),
  'another pin': () => encodePinBlock(Uint8Array.of(9, 8, 7, 6, 5)),
  'a pin of another format': () => Uint8Array.of(0x04, 0x12, 0x34, 0xff, 0xff, 0xff, 0xff, 0xff),
  'record by another key': (captured) => record(captured, {}, testKeys.stranger),
};

const ending = (to: string): Uint8Array =>
  certificate({ validity: { from: calendarDate('2026-01-01'), to: calendarDate(to) } });

const flip = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ 0x01 : byte));

/** What may follow HEAD as it was captured; zeros before. */
function head(
  captured: Captured,
  versions: number,
  change: Partial<Head> = {},
  signer: Signer = testKeys.issuer,
): Uint8Array {
  const present = decodeHead(captured.get('head') ?? new Uint8Array());
  if (!present.ok) return new Uint8Array(files.HEAD.recordSize);
  const version = present.value.head.version + versions;
  return encodeHead({ ...present.value.head, version, ...change }, signer.sign);
}

/** The card's number, from HEAD as it was captured; 0 before. */
export function cardNumberOf(captured: Captured): string {
  const head = decodeHead(captured.get('head') ?? new Uint8Array());
  return head.ok ? head.value.head.cardNumber : '0';
}

/** What the next record follows, from record 1 as it was captured; nothing where there was none. */
export function headOf(captured: Captured): { readonly seq: number; readonly hash: string } {
  const newest = captured.get('newest') ?? new Uint8Array();
  const decoded = decodeRecord(newest);
  return decoded.ok
    ? { seq: decoded.value.seq, hash: hashOfRecord(newest) }
    : { seq: 0, hash: noRecordHash };
}

/** The terminal's challenge, kept for the check of the card's answer, and its signature. */
function answerWith(
  captured: Captured,
  signer: Signer,
  cardNumber: string = cardNumberOf(captured),
): Uint8Array {
  const own = new Uint8Array(randomBytes(challengeSize));
  captured.set('own', own);
  const card = captured.get('challenge') ?? new Uint8Array(challengeSize);
  return concatBytes(own, signer.sign(bytesForTerminal({ terminal: own, card, cardNumber })));
}

/** What may follow the newest record, unless what is changed makes it wrong. */
function record(
  captured: Captured,
  change: Partial<CheckpointRecord>,
  signer: Signer = testKeys.terminal,
): Uint8Array {
  const head = headOf(captured);
  return encodeRecord(
    {
      type: 'dispense',
      seq: head.seq + 1,
      at: '2026-02-01T10:00:00.000Z' as Instant,
      terminalKeyId: terminalKeyIdOf(signer.publicKey),
      terminalCounter: 1,
      prevHash: head.hash,
      group: { index: 0, count: 1 },
      lines: [],
      headVersion: 1,
      medVersion: 1,
      fills: { seq: 0, lines: 0 },
      tables: noTables,
      ...change,
    },
    cardNumberOf(captured),
    signer.sign,
  );
}
