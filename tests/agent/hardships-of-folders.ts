import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { failure } from '#domain/failures.ts';
import { sayFailure } from '../../src/shells/say-failure.ts';
import { atCounter, refusalToOpen, saveClaimOf, today, whileDamaged } from './hardship-counter.ts';
import { startAtTakenPort, workUntilRefused } from './hardship-processes.ts';
import type { Hardship } from './hardship-words.ts';

export const folderHardships: readonly Hardship[] = [
  {
    name: 'a damaged database',
    bring: (folder) =>
      whileDamaged(join(folder, 'terminal.db'), flipBit, () => refusalToOpen(folder)),
    told: ['database-corrupt'],
  },
  {
    name: 'the key of another computer',
    bring: (folder) =>
      whileDamaged(
        join(folder, 'database.key'),
        () => Buffer.alloc(32, 7),
        () => refusalToOpen(folder),
      ),
    told: ['database-key-wrong'],
  },
  {
    name: 'a key that was cut short',
    bring: (folder) =>
      whileDamaged(
        join(folder, 'database.key'),
        (bytes) => bytes.subarray(0, 9),
        () => refusalToOpen(folder),
      ),
    told: ['database-key-wrong'],
  },
  {
    name: 'a full disk',
    async bring(folder) {
      const { saved, refused } = await workUntilRefused(folder);
      expect(saved).not.toEqual([]);
      await atCounter(folder, async ({ call }) => {
        const listed = (await call.claims.list({ day: today })).map(({ claimId }) => claimId);
        expect(listed).toEqual(expect.arrayContaining(saved));
      });
      return refused === null ? [] : [{ failure: refused }];
    },
    told: ['disk-full'],
  },
  {
    name: 'a second terminal on the same folder',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        const told = await refusalToOpen(folder);
        await saveClaimOf(counter, 'george');
        return told;
      }),
    told: ['database-locked'],
  },
  {
    name: 'a demo card whose file is garbage',
    bring: (folder) => {
      writeFileSync(join(folder, 'demo', 'cards', 'george.json'), '{"format": "mc-1');
      return atCounter(
        folder,
        async ({ call, until }) => {
          await call.demo.insertCard({ cardId: 'george' });
          await until(({ reader }) => reader.state === 'card');
          return [];
        },
        { cardService: null },
      );
    },
    told: [],
  },
  {
    name: 'a taken port',
    async bring(folder) {
      const { printed, port, exitCode } = await startAtTakenPort(folder);
      const taken = failure('port-taken', { port });
      expect(exitCode).toBe(1);
      expect(printed.trim()).toBe(`${sayFailure(taken, 'ar')}\n\n${sayFailure(taken, 'en')}`);
      return [{ failure: taken }];
    },
    told: ['port-taken'],
  },
];

function flipBit(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}
