import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type EmbeddedCode, startEmbeddedServer } from '#agent/embedded-server.ts';
import { paths } from '#contracts/server-api.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { layDatabase } from '#tests/server/made-database.ts';

/** A server of this insurer's, as a process of its own, that knows these enrolment codes; its address. */
export async function startServer(insurer: DemoInsurer, codes: Codes): Promise<string> {
  const server = await startIssuing(insurer, codes);
  onTestFinished(() => server.stop());
  return server.url;
}

type Codes = readonly EmbeddedCode[];

export interface IssuingServer {
  readonly url: string;
  readonly adminToken: string;
  /** Orders work of the issuer's on a card, as somebody at the insurer does. */
  order(cardNumber: string, order: object): Promise<void>;
  stop(): Promise<void>;
}

/** The same server, with its administrator's door; whoever starts it stops it. */
export async function startIssuing(insurer: DemoInsurer, codes: Codes): Promise<IssuingServer> {
  const folder = mkdtempSync(join(tmpdir(), 'medexa-issuing-'));
  const referenceFile = join(folder, 'reference.json');
  writeFileSync(referenceFile, JSON.stringify(insurer.signed));
  layDatabase(join(folder, 'server'));
  const server = startEmbeddedServer({
    ...{ folder: join(folder, 'server'), referenceFile, codes },
    referenceKey: insurer.referenceKey,
    providerAnchor: insurer.providerAnchor.pkcs8,
    issuerKey: insurer.issuer.pkcs8,
  });
  const url = await server.url;
  if (!url.ok) throw new Error(JSON.stringify(url.failure));
  return {
    url: url.value,
    adminToken: server.adminToken,
    async order(cardNumber, order) {
      const answer = await fetch(url.value + paths.cardOrders(cardNumber), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${server.adminToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(order),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
