import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { atCounter, saveClaimOf, today } from './hardship-counter.ts';
import { codeOf, expectWords } from './hardship-words.ts';

import { cardHardships, readerHardships } from './hardships-of-cards.ts';
import { claimHardships } from './hardships-of-claims.ts';
import { folderHardships } from './hardships-of-folders.ts';
import { presenceHardships } from './hardships-of-presence.ts';
import { referenceHardships } from './hardships-of-reference.ts';
import { serverHardships } from './hardships-of-servers.ts';
import { visitHardships } from './hardships-of-visits.ts';

const template = mkdtempSync(join(tmpdir(), 'medexa-hardship-'));
afterAll(() => rmSync(template, { recursive: true, force: true }));

/** A terminal's folder with one claim saved, made once. */
let made: Promise<string> | null = null;
const makeTemplate = () => {
  made ??= atCounter(template, (counter) => saveClaimOf(counter, 'samir'));
  return made;
};

describe.each([
  ['at the reader', readerHardships],
  ['with the card', cardHardships],
  ['in the folder', folderHardships],
  ['with the reference data and the clock', referenceHardships],
  ['at the server', serverHardships],
  ['in the visit', visitHardships],
  ['with saved claims', claimHardships],
  ['without a card of one’s own', presenceHardships],
])('what goes wrong %s is told in both languages, and costs no saved claim', (_, hardships) => {
  it.each(hardships)(
    '$name',
    async ({ bring, told }) => {
      const claimId = await makeTemplate();
      const folder = mkdtempSync(join(tmpdir(), 'medexa-hardship-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      for (const name of readdirSync(template))
        cpSync(join(template, name), join(folder, name), { recursive: true });

      const said = await bring(folder);
      expect(said.map(codeOf)).toEqual(told);
      for (const each of said) expectWords(each);
      await atCounter(folder, async ({ call }) => {
        const listed = (await call.claims.list({ day: today })).map((claim) => claim.claimId);
        expect(listed).toContain(claimId);
      });
    },
    180_000,
  );
});
