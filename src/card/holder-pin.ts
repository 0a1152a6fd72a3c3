import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { ask, askPin, changePin, refusal, resetPin, splitAnswer, verifyPin } from './apdu.ts';
import { encodePinBlock } from './profile/pin-block.ts';
import { statusWords, triesLeft } from './status-words.ts';
import type { CardChannel } from './transport/channel.ts';

/** How a card's PIN stands. */
export type PinState =
  | { readonly state: 'verified' }
  | { readonly state: 'wanted'; readonly triesLeft: number }
  | { readonly state: 'blocked' }
  /** HEAD speaks of a PIN, and the issuer has not set one yet. */
  | { readonly state: 'not-set' };

/** Asks without presenting a PIN; costs no try. */
export async function readPinState(channel: CardChannel): Promise<Result<PinState, Failure>> {
  const asked = await ask(channel, askPin, 'VERIFY');
  return asked.ok ? toState(asked.value.statusWord, 'VERIFY') : asked;
}

/** Presents the PIN, digits one a byte. They are overwritten, and so is whatever was made of them. */
export async function presentPin(
  channel: CardChannel,
  digits: Uint8Array,
): Promise<Result<PinState, Failure>> {
  const block = encodePinBlock(digits);
  const command = verifyPin(block);
  try {
    const asked = await ask(channel, command, 'VERIFY');
    return asked.ok ? toState(asked.value.statusWord, 'VERIFY') : asked;
  } finally {
    for (const bytes of [digits, block, command]) bytes.fill(0);
  }
}

/** Changes the PIN for whoever knows it; the same of both. */
export async function replacePin(
  channel: CardChannel,
  old: Uint8Array,
  next: Uint8Array,
): Promise<Result<PinState, Failure>> {
  const [oldBlock, nextBlock] = [encodePinBlock(old), encodePinBlock(next)];
  const command = changePin(oldBlock, nextBlock);
  try {
    const asked = await ask(channel, command, 'CHANGE PIN');
    return asked.ok ? toState(asked.value.statusWord, 'CHANGE PIN') : asked;
  } finally {
    for (const bytes of [old, next, oldBlock, nextBlock, command]) bytes.fill(0);
  }
}

/** Sets a new PIN in a session of the issuer's, and answers as the card did; the digits are overwritten. */
export async function setNewPin(
  channel: CardChannel,
  digits: Uint8Array,
): Promise<Result<Uint8Array, Failure>> {
  const block = encodePinBlock(digits);
  const command = resetPin(block);
  try {
    return await channel.transmit(command);
  } finally {
    for (const bytes of [digits, block, command]) bytes.fill(0);
  }
}

/** How the PIN stands by what the card answered to whoever presented it. */
export function pinStateOf(response: Uint8Array): Result<PinState, Failure> {
  const answer = splitAnswer(response);
  return answer === null
    ? failWith(failure('card-answer-malformed', { step: 'VERIFY' }))
    : toState(answer.statusWord, 'VERIFY');
}

function toState(statusWord: number, step: string): Result<PinState, Failure> {
  if (statusWord === statusWords.done) return succeed({ state: 'verified' });
  if (statusWord === statusWords.pinBlocked || statusWord === triesLeft) {
    return succeed({ state: 'blocked' });
  }
  if (statusWord === statusWords.referenceNotFound) return succeed({ state: 'not-set' });
  const isCounted = (statusWord & 0xfff0) === triesLeft;
  return isCounted
    ? succeed({ state: 'wanted', triesLeft: statusWord & 0x0f })
    : failWith(refusal(step, statusWord));
}
