import { createHash, randomUUID } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { generateP256Key, openSigner } from '#card/profile/p256.ts';
import { contentDigest, requestSignature } from '#contracts/request-signature.ts';
import { paths, refusalSchema } from '#contracts/server-api.ts';
import type { Verdict } from '#contracts/verdicts-api.ts';
import { type SignedEvent, toHex } from '#domain/chain.ts';
import { type CentralClient, createCentralClient } from '#sync/central-client.ts';
import type { TerminalIdentity } from '#sync/ports.ts';
import { syncOnce } from '#sync/sync-once.ts';
import { makeTerminal, type TestTerminal } from '#tests/sync/test-terminal.ts';
import { type CentralProcess, startCentral } from './central-process.ts';

/** A running server with a client, and what the cases ask of both. */
export interface TestCentre {
  readonly central: CentralProcess;
  readonly client: CentralClient;
}

/** The provider anchor of the server, PKCS #8 DER. */
const anchorKey = generateP256Key();
export const anchor = openSigner(anchorKey);

/** The issuer's key at the server, PKCS #8 DER. */
const issuerKey = generateP256Key();
export const issuer = openSigner(issuerKey);

/** The server that all cases of one test file share; it is started before the first of them. */
export const centre: { current: TestCentre | null } = { current: null };

export async function startTestCentre(): Promise<void> {
  const central = await startCentral({
    env: { MEDEXA_PROVIDER_ANCHOR: toHex(anchorKey), MEDEXA_ISSUER_KEY: toHex(issuerKey) },
  });
  centre.current = {
    central,
    client: createCentralClient({ baseUrl: central.url, timeoutMs: 10_000 }),
  };
}

export function theCentre(): TestCentre {
  if (centre.current === null) throw new Error('the server was not started');
  return centre.current;
}

export async function enrolled(providerId = 'NAFIS'): Promise<TestTerminal> {
  const { central, client } = theCentre();
  const terminal = makeTerminal();
  await terminal.enrol(client, await central.mint(providerId));
  return terminal;
}

/** Uploads events by the real client. */
export const upload = (terminal: TestTerminal, events: readonly SignedEvent[]) =>
  theCentre().client.uploadEvents(terminal.identity(), events);

/** Syncs until a claim has its verdict. */
export async function verdictOn(terminal: TestTerminal, event: SignedEvent): Promise<Verdict> {
  const { client } = theCentre();
  for (;;) {
    const synced = await syncOnce(client, terminal.identity(), terminal.outbox, terminal.sink);
    if (!synced.ok) throw new Error(JSON.stringify(synced.failure));
    const verdict = terminal.applied.find(({ eventId }) => eventId === event.envelope.eventId);
    if (verdict !== undefined) return verdict;
  }
}

export const ndjson = (events: readonly object[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

export interface Post {
  readonly signer?: TerminalIdentity;
  readonly alter?: (headers: Record<string, string>) => Record<string, string>;
  readonly sentBody?: Uint8Array;
  readonly created?: Date;
  /** What the signature covers. */
  readonly fields?: readonly string[];
}

/** Uploads bytes as they are, so that anything can be wrong with them. */
export async function post(
  identity: TerminalIdentity,
  body: Uint8Array,
  {
    signer = identity,
    alter = (headers) => headers,
    sentBody = body,
    created = new Date(),
    fields = requestSignature.fields,
  }: Post = {},
): Promise<{ readonly status: number; readonly json: unknown }> {
  const url = theCentre().central.url + paths.events(identity.terminalId);
  const signed = await httpbis.signMessage(
    {
      key: {
        id: signer.terminalId,
        alg: 'ed25519',
        sign: async (bytes) => Buffer.from(signer.sign(bytes)),
      },
      fields: [...fields],
      params: [...requestSignature.params],
      paramValues: { nonce: randomUUID(), created },
    },
    {
      method: 'POST',
      url,
      headers: {
        'content-digest': contentDigest(createHash('sha256').update(body).digest('base64')),
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
      },
    },
  );
  const answer = await fetch(url, {
    method: 'POST',
    headers: alter(signed.headers as Record<string, string>),
    body: Buffer.from(sentBody),
  });
  return { status: answer.status, json: await answer.json() };
}

export const codeOf = (json: unknown): string => refusalSchema.parse(json).code;
