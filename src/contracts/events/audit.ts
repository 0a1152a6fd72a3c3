/** Body of an `audit` event: something that must be provable later, though it is no claim. */
export interface AuditBody {
  /** The card's ledger held records whose signatures are not of those who are said to have written them. */
  readonly what: 'ledger-records-forged';
  readonly cardNumber: string;
  /** The records as they were read, in hex. */
  readonly records: readonly string[];
}
