import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result } from '#domain/result.ts';
import { changePin, resetPin, splitAnswer, verifyPin } from './apdu.ts';
import {
  emptyBlock,
  encodeModify,
  encodeVerify,
  featureRequestCode,
  type PadLimits,
  padAnswers,
  readFeatures,
} from './pin-pad-codec.ts';
import { pinDigits } from './profile/pin-block.ts';
import type { CardChannel } from './transport/channel.ts';

/** A reader's own keys: the holder's PIN goes from them to the card, and never to this machine. */
export interface PinPad {
  /** VERIFY with the PIN that is typed; the card's R-APDU. */
  verify(): Promise<Result<Uint8Array, Failure>>;
  /** CHANGE REFERENCE DATA with both PINs, the new one typed twice. */
  change(): Promise<Result<Uint8Array, Failure>>;
  /** RESET RETRY COUNTER with a new PIN, typed twice. */
  setNew(): Promise<Result<Uint8Array, Failure>>;
}

/**
 * The pad of the reader in which the card is, by PC/SC part 10; null where it has none that can take a PIN and change
 * one. Fails at use with 'pin-pad-given-up' where the holder cancelled, took too long, or typed two different PINs.
 */
export async function findPinPad(
  channel: CardChannel,
  isWindows: boolean = process.platform === 'win32',
): Promise<PinPad | null> {
  const { control } = channel;
  if (control === undefined) return null;
  const told = await control(featureRequestCode(isWindows), new Uint8Array(0));
  if (!told.ok) return null;
  const { modify, verify } = readFeatures(told.value);
  if (modify === null || verify === null) return null;
  const say = async (code: number, structure: Uint8Array): Promise<Result<Uint8Array, Failure>> => {
    const answer = await control(code, structure, (limits.seconds + marginSeconds) * 1000);
    if (!answer.ok) return answer;
    const statusWord = splitAnswer(answer.value)?.statusWord;
    if (statusWord === undefined) {
      return failWith(failure('card-answer-malformed', { step: 'PIN PAD' }));
    }
    const isGivenUp = Object.values(padAnswers).some((each) => each === statusWord);
    return isGivenUp ? failWith(failure('pin-pad-given-up')) : answer;
  };
  return {
    verify: () => say(verify, encodeVerify(verifyPin(emptyBlock), limits)),
    change: () => say(modify, encodeModify(changePin(emptyBlock, emptyBlock), limits, true)),
    setNew: () => say(modify, encodeModify(resetPin(emptyBlock), limits, false)),
  };
}

/** English, which every pad's display can write; the window tells the holder in both languages what to do. */
const limits: PadLimits = { language: 0x0409, ...pinDigits, seconds: 30 };

/** What reader and service may take besides the holder. */
const marginSeconds = 5;
