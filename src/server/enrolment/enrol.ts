import { createHash } from 'node:crypto';
import type { Signer } from '#card/profile/p256.ts';
import {
  type EnrolmentGrant,
  type EnrolmentRequest,
  enrolmentReplySchema,
} from '#contracts/server-api.ts';
import { signedBytes } from '#contracts/signed-bytes.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { fromHex } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { type EnrolmentCode, lockCode, recordCodeUse } from '../database/codes.ts';
import type { Database, Write } from '../database/tables.ts';
import { enrolTerminal } from '../database/terminals.ts';
import { isSignedByEd25519, isSignedByP256, type ServerKey } from '../keys.ts';
import { certifyTerminal } from './certify-terminal.ts';
import { hashCode } from './codes.ts';

export interface EnrolmentReply {
  readonly grant: EnrolmentGrant;
  readonly sig: string;
}

/** By what the server answers. */
export interface EnrollingServer {
  readonly key: ServerKey;
  readonly referenceKey: string;
  readonly providerAnchor: Signer | null;
  /** The rules in force: they say what the provider may do. */
  readonly pack: CompiledPack;
  readonly now: Instant;
}

/**
 * Enrols the terminal that holds both private keys, once per code. The same keys get the same reply again,
 * so that a lost one does no harm; other keys, or an expired code, get 'enrolment-code-wrong'.
 */
export async function enrol(
  db: Database,
  request: EnrolmentRequest,
  server: EnrollingServer,
): Promise<Result<EnrolmentReply, Failure>> {
  if (!areKeysHeld(request)) return failWith(failure('request-signature-wrong'));
  return await db.transaction().execute(async (write) => {
    const code = await lockCode(write, hashCode(request.code));
    if (code === null) return failWith(failure('enrolment-code-wrong'));
    const { use } = code;
    if (use !== null) {
      return use.chainKey === request.chainKey && use.cardKey === request.cardKey
        ? succeed(repeated(use.reply, server.key))
        : failWith(failure('enrolment-code-wrong'));
    }
    if (code.expiresAt <= server.now) return failWith(failure('enrolment-code-wrong'));
    return succeed(await grant(write, request, code, server));
  });
}

async function grant(
  db: Write,
  request: EnrolmentRequest,
  { cardRoles, providerId }: Pick<EnrolmentCode, 'cardRoles' | 'providerId'>,
  server: EnrollingServer,
): Promise<EnrolmentReply> {
  const { chainKey, cardKey } = request;
  const terminalId = terminalIdOf(chainKey);
  const { epoch } = await enrolTerminal(db, {
    terminalId,
    providerId,
    chainKey,
    cardKey,
    cardRoles,
    enrolledAt: server.now,
  });
  const content: EnrolmentGrant = {
    terminalId,
    epoch,
    providerId,
    serverKey: server.key.publicKey,
    referenceKey: server.referenceKey,
    serverTime: server.now,
    cardCertificate: certifyTerminal(
      { providerId, cardKey, cardRoles },
      server.providerAnchor,
      server.pack,
      server.now,
    ),
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

/** The grant as it was given; signed again, since one of an earlier version lacks what this one states. */
function repeated(stored: string, key: ServerKey): EnrolmentReply {
  const { grant: given } = enrolmentReplySchema.parse(JSON.parse(stored));
  return { grant: given, sig: key.sign('enrolled1', given) };
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
