import { expect } from 'vitest';
import type { OpenedTerminal } from './open-terminal.ts';

/** The desk is pushed after each turn of sync; the claim is looked at each time. */
export async function untilState(
  { call, until }: OpenedTerminal,
  claimId: string,
  state: string,
): Promise<void> {
  let seen = '';
  for (let turn = 0; turn < 20 && seen !== state; turn += 1) {
    seen = (await call.claims.find({ claimId })).state;
    if (seen === state) break;
    const before = (await until(() => true)).sync.lastContact;
    await until(({ sync }) => sync.lastContact !== before);
  }
  expect(seen).toBe(state);
}
