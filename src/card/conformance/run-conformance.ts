import { fromHex } from '#domain/chain.ts';
import { splitAnswer } from '../apdu.ts';
import { areEqual, concatBytes } from '../profile/bytes.ts';
import { decodeHead } from '../profile/head.ts';
import { bytesToProve, findHeadProof } from '../profile/head-proof.ts';
import { hashOfRecord, noRecordHash } from '../profile/ledger-codec.ts';
import { bytesForCard } from '../profile/mutual-proof.ts';
import { isSignedBy } from '../profile/p256.ts';
import { showStatusWord } from '../status-words.ts';
import type { CardChannel } from '../transport/channel.ts';
import { type Captured, cardNumberOf, computeField, headOf } from './fields.ts';
import { type ConformanceCase, type Exchange, listCases } from './script.ts';

export interface CaseResult {
  readonly topic: string;
  readonly case: string;
  readonly clause: string;
  /** What went otherwise than the script says, with the command; null where nothing did. */
  readonly trouble: string | null;
}

/** Resets the card and gives a fresh hold on it. */
export type Reconnect = () => Promise<CardChannel>;

/** Runs every script against the card, which is written to: one that is personalised with `testKeys`. */
export async function runConformance(
  reconnect: Reconnect,
  cases: readonly ConformanceCase[] = listCases(),
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { steps, ...about } of cases) {
    results.push({ ...about, trouble: await runCase(reconnect, steps) });
  }
  return results;
}

async function runCase(
  reconnect: Reconnect,
  steps: ConformanceCase['steps'],
): Promise<string | null> {
  const captured: Captured = new Map();
  let channel: CardChannel | null = null;
  try {
    for (const step of steps) {
      if (step === 'reset' || channel === null) {
        await channel?.close();
        channel = await reconnect();
      }
      if (step === 'reset') continue;
      const trouble = await exchange(channel, step, captured);
      if (trouble !== null) return trouble;
    }
    return null;
  } finally {
    await channel?.close();
  }
}

async function exchange(
  channel: CardChannel,
  step: Exchange,
  captured: Captured,
): Promise<string | null> {
  const command = computeCommand(step.send, captured);
  const sent = await channel.transmit(command);
  if (!sent.ok) return `${step.send}: ${sent.failure.code}`;
  const answer = splitAnswer(sent.value);
  if (answer === null) return `${step.send}: no status word`;
  const { body, statusWord } = answer;
  const word = showStatusWord(statusWord).toUpperCase();
  const expected = [step.expect].flat();
  if (!expected.includes(word)) return `${step.send}: ${word} instead of ${expected.join(' or ')}`;
  if (step.length !== undefined && body.length !== step.length) {
    return `${step.send}: ${body.length} bytes instead of ${step.length}`;
  }
  const before = captured.get(step.capture ?? 'challenge');
  if (step.capture !== undefined) captured.set(step.capture, body);
  const holds = step.check === undefined || checks[step.check]({ command, body, before, captured });
  return holds ? null : `${step.send}: the check "${step.check}" does not hold`;
}

/** Hex and fields; spaces between them mean nothing. */
function computeCommand(text: string, captured: Captured): Uint8Array {
  const parts = text.match(/\{[^}]+\}|[0-9A-F]+/g) ?? [];
  return concatBytes(
    ...parts.map((part) => {
      if (!part.startsWith('{')) return fromHex(part);
      const field = computeField(part.slice(1, -1), captured);
      if (field === null) throw new RangeError(`no field is called ${part}`);
      return field;
    }),
  );
}

interface Checked {
  readonly command: Uint8Array;
  readonly body: Uint8Array;
  /** The challenge before this one, or what bore the captured name. */
  readonly before: Uint8Array | undefined;
  readonly captured: Captured;
}

const checks: Readonly<Record<NonNullable<Exchange['check']>, (checked: Checked) => boolean>> = {
  different: ({ before, body }) => before === undefined || !areEqual(before, body),
  internal({ body, captured, command }) {
    const proof = findHeadProof(body);
    const key = cardKeyOf(captured);
    if (proof === null || key === null) return false;
    return isSignedBy(key, bytesToProve(command.slice(5, 21), proof.head), proof.signature);
  },
  /** The answer to MUTUAL AUTHENTICATE holds over record 1 as it was read after it. */
  mutual({ captured }) {
    const key = cardKeyOf(captured);
    const [own, challenge, proof] = ['own', 'challenge', 'proof'].map((name) => captured.get(name));
    if (key === null || own === undefined || challenge === undefined || proof === undefined) {
      return false;
    }
    const newest = captured.get('newest') ?? new Uint8Array();
    const hash = newest.length === 0 ? noRecordHash : hashOfRecord(newest);
    const challenges = { terminal: own, card: challenge, cardNumber: cardNumberOf(captured) };
    return isSignedBy(key, bytesForCard(challenges, { seq: headOf(captured).seq, hash }), proof);
  },
};

function cardKeyOf(captured: Captured): Uint8Array | null {
  const head = decodeHead(captured.get('head') ?? new Uint8Array());
  return head.ok ? head.value.head.cardKey : null;
}

/** One line a case, and how many there were. */
export const tellConformance = (results: readonly CaseResult[]): string =>
  [
    ...results.map(({ case: name, clause, topic, trouble }) =>
      trouble === null
        ? `passed  ${topic}: ${name}`
        : `FAILED  ${topic}: ${name}\n        ${trouble}\n        ${clause}`,
    ),
    countCases(results),
  ].join('\n');

export function countCases(results: readonly CaseResult[]): string {
  const failed = results.filter(({ trouble }) => trouble !== null).length;
  return `${results.length - failed} passed, ${failed} failed`;
}
