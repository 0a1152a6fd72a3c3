import { addDays, type CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { proveCardKey } from '../authentication/active.ts';
import { enterCard, type TerminalCredentials } from '../authentication/mutual.ts';
import { type CardRole, issueCertificate } from '../profile/cvc.ts';
import type { SignedHead } from '../profile/head.ts';
import type { LedgerHead } from '../profile/head-proof.ts';
import { challengeSize } from '../profile/layout.ts';
import { isSignedBy, type Signer, terminalKeyIdOf } from '../profile/p256.ts';
import { readHead } from '../read-head.ts';
import type { CardChannel } from '../transport/channel.ts';
import type { DistantCard } from './relay.ts';

/** The issuer, and the card on which it wants to work. */
export interface IssuerVisit {
  /** The key that signs HEAD, which every card of this issuer holds as its issuer anchor. */
  readonly issuer: Signer;
  readonly cardNumber: string;
  readonly today: CalendarDate;
  /** The newest ledger record that the card is known to hold: one that holds less was rolled back. 0 for none. */
  readonly seqKnown: number;
  randomBytes(size: number): Uint8Array;
}

/** A card that proved itself to the issuer and admitted it. */
export interface EnteredCard {
  readonly channel: CardChannel;
  readonly signed: SignedHead;
  /** The head of its ledger, as the card proved it. */
  readonly ledgerHead: LedgerHead;
  readonly issuer: TerminalCredentials;
}

/**
 * SELECT, HEAD, INTERNAL AUTHENTICATE and MUTUAL AUTHENTICATE as the issuer. The role that the work needs besides
 * ISSUER is all that the certificate grants: without LEDGER not even the newest record can be read.
 * Fails with 'card-changed' for another card and 'issuer-refused-card' for one that does not prove itself.
 */
export async function enterAsIssuer(
  card: DistantCard,
  visit: IssuerVisit,
  roles: readonly CardRole[] = [],
): Promise<Result<EnteredCard, Failure>> {
  const { cardNumber, issuer, randomBytes, seqKnown, today } = visit;
  const channel = channelTo(card);
  const read = await readHead(channel);
  if (!read.ok) return read;
  const { head, signature, signedBytes } = read.value;
  if (head.cardNumber !== cardNumber) return failWith(failure('card-changed'));
  if (!isSignedBy(issuer.publicKey, signedBytes, signature)) return refuse('other-issuer');
  const proven = await proveCardKey(channel, head.cardKey, randomBytes(challengeSize));
  if (!proven.ok) return proven;
  const ledgerHead = proven.value;
  if (ledgerHead === null) return refuse('copy');
  if (ledgerHead.seq < seqKnown) return refuse('rolled-back');
  const credentials = certifyIssuer(issuer, today, ['ISSUER', ...roles]);
  const entry = await enterCard(channel, head, credentials, randomBytes);
  if (!entry.ok) return entry;
  if (entry.value.state === 'refused') return failWith(entry.value.refusal);
  if (!entry.value.proves(ledgerHead)) return refuse('copy');
  return succeed({ channel, signed: read.value, ledgerHead, issuer: credentials });
}

/** Why the issuer leaves a card alone. */
export const refuse = (
  why: 'other-issuer' | 'copy' | 'rolled-back' | 'forged' | 'unverified',
): Result<never, Failure> => failWith(failure('issuer-refused-card', { why }));

/** The issuer certifies itself for this day and the next. */
const certifyIssuer = (
  issuer: Signer,
  today: CalendarDate,
  roles: readonly CardRole[],
): TerminalCredentials => ({
  certificate: issueCertificate(
    {
      publicKey: issuer.publicKey,
      providerId: 'issuer',
      roles,
      validity: { from: today, to: addDays(today, 1) },
      issuedOn: today,
    },
    issuer,
  ),
  keyId: terminalKeyIdOf(issuer.publicKey),
  sign: issuer.sign,
});

/** Whoever holds the reader gives the card back; its answer to reset is of no use here. */
const channelTo = ({ transmit }: DistantCard): CardChannel => ({
  reader: '',
  atr: new Uint8Array(0),
  transmit,
  close: async () => undefined,
});
