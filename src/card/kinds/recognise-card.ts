import { toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result } from '#domain/result.ts';
import { ask } from '../apdu.ts';
import { statusWords } from '../status-words.ts';
import type { CardChannel } from '../transport/channel.ts';
import type { CardKind, OtherCardReading } from './card-kind.ts';
import { cardKinds } from './index.ts';

/**
 * Reads a card that has refused the selection of MC-1. By then one command was spent: at most three more tell
 * which kind it is, and then it is read. Fails with `card-unknown` when it is none of them.
 */
export async function readOtherCard(
  channel: CardChannel,
): Promise<Result<OtherCardReading, Failure>> {
  for (const kind of listCandidates(toHex(channel.atr))) {
    const selected = await ask(channel, kind.selection, 'SELECT');
    if (!selected.ok) return selected;
    if (selected.value.statusWord === statusWords.done) return kind.read(channel);
  }
  return failWith(failure('card-unknown', { atr: toHex(channel.atr) }));
}

/** Those whose answer to reset it is, then those that their selection alone would tell. */
const listCandidates = (atr: string): readonly CardKind[] =>
  [
    ...cardKinds.filter((kind) => kind.atr.test(atr)),
    ...cardKinds.filter((kind) => kind.isNamedBySelection && !kind.atr.test(atr)),
  ].slice(0, mostSelections);

const mostSelections = 3;
