import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { replays } from '#domain/adjudication/replay.ts';
import { input, rulePack } from './builders.ts';

const pack = () => compilePack(rulePack());
const asBytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

it('a decision replays from its input and pack', () => {
  const decision = adjudicate(input(), pack());
  expect(replays(input(), decision, pack(), asBytes)).toBe(true);
});

it.each([
  ['one letter of it is another', { claimId: 'C-261122-0049' }],
  ['it says more', { claimId: 'C-261122-00480' }],
  ['it says less', { claimId: '' }],
])('a decision does not replay where %s', (_, changed) => {
  const decision = { ...adjudicate(input(), pack()), ...changed };
  expect(replays(input(), decision, pack(), asBytes)).toBe(false);
});

it.each([
  ['begins like the recorded one', [1, 2, 3], [1, 2]],
  ['goes on where the recorded one ends', [1, 2], [1, 2, 3]],
  ['differs in one byte', [1, 2, 3], [1, 9, 3]],
])('a decision does not replay where the other %s', (_, recorded, again) => {
  const decision = adjudicate(input(), pack());
  const toBytes = (value: unknown) => Uint8Array.from(value === decision ? recorded : again);
  expect(replays(input(), decision, pack(), toBytes)).toBe(false);
});
