import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { uploadLimits, uploadLineSchema } from '#contracts/server-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

/** One line of an upload: its bytes as they came, what they say, and that checked for its shape. */
export interface UploadedLine {
  readonly bytes: Uint8Array;
  /** Whole, as parsed: the hash is taken over this, unknown fields included. */
  readonly envelope: unknown;
  readonly event: z.output<typeof uploadLineSchema>;
}

/**
 * Unpacks a gzip NDJSON upload. Nothing of an event's body is looked at here.
 * Fails with 'batch-too-large', 'event-too-large' or 'input-malformed'.
 */
export function readUpload(compressed: Uint8Array): Result<readonly UploadedLine[], Failure> {
  const unpacked = unpack(compressed);
  if (!unpacked.ok) return unpacked;
  const lines = splitLines(unpacked.value);
  if (lines.length === 0) return malformed('upload', 'it is empty');
  if (lines.length > uploadLimits.events) return tooLarge();
  const read: UploadedLine[] = [];
  for (const [index, bytes] of lines.entries()) {
    const line = readLine(bytes, index + 1);
    if (!line.ok) return line;
    read.push(line.value);
  }
  return succeed(read);
}

function unpack(compressed: Uint8Array): Result<Buffer, Failure> {
  const maxOutputLength = uploadLimits.events * (uploadLimits.eventBytes + 1);
  try {
    return succeed(gunzipSync(compressed, { maxOutputLength }));
  } catch (error) {
    const isBound = error instanceof RangeError; // ERR_BUFFER_TOO_LARGE
    return isBound ? tooLarge() : malformed('upload', 'it is not gzip');
  }
}

function splitLines(text: Buffer): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf(0x0a, start);
    const end = newline === -1 ? text.length : newline;
    if (end > start) lines.push(text.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function readLine(bytes: Uint8Array, number: number): Result<UploadedLine, Failure> {
  const limit = uploadLimits.eventBytes;
  if (bytes.length > limit) {
    return failWith(failure('event-too-large', { bytes: bytes.length, limit }));
  }
  const json = parseJson(bytes);
  const event = uploadLineSchema.safeParse(json);
  if (!event.success) return malformed(`line ${number}`, 'it is not a signed event');
  const { envelope } = json as { readonly envelope: unknown };
  return succeed({ bytes, envelope, event: event.data });
}

/** The JSON value, or undefined for anything else, wrong UTF-8 included. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const tooLarge = () => failWith(failure('batch-too-large', { limit: uploadLimits.events }));

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
