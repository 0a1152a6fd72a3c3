import { refusal } from '#card/apdu.ts';
import { mayCarry } from '#card/carried-commands.ts';
import { setNewPin } from '#card/holder-pin.ts';
import { findPinPad } from '#card/pin-pad.ts';
import { statusWords } from '#card/status-words.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import type { CardWork } from '#contracts/card-sessions-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { createCardClient } from '#sync/card-client.ts';
import { type CarriedCard, carryCard } from '#sync/carry-card.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { isOwnCard } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { isRenewal } from './view-renewal.ts';

/** How long the centre may take for one step, in milliseconds: somebody stands at the counter. */
const patience = 10_000;

/** Asks the centre what it has for the card in the reader; a centre that is away offers nothing. */
export async function takeOffers(
  terminal: Terminal,
  card: CardAtHand,
  isCurrent: () => boolean,
): Promise<void> {
  const { desk } = terminal;
  if (desk.current.sync.link !== 'online' || card.session.identity.proof !== 'genuine') return;
  const client = await clientOf(terminal);
  const offers = client.ok ? await client.value.fetchOffers(card.cardNumber) : client;
  if (!offers.ok || !isCurrent()) return;
  card.offers = offers.value.works;
  showVisit(terminal);
}

/** Lets the insurer put on the card what it has for it. */
export async function renewCard(terminal: Terminal): Promise<Result<null, Failure>> {
  const permitted = requirePermission(terminal, 'visit', 'dispense');
  if (!permitted.ok) return permitted;
  const { card } = terminal;
  if (card === null) return failWith(failure('card-absent'));
  const works = card.offers.filter(isRenewal);
  return works.length === 0
    ? failWith(failure('card-order-absent'))
    : await letIssuerWork(terminal, card.cardNumber, works, null);
}

/**
 * The holder sets a new PIN, null on the reader's own keys; the insurer, who allowed it, opens the card for that and sees
 * nothing of it.
 */
export async function unblockHolderPin(
  terminal: Terminal,
  digits: readonly number[] | null,
): Promise<Result<null, Failure>> {
  const pin = digits === null ? null : Uint8Array.from(digits);
  const permitted = requirePermission(terminal, 'medical-file');
  if (!permitted.ok) return permitted;
  const { card, visit } = terminal;
  if (card === null) return failWith(failure('card-absent'));
  if (!isOwnCard(visit, card)) return failWith(failure('visit-absent'));
  try {
    return await letIssuerWork(terminal, card.cardNumber, ['unblock-pin'], pin);
  } finally {
    pin?.fill(0);
  }
}

/**
 * Takes the card from whoever holds it and carries the issuer's works to it, one after another; then it is read anew,
 * whatever came of them: after a reset nobody is authenticated to it any more.
 */
async function letIssuerWork(
  terminal: Terminal,
  cardNumber: string,
  works: readonly CardWork[],
  pin: Uint8Array | null,
): Promise<Result<null, Failure>> {
  const client = await clientOf(terminal);
  if (!client.ok) return client;
  const lent = await terminal.reader.borrowCard(async (channel) => {
    for (const work of works) {
      const request = { cardNumber, work };
      const done = await carryCard(client.value, request, carried(channel, work, pin));
      if (!done.ok) return done;
    }
    return succeed(null);
  });
  return lent.ok ? lent.value : lent;
}

/** The card as the issuer may reach it: by the commands that its work needs, and never by a PIN. */
const carried = (channel: CardChannel, work: CardWork, pin: Uint8Array | null): CarriedCard => ({
  transmit: async (command) =>
    mayCarry(work, command)
      ? await channel.transmit(command)
      : failWith(failure('server-answer-malformed', { step: 'relay1' })),
  async setNewPin() {
    if (work !== 'unblock-pin') return failWith(refusal('RESET PIN', statusWords.notPermitted));
    if (pin !== null) return await setNewPin(channel, pin);
    const pad = await findPinPad(channel);
    return pad === null ? failWith(failure('pin-pad-given-up')) : await pad.setNew();
  },
});

async function clientOf(terminal: Terminal) {
  const centre = await terminal.centre();
  if (!centre.ok) return centre;
  const { baseUrl, identity } = centre.value;
  return succeed(createCardClient({ baseUrl, timeoutMs: patience }, identity));
}
