import { randomBytes } from 'node:crypto';
import {
  appendTo,
  getChallenge,
  mutualAuthenticate,
  selectApplication,
  splitAnswer,
  verifyCertificate,
} from '#card/apdu.ts';
import { applicationId, files } from '#card/profile/layout.ts';
import { bytesForTerminal } from '#card/profile/mutual-proof.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import { order, type TestTerminal } from './card-builders.ts';

/** A terminal that speaks to a card by hand, so that it can do each step wrong. */

/** The status word, four hex digits. */
export const sayTo = (card: VirtualCard, command: Uint8Array): string =>
  (splitAnswer(card.transmit(command))?.statusWord ?? 0).toString(16).padStart(4, '0');

export const bodyOf = (card: VirtualCard, command: Uint8Array): Uint8Array =>
  splitAnswer(card.transmit(command))?.body ?? new Uint8Array(0);

export const select = (card: VirtualCard): string => sayTo(card, selectApplication(applicationId));

export const present = (card: VirtualCard, certificate: Uint8Array): string =>
  sayTo(card, verifyCertificate(certificate));

/** MUTUAL AUTHENTICATE over the challenge that the card gave, with what is to be wrong about it. */
export function authenticate(
  card: VirtualCard,
  terminal: Pick<TestTerminal, 'sign'>,
  wrong: { readonly cardNumber?: string; readonly challenge?: Uint8Array } = {},
): string {
  const own = new Uint8Array(randomBytes(16));
  const given = wrong.challenge ?? bodyOf(card, getChallenge(16));
  const { cardNumber } = { ...order(), ...wrong };
  const signed = bytesForTerminal({ terminal: own, card: given, cardNumber });
  return sayTo(card, mutualAuthenticate(own, terminal.sign(signed)));
}

/** SELECT, certificate and mutual authentication; the last status word. */
export function enter(
  card: VirtualCard,
  terminal: TestTerminal,
  certificate: Uint8Array = terminal.certificate,
): string {
  select(card);
  const presented = present(card, certificate);
  return presented === '9000' ? authenticate(card, terminal) : presented;
}

export const append = (
  card: VirtualCard,
  record: Uint8Array,
  file: 'HEAD' | 'MED' | 'LEDGER' = 'LEDGER',
): string => sayTo(card, appendTo(files[file].sfi, record));
