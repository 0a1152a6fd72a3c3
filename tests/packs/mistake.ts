/** What an author did, in which file (text before, text after), and what the reader says. */
export interface Mistake {
  readonly did: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly saidOf?: string;
  readonly where: RegExp;
  readonly why: RegExp;
}
