import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attacksAtCounter } from '#tests/agent/attacks-at-counter.ts';
import { attacksOnChip } from './attacks-on-chip.ts';
import { attacksOnReading } from './attacks-on-reading.ts';

describe('an attack on a card, seen as docs/card-attacks.md says:', () => {
  it.each(attacksOnReading)('$attack ($seenBy)', ({ attempt }) => attempt());
  it.each(attacksOnChip)('$attack ($seenBy)', ({ attempt }) => attempt());
});

it('docs/card-attacks.md has a row for each attack, and no other', () => {
  const document = readFileSync(new URL('../../docs/card-attacks.md', import.meta.url), 'utf8');
  const rows = document.split('\n').filter((line) => line.startsWith('| ') && !isHead(line));
  const attacks = [...attacksOnReading, ...attacksOnChip, ...attacksAtCounter];
  const wanted = attacks.map(({ attack, kept, seenBy, when }) =>
    ['', attack, seenBy, when, kept, ''].join(' | ').trim(),
  );
  expect(rows.toSorted()).toEqual(wanted.toSorted());
});

const isHead = (line: string): boolean => line.startsWith('| attack |');
