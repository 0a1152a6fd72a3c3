import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';

/** What somebody who works on a card that is elsewhere wants next, or what came of the work. */
export type RelayStep<Done> =
  | { readonly kind: 'command'; readonly command: Uint8Array }
  /** The holder chooses a PIN where the card is, and it is set there: only the card's answer comes back. */
  | { readonly kind: 'new-pin' }
  | { readonly kind: 'over'; readonly result: Result<Done, Failure> };

/** A card that is elsewhere: commands go there one by one, and R-APDUs come back. */
export interface DistantCard {
  transmit(command: Uint8Array): Promise<Result<Uint8Array, Failure>>;
  setNewPin(): Promise<Result<Uint8Array, Failure>>;
}

/** Work on a card, taken apart into steps. Whoever forgets it, forgets the work: nothing runs between two steps. */
export interface Relay<Done> {
  /** What is wanted now; the same until it is answered. */
  step(): Promise<RelayStep<Done>>;
  /** Hands in what the step in hand brought, and answers the next one. */
  answer(response: Result<Uint8Array, Failure>): Promise<RelayStep<Done>>;
}

/** Begins the work: it comes as far as the first thing that it wants of the card. */
export function openRelay<Done>(
  work: (card: DistantCard) => Promise<Result<Done, Failure>>,
): Relay<Done> {
  let wanted = Promise.withResolvers<RelayStep<Done>>();
  let give: ((response: Result<Uint8Array, Failure>) => void) | null = null;
  const want = (step: RelayStep<Done>): Promise<Result<Uint8Array, Failure>> =>
    new Promise((resolve) => {
      give = resolve;
      wanted.resolve(step);
    });
  work({
    transmit: (command) => want({ kind: 'command', command }),
    setNewPin: () => want({ kind: 'new-pin' }),
  }).then(
    (result) => wanted.resolve({ kind: 'over', result }),
    (bug: unknown) => wanted.reject(bug),
  );
  return {
    step: () => wanted.promise,
    answer(response) {
      const resume = give;
      if (resume === null) return wanted.promise;
      give = null;
      wanted = Promise.withResolvers();
      resume(response);
      return wanted.promise;
    },
  };
}
