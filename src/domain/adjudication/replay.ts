import { adjudicate } from './adjudicate.ts';
import type { Decision } from './decision.ts';
import type { AdjudicationInput } from './input.ts';
import type { CompiledPack } from './rule-pack.ts';

/**
 * Whether deciding the recorded input again with the pack gives the recorded decision, byte for byte.
 * `canonicalize` is JCS (RFC 8785), as UTF-8 bytes.
 */
export function replays(
  input: AdjudicationInput,
  decision: Decision,
  pack: CompiledPack,
  canonicalize: (value: unknown) => Uint8Array,
): boolean {
  const recorded = canonicalize(decision);
  const again = canonicalize(adjudicate(input, pack));
  return recorded.length === again.length && recorded.every((byte, i) => byte === again[i]);
}
