import { type FuzzedFlow, recordFlows } from './fuzz-flow.ts';

let flows: readonly FuzzedFlow[] | null = null;

/** What a coverage-guided engine calls with bytes of its own: the first says which flow, the others spoil it. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  flows ??= await recordFlows();
  const flow = flows[(bytes[0] ?? 0) % flows.length];
  // The engine hands over a Buffer, whose methods are stricter than those of the bytes of a card.
  const run = await flow?.run(Uint8Array.from(bytes.subarray(1)));
  if (run != null && run.problem !== null) throw new Error(`${flow?.name}: ${run.problem}`);
}
