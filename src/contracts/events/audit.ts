/** Body of an `audit` event: something that must be provable later, though it is no claim. */
export type AuditBody = CardAudit | UnfitCorrection | HolderAudit;

export interface CardAudit {
  readonly what:
    | 'ledger-records-forged' // signatures that are not of those who are said to have written them
    | 'card-rolled-back' // less than the card was seen to hold, or something else in its place
    | 'correction-signed'; // what a void owed to the card's history
  readonly cardNumber: string;
  /** The records as they were read, or signed, in hex. */
  readonly records: readonly string[];
}

/** The centre told that a card is owed a correction; it takes back what the claim did not put there, and is left alone. */
export interface UnfitCorrection {
  readonly what: 'correction-unfit';
  readonly cardNumber: string;
  /** The `void` event of another terminal. */
  readonly voidId: string;
  /** The claim's first record, in hex: whoever signed it signed the correction. */
  readonly record: string;
}

/** Somebody came with a card, or as a member, and the operator saw that they are not that person. */
export interface HolderAudit {
  readonly what: 'holder-refused';
  readonly visitId: string;
  readonly memberNumber: string;
  /** Null without a card. */
  readonly cardNumber: string | null;
}
