import { yearOffsets } from '../../kinds/card-text.ts';
import { concatBytes } from '../../profile/bytes.ts';
import { moreBytes, statusWords, wrongLe } from '../../status-words.ts';
import { word } from '../chip.ts';
import type { Command } from '../command.ts';
import type { AnyVirtualCard } from '../virtual-card.ts';
import { encodePadded } from './encode-text.ts';
import { createFileCard } from './file-card.ts';
import { birthDigits, dayDigits, type OtherCardHolder, sexDigit } from './holder.ts';

/** A Thai identity card behind T=0: what is read waits for GET RESPONSE. */
export function createThaiCard(holder: OtherCardHolder): AnyVirtualCard {
  const memory = write(holder);
  let waiting: Uint8Array | null = null;
  return createFileCard({
    atr: '3b799600005448204e4944203133',
    master: null,
    applications: {
      a000000054480001: {
        files: {},
        run(command) {
          if (isRead(command)) {
            const offset = command.p1 * 256 + command.p2;
            waiting = memory.slice(offset, offset + (command.body?.[1] ?? 0));
            return Uint8Array.of(moreBytes, waiting.length);
          }
          if (command.instruction !== 0xc0) return null;
          if (waiting === null) return word(statusWords.conditionsNotSatisfied);
          if (command.wanted !== waiting.length) return Uint8Array.of(wrongLe, waiting.length);
          return concatBytes(waiting, word(statusWords.done));
        },
      },
    },
  });
}

const isRead = ({ classByte, instruction, body }: Command): boolean =>
  classByte === 0x80 && instruction === 0xb0 && body?.length === 2;

function write(holder: OtherCardHolder): Uint8Array {
  const memory = new Uint8Array(0x0200);
  const put = (offset: number, text: string, length: number) =>
    memory.set(encodePadded(text, 'windows-874', length), offset);
  const { name, latinName } = holder;
  const title = holder.sex === 'female' ? ['น.ส.', 'Miss'] : ['นาย', 'Mr.'];
  put(0x0004, holder.holderNumber, 13);
  put(0x0011, `${title[0]}#${name.given}##${name.family}`, 100);
  put(0x0075, `${title[1]}#${latinName.given}##${latinName.family}`, 100);
  put(0x00d9, birthDigits(holder.birth, yearOffsets.buddhist), 8);
  put(0x00e1, sexDigit(holder.sex), 1);
  put(0x0167, dayDigits(holder.validFrom, yearOffsets.buddhist), 8);
  put(0x016f, dayDigits(holder.validTo, yearOffsets.buddhist), 8);
  return memory;
}
