import { describe, it } from 'vitest';
import { attacksAtCounter } from './attacks-at-counter.ts';

describe('an attack on a card at a counter, seen as docs/card-attacks.md says:', () => {
  it.each(attacksAtCounter)('$attack ($seenBy)', ({ attempt }) => attempt(), 240_000);
});
