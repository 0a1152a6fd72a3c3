import {
  type PinState,
  pinStateOf,
  presentPin,
  readPinState,
  replacePin,
} from '#card/holder-pin.ts';
import { findPinPad, type PinPad } from '#card/pin-pad.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { Permission } from '#domain/roles.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { readFurtherBack } from './ledger-of-card.ts';
import { isOwnCard } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/** Asks how the PIN stands of a card whose HEAD speaks of one, behind everything that decides. */
export async function takePinState(card: CardAtHand): Promise<void> {
  if (!card.session.identity.hasPin) return;
  const read = await card.use(readPinState);
  // A card that does not say is not asked for older records: it would refuse them.
  card.pin = read.ok ? read.value : { state: 'not-set' };
  card.pad = await card.use((channel) => findPinPad(channel));
}

/**
 * The holder enters the PIN: it proves the holder in this visit, and the card shows its older records. The digits are overwritten; null where they are typed
 * on the reader's own keys.
 */
export function enterHolderPin(
  terminal: Terminal,
  digits: readonly number[] | null,
): Promise<Result<null, Failure>> {
  if (digits === null) return onPad(terminal, proving, (pad) => pad.verify());
  const pin = Uint8Array.from(digits);
  return withPin(terminal, proving, (channel) => presentPin(channel, pin));
}

/** The holder, who knows the PIN, replaces it; null for both where they are typed on the reader's own keys. */
export function changeHolderPin(
  terminal: Terminal,
  old: readonly number[] | null,
  next: readonly number[] | null,
): Promise<Result<null, Failure>> {
  if (old === null || next === null) return onPad(terminal, changing, (pad) => pad.change());
  const [present, wanted] = [Uint8Array.from(old), Uint8Array.from(next)];
  return withPin(terminal, changing, (channel) => replacePin(channel, present, wanted));
}

/** Whoever dispenses or treats may let the holder prove to be the one; a PIN is changed beside the medical file. */
const proving = ['medical-file', 'visit', 'dispense'] as const;
const changing = ['medical-file'] as const;
type Permitted = readonly [Permission, ...Permission[]];

const onPad = (
  terminal: Terminal,
  anyOf: Permitted,
  type: (pad: PinPad) => Promise<Result<Uint8Array, Failure>>,
): Promise<Result<null, Failure>> =>
  withPin(terminal, anyOf, async () => {
    const pad = terminal.card?.pad ?? null;
    if (pad === null) return failWith(failure('pin-pad-given-up'));
    const answered = await type(pad);
    return answered.ok ? pinStateOf(answered.value) : answered;
  });

async function withPin(
  terminal: Terminal,
  anyOf: Permitted,
  work: (channel: CardChannel) => Promise<Result<PinState, Failure>>,
): Promise<Result<null, Failure>> {
  const permitted = requirePermission(terminal, ...anyOf);
  if (!permitted.ok) return permitted;
  const { card, visit } = terminal;
  if (card === null) return failWith(failure('card-absent'));
  if (!isOwnCard(visit, card)) return failWith(failure('visit-absent'));
  const told = await card.use(work);
  if (!told.ok) return told;
  card.pin = told.value;
  const isRight = told.value.state === 'verified';
  card.pinProven = isRight ? { visitId: visit.visitId, at: terminal.clock.now() } : null;
  showVisit(terminal);
  if (told.value.state !== 'verified') return failWith(refusalOf(told.value));
  await readFurtherBack(terminal, card, () => terminal.card === card);
  return succeed(null);
}

const refusalOf = (pin: Exclude<PinState, { state: 'verified' }>): Failure =>
  pin.state === 'wanted'
    ? failure('card-pin-wrong', { triesLeft: pin.triesLeft })
    : failure(pin.state === 'blocked' ? 'card-pin-blocked' : 'card-pin-absent');
