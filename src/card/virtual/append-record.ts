import type { CardImage } from '../issue/card-image.ts';
import { areEqual, concatBytes } from '../profile/bytes.ts';
import type { CardRole, Certificate } from '../profile/cvc.ts';
import { decodeHead } from '../profile/head.ts';
import { appendsPerSession, files } from '../profile/layout.ts';
import { decodeRecord, isRecordSignedBy } from '../profile/ledger-codec.ts';
import { decodeMed, isMedSignedBy } from '../profile/med.ts';
import { isSignedBy } from '../profile/p256.ts';
import { writersOf } from '../profile/record-writers.ts';
import { statusWords } from '../status-words.ts';
import { type Chip, chainHead, findCardNumber, findHead, word } from './chip.ts';
import type { Command } from './command.ts';

/** Appends a record to a file by its short identifier: the only way in which anything is written. */
export function appendRecord(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0 || (p2 & 7) !== 0 || p2 === 0) return word(statusWords.wrongParameters);
  const file = appendable[p2 >> 3];
  if (file === undefined) return word(statusWords.fileNotFound);
  if (body?.length !== file.recordSize || wanted !== null) return word(statusWords.wrongLength);
  const { terminal, appends } = chip.volatile;
  if (terminal === null) return word(statusWords.notPermitted);
  if (appends >= appendsPerSession) return word(statusWords.conditionsNotSatisfied);
  const refusal = file.refuse(chip, terminal, body);
  if (refusal !== null) return word(refusal);
  chip.image = file.put(chip.image, chip.isFailing ? cutShort(body) : body);
  chip.volatile = { ...chip.volatile, appends: appends + 1 };
  return word(statusWords.done);
}

interface AppendableFile {
  readonly recordSize: number;
  /** Why this terminal may not append this record, as a status word; null when it may. */
  refuse(chip: Chip, terminal: Certificate, record: Uint8Array): number | null;
  /** The newest record comes first, and the oldest gives way. */
  put(image: CardImage, record: Uint8Array): CardImage;
}

/** By short identifier. */
const appendable: Readonly<Record<number, AppendableFile>> = {
  [files.HEAD.sfi]: {
    recordSize: files.HEAD.recordSize,
    refuse: refuseHead,
    put: (image, record) => ({
      ...image,
      head: [record, ...image.head].slice(0, files.HEAD.capacity),
    }),
  },
  [files.MED.sfi]: {
    recordSize: files.MED.recordSize,
    refuse: refuseMed,
    put: (image, record) => ({
      ...image,
      med: [record, ...image.med].slice(0, files.MED.capacity),
    }),
  },
  [files.LEDGER.sfi]: {
    recordSize: files.LEDGER.recordSize,
    refuse: refuseLedgerRecord,
    put: (image, record) => ({
      ...image,
      ledger: [record, ...image.ledger].slice(0, image.ledgerCapacity),
    }),
  },
};

const has = (terminal: Certificate, roles: readonly CardRole[]): boolean =>
  roles.some((role) => terminal.roles.includes(role));

function refuseLedgerRecord(chip: Chip, terminal: Certificate, bytes: Uint8Array): number | null {
  const decoded = decodeRecord(bytes);
  if (!decoded.ok) return statusWords.wrongData;
  const record = decoded.value;
  const isItsOwn =
    record.terminalKeyId === terminal.keyId &&
    isRecordSignedBy(bytes, findCardNumber(chip) ?? '', terminal.publicKey);
  if (!isItsOwn || !has(terminal, writersOf[record.type])) return statusWords.notPermitted;
  const head = chainHead(chip);
  const isNext = record.seq === head.seq + 1 && record.prevHash === head.hash;
  return isNext ? null : statusWords.wrongData;
}

function refuseMed(chip: Chip, terminal: Certificate, record: Uint8Array): number | null {
  const decoded = decodeMed(record);
  if (!decoded.ok) return statusWords.wrongData;
  const { med } = decoded.value;
  const isItsOwn =
    med.writerKeyId === terminal.keyId &&
    isMedSignedBy(decoded.value, findCardNumber(chip) ?? '', terminal.publicKey);
  if (!isItsOwn || !has(terminal, ['DOCTOR', 'ISSUER'])) return statusWords.notPermitted;
  const newest = chip.image.med.map(decodeMed).find(({ ok }) => ok);
  const isNewer = !newest?.ok || med.version > newest.value.med.version;
  return isNewer ? null : statusWords.wrongData;
}

/** A new HEAD is the issuer's, newer, and of the same card and key. */
function refuseHead(chip: Chip, terminal: Certificate, record: Uint8Array): number | null {
  const offered = decodeHead(record);
  const present = findHead(chip);
  const { anchors } = chip.image;
  if (!offered.ok || present === null || anchors === null) return statusWords.wrongData;
  const { head, signedBytes, signature } = offered.value;
  const isIssued = isSignedBy(anchors.issuer, signedBytes, signature);
  if (!isIssued || !has(terminal, ['ISSUER'])) return statusWords.notPermitted;
  const { cardNumber, cardKey, version } = present;
  const isSameCard = head.cardNumber === cardNumber && areEqual(head.cardKey, cardKey);
  return isSameCard && head.version > version ? null : statusWords.wrongData;
}

/** What stands in memory when the power fails half-way: the rest is still erased. */
const cutShort = (record: Uint8Array): Uint8Array =>
  concatBytes(record.subarray(0, 120), new Uint8Array(record.length - 120).fill(0xff));
