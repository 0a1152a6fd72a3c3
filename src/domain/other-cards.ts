/** Health cards of other schemes that the terminal reads to know who is there; they prove nothing to it. */
export const otherCardKinds = [
  'egk', // Germany, elektronische Gesundheitskarte
  'swiss', // Switzerland, insurance card by eCH-0064
  'taiwan', // Taiwan, National Health Insurance
  'austria', // Austria, e-card
  'serbia', // Serbia, RFZO
  'thailand', // Thailand, national identity card
] as const;

export type OtherCardKind = (typeof otherCardKinds)[number];

/** A name as a card writes it; the program never turns it into another script. */
export interface WrittenName {
  readonly text: string;
  /** BCP 47, so that it is drawn and read out as what it is. */
  readonly language: string;
}
