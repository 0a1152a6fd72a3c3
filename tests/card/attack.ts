/** Something that somebody may try with a card, and what becomes of it: a row of docs/card-attacks.md. */
export interface Attack {
  readonly attack: string;
  /** Who sees it. */
  readonly seenBy: 'the terminal' | 'the chip' | 'another terminal' | 'nobody here';
  readonly when: string;
  /** What is done about it, and what is kept. */
  readonly kept: string;
  /** Tries it, and expects what the row says. */
  attempt(): Promise<void> | void;
}
