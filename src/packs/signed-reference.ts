import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type Reference, referenceSchema, type SignedReference } from '#contracts/reference.ts';
import { hexSchema } from '#contracts/schemas.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { isEd25519Signature } from './ed25519.ts';
import { explainIssue, problemsAsFailure } from './problem.ts';

const file = 'reference';

/** Signs reference data: Ed25519 over "ref1" || JCS(reference); `sign` returns the 64 bytes. */
export const signReference = (
  reference: Reference,
  sign: (bytes: Uint8Array) => Uint8Array,
): SignedReference => ({ reference, sig: toHex(sign(bytesToSign(reference))) });

/**
 * Verifies a signed reference, given as its JSON text, its UTF-8 bytes or the parsed JSON, under the
 * insurer's raw Ed25519 public key (32 bytes), and only then reads it.
 * Fails with `reference-signature-wrong` or `reference-malformed`. The pack inside is still to be parsed.
 */
export function verifyReference(
  input: unknown,
  referenceKey: Uint8Array,
): Result<Reference, Failure> {
  const json = toJson(input);
  if (json === undefined) return malformed('it is not JSON: fetch it again');
  const signed = signedSchema.safeParse(json);
  if (!signed.success) return malformed('it is not a reference with a signature: fetch it again');

  // What was signed is verified as it came: parsing first could drop fields from under the signature.
  const { reference, sig } = signed.data;
  if (!isSignedBy(reference, sig, referenceKey))
    return failWith(failure('reference-signature-wrong', { file }));

  const parsed = referenceSchema.safeParse(reference, { reportInput: true });
  if (parsed.success) return succeed(parsed.data);
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
  const why = issue === undefined ? 'unreadable' : explainIssue(issue);
  return failWith(problemsAsFailure([{ file, path, line: null, why }]));
}

const signedSchema = z.object({ reference: z.record(z.string(), z.unknown()), sig: hexSchema(64) });

const malformed = (why: string): { ok: false; failure: Failure } =>
  failWith(failure('reference-malformed', { file, where: '', why }));

function bytesToSign(reference: unknown): Uint8Array {
  const text = canonicalize(reference);
  if (text === undefined) throw new TypeError('a reference is a JSON object');
  return new TextEncoder().encode(`ref1${text}`);
}

const isSignedBy = (reference: unknown, sig: string, rawKey: Uint8Array): boolean =>
  isEd25519Signature(bytesToSign(reference), fromHex(sig), rawKey);

function toJson(input: unknown): unknown {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return input;
  try {
    return JSON.parse(
      typeof input === 'string' ? input : new TextDecoder('utf-8', { fatal: true }).decode(input),
    );
  } catch {
    return undefined;
  }
}
