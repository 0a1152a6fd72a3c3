import { createHash } from 'node:crypto';
import {
  type EnrolmentGrant,
  type EnrolmentRequest,
  enrolmentReplySchema,
} from '#contracts/server-api.ts';
import { signedBytes } from '#contracts/signed-bytes.ts';
import { fromHex } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { lockCode, recordCodeUse } from '../database/codes.ts';
import type { Database, Write } from '../database/tables.ts';
import { enrolTerminal } from '../database/terminals.ts';
import { isSignedByEd25519, isSignedByP256, type ServerKey } from '../keys.ts';
import { hashCode } from './codes.ts';

export interface EnrolmentReply {
  readonly grant: EnrolmentGrant;
  readonly sig: string;
}

/**
 * Enrols the terminal that holds both private keys, once per code. The same keys get the same reply again,
 * so that a lost one does no harm; other keys, or an expired code, get 'enrolment-code-wrong'.
 */
export async function enrol(
  db: Database,
  request: EnrolmentRequest,
  server: { readonly key: ServerKey; readonly referenceKey: string; readonly now: Instant },
): Promise<Result<EnrolmentReply, Failure>> {
  if (!areKeysHeld(request)) return failWith(failure('request-signature-wrong'));
  return await db.transaction().execute(async (write) => {
    const code = await lockCode(write, hashCode(request.code));
    if (code === null) return failWith(failure('enrolment-code-wrong'));
    const { use } = code;
    if (use !== null) {
      return use.chainKey === request.chainKey && use.cardKey === request.cardKey
        ? succeed(enrolmentReplySchema.parse(JSON.parse(use.reply)))
        : failWith(failure('enrolment-code-wrong'));
    }
    if (code.expiresAt <= server.now) return failWith(failure('enrolment-code-wrong'));
    return succeed(await grant(write, request, code.providerId, server));
  });
}

async function grant(
  db: Write,
  request: EnrolmentRequest,
  providerId: string,
  server: Parameters<typeof enrol>[2],
): Promise<EnrolmentReply> {
  const { chainKey, cardKey } = request;
  const terminalId = terminalIdOf(chainKey);
  const { epoch } = await enrolTerminal(db, {
    terminalId,
    providerId,
    chainKey,
    cardKey,
    enrolledAt: server.now,
  });
  const content: EnrolmentGrant = {
    terminalId,
    epoch,
    providerId,
    serverKey: server.key.publicKey,
    referenceKey: server.referenceKey,
    serverTime: server.now,
  };
  const reply = { grant: content, sig: server.key.sign('enrolled1', content) };
  await recordCodeUse(db, hashCode(request.code), {
    chainKey,
    cardKey,
    reply: JSON.stringify(reply),
    usedAt: server.now,
  });
  return reply;
}

/** Both sides derive it alike: nobody can choose it, and nobody can take another's. */
const terminalIdOf = (chainKey: string): string =>
  `T-${createHash('sha256').update(fromHex(chainKey)).digest('hex').slice(0, 16)}`;

function areKeysHeld({
  code,
  chainKey,
  cardKey,
  chainProof,
  cardProof,
}: EnrolmentRequest): boolean {
  const bytes = signedBytes('enrol1', { code, chainKey, cardKey });
  return (
    isSignedByEd25519(bytes, fromHex(chainProof), fromHex(chainKey)) &&
    isSignedByP256(bytes, fromHex(cardProof), fromHex(cardKey))
  );
}
