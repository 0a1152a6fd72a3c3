import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startEmbeddedServer } from '#agent/embedded-server.ts';
import { layDatabase } from '#tests/server/made-database.ts';
import { atCounter, insurer, saveClaimOf, tellSync } from './hardship-counter.ts';
import type { Hardship } from './hardship-words.ts';

const code = '00112233445566778899aabbccddeeff';

export const serverHardships: readonly Hardship[] = [
  {
    name: 'the server is away',
    bring: (folder) =>
      atCounter(
        folder,
        async (counter) => {
          const desk = await counter.until(({ sync }) => sync.lastFailure !== null);
          expect(desk.sync.waiting).toBe(1);
          await saveClaimOf(counter, 'george');
          return tellSync(desk);
        },
        { server: { kind: 'remote', url: 'http://127.0.0.1:9', enrolmentCode: code } },
      ),
    told: ['server-unreachable'],
  },
  {
    name: 'a server with the wrong key',
    async bring(folder) {
      const place = join(folder, 'central');
      layDatabase(place);
      const server = startEmbeddedServer({
        folder: place,
        referenceFile: join(folder, 'demo', 'reference.json'),
        referenceKey: insurer.referenceKey,
        providerAnchor: null,
        codes: [{ code, providerId: insurer.defaultProviderId }],
      });
      onTestFinished(() => server.stop());
      const url = await server.url;
      if (!url.ok) throw new Error(JSON.stringify(url.failure));
      const remote = { kind: 'remote', url: url.value, enrolmentCode: code } as const;
      await atCounter(folder, ({ until }) => until(({ sync }) => sync.link === 'online'), {
        server: remote,
      });
      await server.stop();
      rmSync(join(place, 'server-key.pem'));
      await server.start();
      return atCounter(
        folder,
        async (counter) => {
          await saveClaimOf(counter, 'george');
          return tellSync(await counter.until(({ sync }) => sync.lastFailure !== null));
        },
        { server: remote },
      );
    },
    told: ['server-key-wrong'],
  },
];
