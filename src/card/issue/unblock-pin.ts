import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { refusal, splitAnswer } from '../apdu.ts';
import { statusWords } from '../status-words.ts';
import { enterAsIssuer, type IssuerVisit } from './enter-as-issuer.ts';
import type { DistantCard } from './relay.ts';

/**
 * Lets the holder set a new PIN where the card is: RESET RETRY COUNTER goes from the terminal to the card, so that
 * the issuer never sees the PIN, and only the card's answer comes here.
 */
export async function unblockPin(
  card: DistantCard,
  visit: IssuerVisit,
): Promise<Result<null, Failure>> {
  const entered = await enterAsIssuer(card, visit);
  if (!entered.ok) return entered;
  const set = await card.setNewPin();
  if (!set.ok) return set;
  const answer = splitAnswer(set.value);
  if (answer === null) return failWith(failure('card-answer-malformed', { step: 'RESET PIN' }));
  return answer.statusWord === statusWords.done
    ? succeed(null)
    : failWith(refusal('RESET PIN', answer.statusWord));
}
