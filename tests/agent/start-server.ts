import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startEmbeddedServer } from '#agent/embedded-server.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { layDatabase } from '#tests/server/made-database.ts';
import { temporaryFolder } from './open-terminal.ts';

/** A server of this insurer's, as a process of its own, that knows these enrolment codes; its address. */
export async function startServer(
  insurer: DemoInsurer,
  codes: { code: string; providerId: string }[],
): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const referenceFile = join(folder, 'reference.json');
  writeFileSync(referenceFile, JSON.stringify(insurer.signed));
  layDatabase(join(folder, 'server'));
  const server = startEmbeddedServer({
    ...{ folder: join(folder, 'server'), referenceFile, codes },
    referenceKey: insurer.referenceKey,
    providerAnchor: insurer.providerAnchor.pkcs8,
  });
  onTestFinished(() => server.stop());
  const url = await server.url;
  if (!url.ok) throw new Error(JSON.stringify(url.failure));
  return url.value;
}
