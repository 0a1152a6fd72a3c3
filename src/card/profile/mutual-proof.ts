import { asciiBytes, concatBytes } from './bytes.ts';
import { packDigits } from './digits.ts';
import { encodeLedgerHead, type LedgerHead } from './head-proof.ts';

/** What both sides of a mutual authentication bring. */
export interface Challenges {
  /** RND.IFD, 16 bytes. */
  readonly terminal: Uint8Array;
  /** RND.ICC, 16 bytes. */
  readonly card: Uint8Array;
  readonly cardNumber: string;
}

/** What the terminal signs: "MC-T1" || RND.ICC || RND.IFD || card number. */
export const bytesForTerminal = ({ terminal, card, cardNumber }: Challenges): Uint8Array =>
  concatBytes(asciiBytes('MC-T1'), card, terminal, packDigits(cardNumber, 8));

/** What the card answers with its signature: "MC-C1" || RND.IFD || RND.ICC || card number || seq || hash. */
export const bytesForCard = (
  { terminal, card, cardNumber }: Challenges,
  head: LedgerHead,
): Uint8Array =>
  concatBytes(
    asciiBytes('MC-C1'),
    terminal,
    card,
    packDigits(cardNumber, 8),
    encodeLedgerHead(head),
  );
