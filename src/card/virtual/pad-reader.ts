import { padAnswers } from '../pin-pad-codec.ts';
import { encodePinBlock } from '../profile/pin-block.ts';

/** The reader's side of PC/SC part 10, for a virtual reader: reads the structures and types what its holder would. */
export interface PadReader {
  /** What the holder types next, one PIN after another; null gives up. */
  type(...pins: readonly (string | null)[]): void;
  /** Answers a control code; the command with the PIN in it goes to the card. */
  control(
    code: number,
    data: Uint8Array,
    transmit: (command: Uint8Array) => Uint8Array,
  ): Uint8Array | null;
}

/** As PC/SC lite makes them. */
const codes = { features: 0x42000d48, verify: 0x42330006, modify: 0x42330007 } as const;

export function createPadReader(): PadReader {
  let typed: (string | null)[] = [];
  const next = (): Uint8Array | null => {
    const pin = typed.shift() ?? null;
    return pin === null ? null : encodePinBlock(Uint8Array.from(pin, Number));
  };
  const give = (
    command: Uint8Array,
    offsets: readonly number[],
    transmit: (command: Uint8Array) => Uint8Array,
  ): Uint8Array => {
    const filled = command.slice();
    for (const offset of offsets) {
      const block = next();
      if (block === null) return word(padAnswers.cancelled);
      filled.set(block, 5 + offset);
    }
    return transmit(filled);
  };
  return {
    type(...pins) {
      typed = [...pins];
    },
    control(code, data, transmit) {
      if (code === codes.features) return featuresOf(codes.verify, codes.modify);
      if (code === codes.verify) return give(data.slice(19), [0], transmit);
      if (code !== codes.modify) return null;
      const command = data.slice(24);
      const [old = 0, fresh = 0] = data.subarray(5, 7);
      const hasPresent = ((data[9] ?? 0) & 2) !== 0;
      return give(command, hasPresent ? [old, fresh] : [fresh], transmit);
    },
  };
}

const featuresOf = (verify: number, modify: number): Uint8Array =>
  Uint8Array.from([0x06, 4, ...bytesOf(verify), 0x07, 4, ...bytesOf(modify)]);

const bytesOf = (code: number): number[] => [24, 16, 8, 0].map((shift) => (code >>> shift) & 0xff);

const word = (statusWord: number): Uint8Array => Uint8Array.of(statusWord >> 8, statusWord & 0xff);
