import { timingSafeEqual } from 'node:crypto';
import type { PinMemory } from '../issue/card-image.ts';
import { isPinBlock, pinBlockSize, pinTries } from '../profile/pin-block.ts';
import { statusWords, triesLeft } from '../status-words.ts';
import { type Chip, word } from './chip.ts';
import type { Command } from './command.ts';

/** VERIFY: without a body it tells how the PIN stands, and costs no try. */
export function verifyPin(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0 || p2 !== pinReference) return word(statusWords.wrongParameters);
  if (wanted !== null) return word(statusWords.wrongLength);
  const { pin } = chip.image;
  if (pin === null) return word(statusWords.referenceNotFound);
  if (body === null) return word(chip.volatile.isPinVerified ? statusWords.done : standing(pin));
  if (body.length !== pinBlockSize) return word(statusWords.wrongLength);
  return word(compare(chip, pin, body));
}

/** CHANGE REFERENCE DATA: the PIN that holds, then the one that is to hold. */
export function changePin(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0 || p2 !== pinReference) return word(statusWords.wrongParameters);
  if (body?.length !== 2 * pinBlockSize || wanted !== null) return word(statusWords.wrongLength);
  const { pin } = chip.image;
  if (pin === null) return word(statusWords.referenceNotFound);
  const block = body.slice(pinBlockSize);
  if (!isPinBlock(block)) return word(statusWords.wrongData);
  const compared = compare(chip, pin, body.subarray(0, pinBlockSize));
  if (compared === statusWords.done) setPin(chip, block);
  return word(compared);
}

/** RESET RETRY COUNTER with a new PIN: the issuer's alone, and how a card gets its first one later on. */
export function resetPin(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0x02 || p2 !== pinReference) return word(statusWords.wrongParameters);
  if (body?.length !== pinBlockSize || wanted !== null) return word(statusWords.wrongLength);
  if (chip.volatile.terminal?.roles.includes('ISSUER') !== true) {
    return word(statusWords.notPermitted);
  }
  if (!isPinBlock(body)) return word(statusWords.wrongData);
  setPin(chip, body);
  chip.volatile = { ...chip.volatile, isPinVerified: false };
  return word(statusWords.done);
}

const pinReference = 0x01;

/** One try: it is counted before it is compared, so that pulling the card gives none back. */
function compare(chip: Chip, pin: PinMemory, block: Uint8Array): number {
  if (pin.triesLeft === 0) return statusWords.pinBlocked;
  if (!isPinBlock(block)) return statusWords.wrongData;
  const counted = { ...pin, triesLeft: pin.triesLeft - 1 };
  chip.image = { ...chip.image, pin: counted };
  const isRight = timingSafeEqual(block, pin.block);
  chip.volatile = { ...chip.volatile, isPinVerified: isRight };
  if (!isRight) return standing(counted);
  setPin(chip, pin.block);
  return statusWords.done;
}

const standing = (pin: PinMemory): number =>
  pin.triesLeft === 0 ? statusWords.pinBlocked : triesLeft | pin.triesLeft;

function setPin(chip: Chip, block: Uint8Array): void {
  chip.image = { ...chip.image, pin: { block, triesLeft: pinTries } };
}
