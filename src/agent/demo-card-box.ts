import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeCardImage, encodeCardImage } from '#card/issue/card-image.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DemoCard } from '#fixtures/demo-insurer/demo-cards.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { personaliseDemoCard } from './personalise-demo-card.ts';

/** A card of the demonstration, in whose life something can go wrong. */
export interface DemoBoxCard extends VirtualCard {
  /** Lets the power fail in the middle of the next record that is written. */
  tearNextWrite(): void;
}

/**
 * The demonstration's cards. One that was written to is kept in the folder, as a real card keeps what is on
 * it; the others are personalised anew, so that their history is always as many days old as their story says.
 */
export function openCardBox(folder: string, insurer: DemoInsurer) {
  const taken = new Map<string, DemoBoxCard>();
  const take = (card: DemoCard): DemoBoxCard => {
    const file = join(folder, `${card.cardId}.json`);
    const kept = existsSync(file) ? decodeCardImage(readFileSync(file, 'utf8')) : null;
    const image = kept?.ok === true ? kept.value : personaliseDemoCard(insurer, card);
    return keepingItself(createVirtualCard(image), file);
  };
  mkdirSync(folder, { recursive: true });
  return {
    take(card: DemoCard): DemoBoxCard {
      const found = taken.get(card.cardId) ?? take(card);
      taken.set(card.cardId, found);
      return found;
    },
  };
}

/** APPEND RECORD (ISO/IEC 7816-4): the only command that writes to a member's card. */
const appendRecord = 0xe2;

/** A card whose memory is a file: what a command changed is there before the answer. */
function keepingItself(card: VirtualCard, file: string): DemoBoxCard {
  let kept = card.image();
  let isTearing = false;
  return {
    ...card,
    tearNextWrite() {
      isTearing = true;
    },
    transmit(command) {
      if (isTearing && command[1] === appendRecord) {
        isTearing = false;
        card.tearAt(1, 'middle-of-record');
      }
      const response = card.transmit(command);
      if (card.image() !== kept) {
        kept = card.image();
        writeFileSync(`${file}.new`, encodeCardImage(kept));
        renameSync(`${file}.new`, file);
      }
      return response;
    },
  };
}
