import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { demand, getChallenge, mutualAuthenticate, verifyCertificate } from '../apdu.ts';
import type { Head } from '../profile/head.ts';
import type { LedgerHead } from '../profile/head-proof.ts';
import { challengeSize } from '../profile/layout.ts';
import type { LedgerWriter } from '../profile/ledger-builder.ts';
import { bytesForCard, bytesForTerminal } from '../profile/mutual-proof.ts';
import { isSignedBy } from '../profile/p256.ts';
import type { CardChannel } from '../transport/channel.ts';

/** By what a terminal proves itself to cards. */
export interface TerminalCredentials extends LedgerWriter {
  /** 220 bytes, for the key with which `sign` signs. */
  readonly certificate: Uint8Array;
}

/** What came of it. */
export type Entry =
  /** The card took the terminal's proof; its own holds if it was made over the head of its ledger. */
  | { readonly state: 'admitted'; proves(head: LedgerHead): boolean }
  | { readonly state: 'refused'; readonly refusal: Failure };

/**
 * Authenticates terminal and card to each other in 3 APDUs: certificate, GET CHALLENGE, MUTUAL AUTHENTICATE.
 * Fails only where nothing can be said of the card; what it answers is never a failure.
 */
export async function enterCard(
  channel: CardChannel,
  { cardNumber, cardKey }: Head,
  terminal: TerminalCredentials,
  randomBytes: (size: number) => Uint8Array,
): Promise<Result<Entry, Failure>> {
  const presented = await demand(channel, verifyCertificate(terminal.certificate), 'CERTIFICATE');
  if (!presented.ok) return asEntry(presented.failure);
  const given = await demand(channel, getChallenge(challengeSize), 'GET CHALLENGE');
  if (!given.ok) return asEntry(given.failure);
  if (given.value.length !== challengeSize) {
    return failWith(failure('card-answer-malformed', { step: 'GET CHALLENGE' }));
  }
  const challenges = { terminal: randomBytes(challengeSize), card: given.value, cardNumber };
  const signature = terminal.sign(bytesForTerminal(challenges));
  const command = mutualAuthenticate(challenges.terminal, signature);
  const answered = await demand(channel, command, 'MUTUAL AUTHENTICATE');
  if (!answered.ok) return asEntry(answered.failure);
  return succeed({
    state: 'admitted',
    proves: (head) => isSignedBy(cardKey, bytesForCard(challenges, head), answered.value),
  });
}

/** A status word is the card's answer; anything else says nothing of it. */
const asEntry = (reason: Failure): Result<Entry, Failure> =>
  reason.code === 'card-status' ? succeed({ state: 'refused', refusal: reason }) : failWith(reason);
