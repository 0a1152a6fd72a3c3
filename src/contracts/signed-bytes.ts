import canonicalize from 'canonicalize';

/** What a signature of the sync protocol is made over; each kind of statement has its own prefix. */
export type Statement =
  | 'enrol1'
  | 'enrolled1'
  | 'ack1'
  | 'verdicts1'
  | 'certificate1'
  | 'keys1'
  | 'corrections1'
  | 'offers1'
  | 'relay1'
  | 'facts1';

/** JCS (RFC 8785) of plain JSON; throws on what JSON cannot say, which is a bug. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON');
  return text;
}

/** The bytes that are signed: prefix || JCS(value), UTF-8. */
export const signedBytes = (statement: Statement, value: unknown): Uint8Array =>
  new TextEncoder().encode(statement + canonicalText(value));
