import type { CardImage } from '../issue/card-image.ts';
import { areEqual } from '../profile/bytes.ts';
import { applicationId, files, recordsWithoutPin } from '../profile/layout.ts';
import { openSigner } from '../profile/p256.ts';
import { statusWords } from '../status-words.ts';
import { appendRecord } from './append-record.ts';
import {
  getChallenge,
  internalAuthenticate,
  mutualAuthenticate,
  verifyCertificate,
} from './authenticate.ts';
import { afterReset, answer, type Chip, findHead, word } from './chip.ts';
import { type Command, parseCommand } from './command.ts';
import { changePin, resetPin, verifyPin } from './holder-pin.ts';
import { readBinary } from './read-photo.ts';

/** Whatever can lie in a virtual reader, of whichever kind it is. */
export interface AnyVirtualCard {
  readonly atr: Uint8Array;
  /** One C-APDU in, one R-APDU with its status word out; nothing at all once the power failed. */
  transmit(command: Uint8Array): Uint8Array;
  /** Power or reset line: forgets what was selected and who was authenticated. */
  reset(): void;
  /** What has crossed the wire since it was made: commands, and bytes in both directions. */
  traffic(): Traffic;
}

/** The chip's side of MC-1: answers commands as the applet does. */
export interface VirtualCard extends AnyVirtualCard {
  /** Lets the power fail at the so-many-th command from now, counted from 1; a reset brings it back. */
  tearAt(command: number, moment: TearMoment): void;
  /** All that the chip holds now. */
  image(): CardImage;
}

/** When the card is pulled out: each leaves the chip in another state, and the terminal without an answer. */
export type TearMoment = 'before-command' | 'middle-of-record' | 'before-status-word';

export interface Traffic {
  readonly apdus: number;
  readonly bytes: number;
}

export function createVirtualCard(image: CardImage): VirtualCard {
  const chip: Chip = {
    signer: openSigner(image.cardKey),
    image,
    volatile: afterReset,
    isFailing: false,
  };
  let traffic: Traffic = { apdus: 0, bytes: 0 };
  let tear: { left: number; readonly moment: TearMoment } | null = null;
  let hasPower = true;

  /** The command as far as the power lasts. */
  const run = (command: Uint8Array): Uint8Array => {
    if (tear !== null) tear.left -= 1;
    const moment = tear?.left === 0 ? tear.moment : null;
    if (moment === null) return respond(chip, command);
    tear = null;
    hasPower = false;
    chip.isFailing = moment === 'middle-of-record';
    if (moment !== 'before-command') respond(chip, command);
    chip.isFailing = false;
    return new Uint8Array(0);
  };

  return {
    atr: image.atr,
    transmit(command) {
      const response = hasPower ? run(command) : new Uint8Array(0);
      const bytes = traffic.bytes + command.length + response.length;
      traffic = { apdus: traffic.apdus + 1, bytes };
      return response;
    },
    reset() {
      hasPower = true;
      chip.volatile = afterReset;
    },
    traffic: () => traffic,
    tearAt(command, moment) {
      tear = { left: command, moment };
    },
    image: () => chip.image,
  };
}

type Instruction = (chip: Chip, command: Command) => Uint8Array;

const instructions: Readonly<Record<number, Instruction>> = {
  164: select,
  176: onceSelected(readBinary),
  178: onceSelected(readRecord),
  136: onceSelected(internalAuthenticate),
  42: onceSelected(verifyCertificate),
  132: onceSelected(getChallenge),
  130: onceSelected(mutualAuthenticate),
  226: onceSelected(appendRecord),
  32: onceSelected(verifyPin),
  36: onceSelected(changePin),
  44: onceSelected(resetPin),
};

function respond(chip: Chip, bytes: Uint8Array): Uint8Array {
  const command = parseCommand(bytes);
  if (command === null) return word(statusWords.wrongLength);
  if (command.classByte !== 0x00) return word(statusWords.classUnknown);
  const run = instructions[command.instruction];
  return run === undefined ? word(statusWords.instructionUnknown) : run(chip, command);
}

function onceSelected(run: Instruction): Instruction {
  return (chip, command) =>
    chip.volatile.isSelected ? run(chip, command) : word(statusWords.conditionsNotSatisfied);
}

/** By application identifier only, without file control information. A failed SELECT changes nothing. */
function select(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0x04 || p2 !== 0x0c) return word(statusWords.wrongParameters);
  if (body === null || wanted !== null) return word(statusWords.wrongLength);
  if (!areEqual(body, applicationId)) return word(statusWords.fileNotFound);
  // A new beginning for whoever asks, but not for the count of what may be appended.
  chip.volatile = { ...afterReset, isSelected: true, appends: chip.volatile.appends };
  return word(statusWords.done);
}

/** By record number in the file of a short identifier; record 1 is the newest. */
function readRecord(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if ((p2 & 7) !== 4 || p2 >> 3 === 0) return word(statusWords.wrongParameters);
  if (body !== null || wanted === null) return word(statusWords.wrongLength);
  const { image } = chip;
  const sfi = p2 >> 3;
  const records = {
    [files.HEAD.sfi]: image.head,
    [files.MED.sfi]: image.med,
    [files.LEDGER.sfi]: image.ledger,
  }[sfi];
  if (records === undefined) return word(statusWords.fileNotFound);
  chip.volatile = { ...chip.volatile, isPhotoSelected: false };
  if (!mayRead(chip, sfi) || (sfi === files.LEDGER.sfi && isPinWanted(chip, p1))) {
    return word(statusWords.notPermitted);
  }
  const record = p1 === 0 ? undefined : records[p1 - 1];
  return record === undefined ? word(statusWords.recordNotFound) : answer(record, wanted);
}

/** Older records than dispensing needs are the holder's to show. */
const isPinWanted = (chip: Chip, number: number): boolean =>
  number > recordsWithoutPin &&
  !chip.volatile.isPinVerified &&
  findHead(chip)?.flags.hasPin === true;

/** A chip without anchors cannot know a terminal: its ledger is open, its MED shut. */
function mayRead({ image, volatile }: Chip, sfi: number): boolean {
  const roles = volatile.terminal?.roles ?? [];
  if (sfi === files.MED.sfi) return roles.includes('MED');
  if (sfi === files.LEDGER.sfi) return image.anchors === null || roles.includes('LEDGER');
  return true;
}
