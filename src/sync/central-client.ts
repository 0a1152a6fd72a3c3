import { gzipSync } from 'node:zlib';
import { type CorrectionPage, signedCorrectionPageSchema } from '#contracts/card-corrections.ts';
import {
  type Ack,
  chainConflictSchema,
  type EnrolmentGrant,
  type EnrolmentRequest,
  enrolmentReplySchema,
  type IssuedCertificate,
  paths,
  type Status,
  signedAckSchema,
  signedCertificateSchema,
  signedTerminalKeyPageSchema,
  statusSchema,
  type TerminalKeyPage,
  uploadLimits,
} from '#contracts/server-api.ts';
import { signedVerdictPageSchema, type VerdictPage } from '#contracts/verdicts-api.ts';
import { fromHex, type SignedEvent } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { type HttpAnswer, httpSender, readAnswer } from './http.ts';
import { askServer, type Line } from './line.ts';
import type { TerminalIdentity } from './ports.ts';
import { isSaidBy, signRequest } from './signatures.ts';

export interface CentralClientOptions {
  /** `https://…`; `http://` for a server on the same machine. */
  readonly baseUrl: string;
  /** For one whole exchange. */
  readonly timeoutMs: number;
}

/**
 * The central server as the terminal asks it. Every answer is parsed ('server-answer-malformed') and, but for
 * the status, must be signed by the server's key ('server-key-wrong'); no answer at all is 'server-unreachable'.
 */
export interface CentralClient {
  status(): Promise<Result<Status, Failure>>;
  /** The grant is signed by the key that it names: this is where the terminal learns it, by TLS. */
  enrol(request: EnrolmentRequest): Promise<Result<EnrolmentGrant, Failure>>;
  /**
   * Hands over events in chain order. The ack names the last one that is in custody, which may be before the
   * last one sent. Fails with 'batch-too-large', 'chain-gap' or 'chain-forked' besides.
   */
  uploadEvents(
    identity: TerminalIdentity,
    events: readonly SignedEvent[],
  ): Promise<Result<Ack, Failure>>;
  /** Verdicts behind a cursor, in order and without gaps; none at the end. */
  fetchVerdicts(identity: TerminalIdentity, after: number): Promise<Result<VerdictPage, Failure>>;
  /** A fresh certificate for this terminal's card key; whether it is for that key is the caller's to see. */
  renewCertificate(identity: TerminalIdentity): Promise<Result<IssuedCertificate, Failure>>;
  /** Card keys of all terminals behind a cursor, in order and without gaps; none at the end. */
  fetchTerminalKeys(
    identity: TerminalIdentity,
    after: number,
  ): Promise<Result<TerminalKeyPage, Failure>>;
  /** What voids owe to cards, behind a cursor, in order and without gaps; none at the end. */
  fetchCorrections(
    identity: TerminalIdentity,
    after: number,
  ): Promise<Result<CorrectionPage, Failure>>;
}

export function createCentralClient({ baseUrl, timeoutMs }: CentralClientOptions): CentralClient {
  const line: Line = { base: baseUrl.replace(/\/$/, ''), send: httpSender(timeoutMs) };
  return {
    status: () => askStatus(line),
    enrol: (request) => askEnrolment(line, request),
    uploadEvents: (identity, events) => handOver(line, identity, events),
    fetchVerdicts: (identity, after) => askVerdicts(line, identity, after),
    renewCertificate: (identity) => askCertificate(line, identity),
    fetchTerminalKeys: (identity, after) => askTerminalKeys(line, identity, after),
    fetchCorrections: (identity, after) => askCorrections(line, identity, after),
  };
}

async function askStatus({ base, send }: Line): Promise<Result<Status, Failure>> {
  const answer = await send({ method: 'GET', url: base + paths.status });
  return answer.ok ? readAnswer(statusSchema, answer.value, 'status') : answer;
}

async function askEnrolment(
  { base, send }: Line,
  request: EnrolmentRequest,
): Promise<Result<EnrolmentGrant, Failure>> {
  const answer = await send({
    method: 'POST',
    url: base + paths.enrol,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(request)),
  });
  if (!answer.ok) return answer;
  const reply = readAnswer(enrolmentReplySchema, answer.value, 'enrolment');
  if (!reply.ok) return reply;
  const { grant, sig } = reply.value;
  const isSaid = isSaidBy(fromHex(grant.serverKey), 'enrolled1', grant, sig);
  return isSaid ? succeed(grant) : failWith(failure('server-key-wrong'));
}

