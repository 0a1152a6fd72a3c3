import { expect, test } from 'vitest';
import { missingNames } from '#contracts/messages/missing.ts';
import { arabicLetters, latinLetters } from '#tests/contracts/letters.ts';
import { isIncomplete, listWanted } from '../../renderer/parts/missing.ts';

type Line = Parameters<typeof listWanted>[0][number];
type Found = Line['findings'][number];

const asks = (kind: 'take-signature' | 'enter-pin' | 'request-approval' | null): Found => ({
  outcome: 'referred',
  mode: 'enforce',
  nearest: kind === null ? null : { kind },
});
const line = (...findings: Found[]): Line => ({ outcome: 'referred', findings });
const passed: Found = { outcome: 'approved', mode: 'enforce', nearest: null };

test.each([
  ['a signature', [line(asks('take-signature'), passed)], ['take-signature'], false],
  ['a PIN', [line(asks('enter-pin'))], ['enter-pin'], false],
  [
    'both, and each once',
    [line(asks('enter-pin'), asks('take-signature')), line(asks('enter-pin'))],
    ['enter-pin', 'take-signature'],
    false,
  ],
  ['an approval', [line(asks('request-approval'))], [], true],
  ['what nobody can enter', [line(asks(null))], [], true],
  [
    'an approval after a PIN',
    [line(asks('enter-pin'), asks('request-approval'))],
    ['enter-pin'],
    true,
  ],
  ['an approval of another line', [line(asks('enter-pin')), line(asks(null))], ['enter-pin'], true],
  [
    'a PIN, while an approval is only watched for',
    [line(asks('enter-pin'), { ...asks('request-approval'), mode: 'warn' })],
    ['enter-pin'],
    false,
  ],
  [
    'a PIN beside a line that is declined for good',
    [line(asks('enter-pin')), { outcome: 'declined', findings: [asks(null)] } satisfies Line],
    ['enter-pin'],
    false,
  ],
] as const)('%s is missing', (_, lines, steps, needsInsurer) => {
  expect(listWanted(lines)).toEqual({ steps, needsInsurer });
});

test('a line is incomplete where it waits for nothing but what the counter enters', () => {
  expect(isIncomplete(line(asks('enter-pin'), passed))).toBe(true);
  expect(isIncomplete(line(asks('enter-pin'), asks(null)))).toBe(false);
  expect(isIncomplete(line(asks('request-approval')))).toBe(false);
  expect(isIncomplete({ outcome: 'approved', findings: [passed] })).toBe(false);
});

test('each is named in both languages', () => {
  for (const { ar, en } of Object.values(missingNames)) {
    expect(ar).toMatch(arabicLetters);
    expect(ar).not.toMatch(latinLetters);
    expect(en).not.toMatch(arabicLetters);
  }
});
