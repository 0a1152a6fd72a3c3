/** Body of an `audit` event: something that must be provable later, though it is no claim. */
export interface AuditBody {
  readonly what:
    | 'ledger-records-forged' // signatures that are not of those who are said to have written them
    | 'card-rolled-back' // less than the card was seen to hold, or something else in its place
    | 'correction-signed'; // what a void owed to the card's history
  readonly cardNumber: string;
  /** The records as they were read, or signed, in hex. */
  readonly records: readonly string[];
}
