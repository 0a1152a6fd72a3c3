import { failureTexts } from '#contracts/messages/failures.ts';
import { type CardFlow, cardFlows } from './flows.ts';
import { type Recording, recorded, replayed } from './replay.ts';
import { spoilingsFrom } from './spoil.ts';

/** A flow whose honest card was recorded, ready to be fuzzed as often as one likes. */
export interface FuzzedFlow {
  readonly name: string;
  /** Answers that the honest card gave. */
  readonly steps: number;
  /** Runs it once with answers spoilt as the bytes say. */
  run(bytes: Uint8Array): Promise<FuzzedRun>;
}

export interface FuzzedRun {
  /** How many answers the terminal was given. */
  readonly responses: number;
  /** Code of the failure, null where it came through. */
  readonly failure: string | null;
  /** What must never be: an exception, an endless conversation, a failure without a text. */
  readonly problem: string | null;
}

/** Records every flow once with an honest card; throws where that does not come through. */
export const recordFlows = (): Promise<FuzzedFlow[]> => Promise.all(cardFlows.map(recordFlow));

async function recordFlow(flow: CardFlow): Promise<FuzzedFlow> {
  const { channel, recording } = recorded(flow.insert());
  const honest = await flow.run(channel);
  if (!honest.ok) throw new Error(`${flow.name}: ${honest.failure.code}`);
  return {
    name: flow.name,
    steps: recording.answers.length,
    run: (bytes) => runSpoilt(flow, recording, bytes),
  };
}

async function runSpoilt(
  flow: CardFlow,
  recording: Recording,
  bytes: Uint8Array,
): Promise<FuzzedRun> {
  const { channel, told } = replayed(recording, spoilingsFrom(bytes));
  try {
    const result = await flow.run(channel);
    const failure = result.ok ? null : result.failure.code;
    const isTyped = failure === null || Object.hasOwn(failureTexts, failure);
    const problem = isTyped ? null : `a failure without a text: ${failure}`;
    return { responses: told.responses, failure, problem };
  } catch (error) {
    return { responses: told.responses, failure: null, problem: String(error) };
  }
}
