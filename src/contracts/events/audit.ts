/** Body of an `audit` event: something that must be provable later, though it is no claim. */
export type AuditBody = CardAudit | HolderAudit;

export interface CardAudit {
  readonly what:
    | 'ledger-records-forged' // signatures that are not of those who are said to have written them
    | 'card-rolled-back' // less than the card was seen to hold, or something else in its place
    | 'correction-signed'; // what a void owed to the card's history
  readonly cardNumber: string;
  /** The records as they were read, or signed, in hex. */
  readonly records: readonly string[];
}

/** Somebody came with a card, or as a member, and the operator saw that they are not that person. */
export interface HolderAudit {
  readonly what: 'holder-refused';
  readonly visitId: string;
  readonly memberNumber: string;
  /** Null without a card. */
  readonly cardNumber: string | null;
}