async function handOver(
  line: Line,
  identity: TerminalIdentity,
  events: readonly SignedEvent[],
): Promise<Result<Ack, Failure>> {
  const body = packEvents(events);
  const limit = uploadLimits.compressedBytes;
  if (body.length > limit) return failWith(failure('batch-too-large', { limit }));
  const url = line.base + paths.events(identity.terminalId);
  const headers = {
    ...(await signRequest(identity, { method: 'POST', url, body })),
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
  };
  const answer = await line.send({ method: 'POST', url, headers, body });
  if (!answer.ok) return answer;
  const refusal = uploadRefusal(answer.value);
  if (refusal !== null) return failWith(refusal);
  const reply = readAnswer(signedAckSchema, answer.value, 'ack');
  if (!reply.ok) return reply;
  const { ack, sig } = reply.value;
  if (!isSaidBy(identity.serverKey, 'ack1', ack, sig)) return failWith(failure('server-key-wrong'));
  return isAckOf(ack, identity, events)
    ? succeed(ack)
    : failWith(failure('server-answer-malformed', { step: 'ack' }));
}

const askVerdicts = (
  line: Line,
  identity: TerminalIdentity,
  after: number,
): Promise<Result<VerdictPage, Failure>> =>
  askServer(line, identity, {
    method: 'GET',
    path: `${paths.verdicts(identity.terminalId)}?after=${after}`,
    schema: signedVerdictPageSchema,
    statement: 'verdicts1',
    stated: ({ page }) => page,
    isAsked: (page) => isPageAfter(page, identity, after),
  });

const askCertificate = (
  line: Line,
  identity: TerminalIdentity,
): Promise<Result<IssuedCertificate, Failure>> =>
  askServer(line, identity, {
    method: 'POST',
    path: paths.cardCertificate(identity.terminalId),
    schema: signedCertificateSchema,
    statement: 'certificate1',
    stated: ({ issued }) => issued,
    isAsked: ({ terminalId }) => terminalId === identity.terminalId,
  });

const askTerminalKeys = (
  line: Line,
  identity: TerminalIdentity,
  after: number,
): Promise<Result<TerminalKeyPage, Failure>> =>
  askServer(line, identity, {
    method: 'GET',
    path: `${paths.terminalKeys}?after=${after}`,
    schema: signedTerminalKeyPageSchema,
    statement: 'keys1',
    stated: ({ page }) => page,
    isAsked: (page) => page.after === after && isWithoutGaps(page.keys, after),
  });

const askCorrections = (
  line: Line,
  identity: TerminalIdentity,
  after: number,
): Promise<Result<CorrectionPage, Failure>> =>
  askServer(line, identity, {
    method: 'GET',
    path: `${paths.cardCorrections}?after=${after}`,
    schema: signedCorrectionPageSchema,
    statement: 'corrections1',
    stated: ({ page }) => page,
    isAsked: (page) => page.after === after && isWithoutGaps(page.corrections, after),
  });

const isWithoutGaps = (entries: readonly { readonly seq: number }[], after: number): boolean =>
  entries.every(({ seq }, place) => seq === after + 1 + place);

/** NDJSON, gzip. */
const packEvents = (events: readonly SignedEvent[]): Uint8Array =>
  gzipSync(events.map((event) => `${JSON.stringify(event)}\n`).join(''));

/** What an upload's answer refuses besides what any answer may; null when that is nothing. */
function uploadRefusal(answer: HttpAnswer): Failure | null {
  if (answer.status === 413) return failure('batch-too-large', { limit: uploadLimits.events });
  if (answer.status !== 409) return null;
  const conflict = chainConflictSchema.safeParse(answer.json);
  if (!conflict.success) return null;
  const { code, expectedSeq } = conflict.data;
  return code === 'chain-gap'
    ? failure(code, { expectedSequence: expectedSeq })
    : failure(code, { sequence: expectedSeq });
}

/** Custody of something that was sent just now: an old ack, or another terminal's, says nothing of it. */
const isAckOf = (
  ack: Ack,
  { terminalId, epoch }: TerminalIdentity,
  events: readonly SignedEvent[],
): boolean =>
  ack.terminalId === terminalId &&
  ack.epoch === epoch &&
  events.some(({ envelope, hash }) => envelope.seq === ack.ackSeq && hash === ack.ackHash);

const isPageAfter = (page: VerdictPage, { terminalId }: TerminalIdentity, after: number): boolean =>
  page.terminalId === terminalId &&
  page.after === after &&
  page.verdicts.every(({ downSeq }, place) => downSeq === after + 1 + place);
