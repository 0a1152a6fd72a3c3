import type { CardImage } from '../issue/card-image.ts';
import { areEqual, concatBytes } from '../profile/bytes.ts';
import { bytesToProve, encodeHeadProof, type LedgerHead } from '../profile/head-proof.ts';
import { applicationId, files } from '../profile/layout.ts';
import { decodeRecord, hashOfRecord, noRecordHash } from '../profile/ledger-codec.ts';
import { openSigner } from '../profile/p256.ts';
import { statusWords } from '../status-words.ts';
import { type Command, parseCommand } from './command.ts';

/** The chip's side of MC-1: answers commands as the applet does. */
export interface VirtualCard {
  readonly atr: Uint8Array;
  /** One C-APDU in, one R-APDU with its status word out. */
  transmit(command: Uint8Array): Uint8Array;
  /** Power or reset line: forgets what was selected and who was authenticated. */
  reset(): void;
  /** What has crossed the wire since it was made: commands, and bytes in both directions. */
  traffic(): Traffic;
}

export interface Traffic {
  readonly apdus: number;
  readonly bytes: number;
}

export function createVirtualCard(image: CardImage): VirtualCard {
  const chip: Chip = { image, signer: openSigner(image.cardKey), isSelected: false };
  let traffic: Traffic = { apdus: 0, bytes: 0 };
  return {
    atr: image.atr,
    transmit(command) {
      const response = respond(chip, command);
      const bytes = traffic.bytes + command.length + response.length;
      traffic = { apdus: traffic.apdus + 1, bytes };
      return response;
    },
    reset() {
      chip.isSelected = false;
    },
    traffic: () => traffic,
  };
}

interface Chip {
  readonly image: CardImage;
  readonly signer: ReturnType<typeof openSigner>;
  isSelected: boolean;
}

const instructions: Readonly<Record<number, (chip: Chip, command: Command) => Uint8Array>> = {
  164: select,
  178: readRecord,
  136: internalAuthenticate,
};

function respond(chip: Chip, bytes: Uint8Array): Uint8Array {
  const command = parseCommand(bytes);
  if (command === null) return word(statusWords.wrongLength);
  if (command.classByte !== 0x00) return word(statusWords.classUnknown);
  const run = instructions[command.instruction];
  return run === undefined ? word(statusWords.instructionUnknown) : run(chip, command);
}

/** By application identifier only, without file control information. A failed SELECT changes nothing. */
function select(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0x04 || p2 !== 0x0c) return word(statusWords.wrongParameters);
  if (body === null || wanted !== null) return word(statusWords.wrongLength);
  if (!areEqual(body, applicationId)) return word(statusWords.fileNotFound);
  chip.isSelected = true;
  return word(statusWords.done);
}

/** By record number in the file of a short identifier; record 1 is the newest. */
function readRecord(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (!chip.isSelected) return word(statusWords.conditionsNotSatisfied);
  if ((p2 & 7) !== 4 || p2 >> 3 === 0) return word(statusWords.wrongParameters);
  if (body !== null || wanted === null) return word(statusWords.wrongLength);
  const sfi = p2 >> 3;
  // The medical file opens to role MED only, and nothing grants roles yet.
  if (sfi === files.MED.sfi) return word(statusWords.notPermitted);
  const records = { [files.HEAD.sfi]: chip.image.head, [files.LEDGER.sfi]: chip.image.ledger }[sfi];
  if (records === undefined) return word(statusWords.fileNotFound);
  const record = p1 === 0 ? undefined : records[p1 - 1];
  if (record === undefined) return word(statusWords.recordNotFound);
  return wanted === 256 || wanted === record.length ? done(record) : wordWithLe(record.length);
}

/** Signs the challenge and the head of the ledger with the card's key. */
function internalAuthenticate(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (!chip.isSelected) return word(statusWords.conditionsNotSatisfied);
  if (p1 !== 0 || p2 !== 0) return word(statusWords.wrongParameters);
  if (body?.length !== 16 || wanted === null) return word(statusWords.wrongLength);
  const head = ledgerHead(chip.image);
  const proof = encodeHeadProof({ head, signature: chip.signer.sign(bytesToProve(body, head)) });
  return wanted === 256 || wanted === proof.length ? done(proof) : wordWithLe(proof.length);
}

/** The sequence of the newest record that was written to its end, and the hash of record 1 as it is. */
function ledgerHead({ ledger }: CardImage): LedgerHead {
  const newest = ledger[0];
  const seq = ledger.map(decodeRecord).find((decoded) => decoded.ok)?.value.seq ?? 0;
  return { seq, hash: newest === undefined ? noRecordHash : hashOfRecord(newest) };
}

const word = (statusWord: number): Uint8Array => Uint8Array.of(statusWord >> 8, statusWord & 0xff);
const wordWithLe = (length: number): Uint8Array => Uint8Array.of(0x6c, length);
const done = (body: Uint8Array): Uint8Array => concatBytes(body, word(statusWords.done));
