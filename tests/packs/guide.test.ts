import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPack } from '#packs/check/check-pack.ts';
import { copyPack, write } from './pack-folder.ts';

const guide = readFileSync(new URL('../../docs/writing-a-contract.md', import.meta.url), 'utf8');
const snippets = [...guide.matchAll(/```yaml (\S+)(?: before=(\S+))?\n(.*?)```/gs)].map(
  ([, what = '', before = null, yaml = '']) => ({ what, before, yaml }),
);

test('every snippet of the guide, put where the guide says, makes a pack that passes the check', () => {
  const folder = copyPack();
  for (const { what, before, yaml } of snippets) {
    const [how, file = ''] = what.split('=');
    if (how === 'file') write(folder, file, yaml);
    if (how !== 'adds') continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const at = before === null ? text.length : text.lastIndexOf(`\n${before}`) + 1;
    write(folder, file, `${text.slice(0, at)}${yaml}${text.slice(at)}`);
  }
  expect(snippets.length).toBeGreaterThan(15);
  expect(checkPack(folder).problems).toEqual([]);
});
