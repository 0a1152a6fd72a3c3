import {
  createHash,
  createPublicKey,
  ECDH,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Ack } from '#contracts/server-api.ts';
import type { Verdict } from '#contracts/verdicts-api.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { chainStart, type Envelope, fromHex, linkEvent, type SignedEvent } from '#domain/chain.ts';
import { succeed } from '#domain/result.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import type { CentralClient } from '#sync/central-client.ts';
import { enrol, type KeyInUse } from '#sync/enrol.ts';
import type { Outbox, TerminalIdentity, VerdictSink } from '#sync/ports.ts';
import { type InputChanges, input, now } from '#tests/domain/builders.ts';
import { reference } from '#tests/server/reference-builder.ts';

/** A terminal whose store is memory: real keys, a real chain, the real ports. */
export interface TestTerminal {
  readonly chainKeys: KeyInUse;
  readonly cardKeys: KeyInUse;
  readonly events: readonly SignedEvent[];
  readonly outbox: Outbox;
  readonly sink: VerdictSink;
  /** Verdicts as they were applied, in order, repeats included. */
  readonly applied: readonly Verdict[];
  readonly acks: readonly Ack[];
  identity(): TerminalIdentity;
  enrol(client: CentralClient, code: string): Promise<void>;
  add(
    content?: Partial<Pick<Envelope, 'type' | 'body' | 'eventId' | 'manifestVersion'>>,
  ): SignedEvent;
  /** A claim decided by the real engine on the published rules. */
  addClaim(changes?: ClaimChanges): SignedEvent;
  /** Forgets everything from this event on, as a disk restored from a backup does. */
  restoreTo(seq: number): void;
}

export interface ClaimChanges extends InputChanges {
  readonly claimId?: string;
  readonly memberNumber?: string;
  readonly manifestVersion?: number;
  /** Changes the body after it was decided. */
  readonly tamper?: (body: { input: AdjudicationInput; decision: object }) => object;
}

const tools = {
  canonicalize: (value: unknown) => Buffer.from(canonicalize(value) ?? ''),
  sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(),
};

export const pack = preparePack(reference().pack as RulePack);

export function makeTerminal(): TestTerminal {
  const chain = generateKeyPairSync('ed25519').privateKey;
  const card = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
  const chainKeys = {
    publicKey: rawKey(chain),
    sign: (bytes: Uint8Array) => sign(null, bytes, chain),
  };
  const cardKeys = {
    publicKey: compressed(card),
    sign: (bytes: Uint8Array) => sign('sha256', bytes, { key: card, dsaEncoding: 'ieee-p1363' }),
  };
  const terminalId = `T-${createHash('sha256').update(chainKeys.publicKey).digest('hex').slice(0, 16)}`;
  const events: SignedEvent[] = [];
  const acks: Ack[] = [];
  const applied: Verdict[] = [];
  let serverKey = new Uint8Array(32);
  let epoch = 1;
  let acked = 0;
  let cursor = 0;

  const outbox: Outbox = {
    listUnsent: (limit) => events.filter(({ envelope }) => envelope.seq > acked).slice(0, limit),
    countUnsent: () => events.length - acked,
    recordAck(ack) {
      acks.push(ack);
      acked = Math.max(acked, ack.ackSeq);
      return succeed(null);
    },
    rewind(seq) {
      acked = Math.min(acked, seq - 1);
      return succeed(null);
    },
  };

  const sink: VerdictSink = {
    cursor: () => cursor,
    applyPage({ verdicts }) {
      applied.push(...verdicts);
      cursor = Math.max(cursor, ...verdicts.map(({ downSeq }) => downSeq));
      return succeed(null);
    },
  };

  const add: TestTerminal['add'] = (content = {}) => {
    const last = events.at(-1);
    const head = last === undefined ? chainStart : { seq: last.envelope.seq, hash: last.hash };
    const event = linkEvent(
      head,
      {
        terminalId,
        epoch,
        eventId: randomUUID(),
        type: 'audit',
        body: { what: 'tested' },
        wall: now,
        bootId: 'boot',
        mono: 1,
        lastServerTime: null,
        manifestVersion: 7,
        userId: null,
        ...content,
      },
      { ...tools, sign: chainKeys.sign },
    );
    events.push(event);
    return event;
  };

  return {
    ...{ chainKeys, cardKeys, events, outbox, sink, applied, acks, add },
    identity: () => ({ terminalId, epoch, serverKey, sign: chainKeys.sign }),
    async enrol(client, code) {
      const granted = await enrol(client, { code, chainKeys, cardKeys });
      if (!granted.ok) throw new Error(JSON.stringify(granted.failure));
      serverKey = new Uint8Array(fromHex(granted.value.serverKey));
      epoch = granted.value.epoch;
    },
    addClaim({
      claimId = randomUUID(),
      memberNumber,
      manifestVersion = 7,
      tamper,
      ...changes
    } = {}) {
      const eventId = randomUUID();
      const body = claimBody({ eventId, claimId, memberNumber: memberNumber ?? null, ...changes });
      const sent = tamper === undefined ? body : tamper(body);
      return add({ type: 'claim', eventId, manifestVersion, body: sent });
    },
    restoreTo(seq) {
      events.splice(seq);
      acked = Math.min(acked, seq);
    },
  };
}

function claimBody({
  eventId,
  claimId,
  memberNumber,
  ...changes
}: InputChanges & { eventId: string; claimId: string; memberNumber: string | null }) {
  const plain = input(changes);
  const own = plain.person === null || memberNumber === null ? {} : ofMember(plain, memberNumber);
  const decided = { ...plain, ...own, eventId, claim: { ...plain.claim, claimId } };
  return { input: decided, decision: adjudicate(decided, pack), receiptNumber: 'R-1' };
}

const ofMember = ({ person, membership }: AdjudicationInput, memberNumber: string) => ({
  person: person === null ? null : { ...person, memberNumber },
  membership:
    membership.known && membership.value !== null
      ? { ...membership, value: { ...membership.value, memberNumber } }
      : membership,
});

const rawKey = (key: KeyObject): Uint8Array =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');

function compressed(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]);
  return ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed') as Buffer;
}
