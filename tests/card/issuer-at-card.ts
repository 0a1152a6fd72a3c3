import { randomBytes } from 'node:crypto';
import { resetPin } from '#card/apdu.ts';
import type { IssuerVisit } from '#card/issue/enter-as-issuer.ts';
import { type DistantCard, openRelay, type RelayStep } from '#card/issue/relay.ts';
import { encodePinBlock } from '#card/profile/pin-block.ts';
import type { AnyVirtualCard } from '#card/virtual/virtual-card.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { issuer, order, today } from './card-builders.ts';

/** The issuer's work on a virtual card, step by step as a terminal would carry it. */

export const visit = (change: Partial<IssuerVisit> = {}): IssuerVisit => ({
  issuer,
  cardNumber: order().cardNumber,
  today,
  seqKnown: 0,
  randomBytes: (size) => new Uint8Array(randomBytes(size)),
  ...change,
});

/** What the card was told on the way; null stands for the holder's PIN, of which the issuer sees nothing. */
export interface Carried<Done> {
  /** Null where the card was pulled: the work never came to its end. */
  readonly result: Result<Done, Failure> | null;
  readonly steps: readonly RelayStep<Done>['kind'][];
}

export async function carry<Done>(
  card: AnyVirtualCard,
  work: (card: DistantCard) => Promise<Result<Done, Failure>>,
  pin = Uint8Array.of(4, 7, 1, 1),
): Promise<Carried<Done>> {
  card.reset();
  const relay = openRelay(work);
  const steps: RelayStep<Done>['kind'][] = [];
  let step = await relay.step();
  for (;;) {
    steps.push(step.kind);
    if (step.kind === 'over') return { result: step.result, steps };
    const command = step.kind === 'command' ? step.command : resetPin(encodePinBlock(pin));
    const response = card.transmit(command);
    if (response.length === 0) return { result: null, steps };
    step = await relay.answer(succeed(response));
  }
}
