/**
 * The operating system's card service as the `smartcard` package binds it: PC/SC through libpcsclite or
 * winscard, over Node-API. Typed here, since the package is optional and may not be there at all.
 * Its errors are plain `Error` whose text alone tells what happened.
 */
export interface Pcsc {
  /** Throws when the service is not running. Synchronous, as is all that does not return a promise. */
  openContext(): PcscContext;
  readonly shareExclusive: number;
  readonly protocolT0: number;
  readonly protocolT1: number;
  readonly resetCard: number;
  readonly leaveCard: number;
  readonly statePresent: number;
  readonly stateMute: number;
  /** Somebody has connected to the card, alone or with others. */
  readonly stateTaken: number;
}

/** One connection to the service. What one context waits for, no other call on it should interrupt. */
export interface PcscContext {
  listReaders(): PcscReader[];
  /**
   * Waits on a worker thread until a reader differs from the state given. Null after `cancel`, an empty
   * list after the timeout.
   */
  waitForChange(readers: PcscKnownState[], milliseconds: number): Promise<PcscState[] | null>;
  cancel(): void;
  /** Only while nothing is pending on this context. */
  close(): void;
}

export interface PcscKnownState {
  readonly name: string;
  /** As it came last; 0 asks for the present state at once. */
  readonly state: number;
}

export interface PcscState extends PcscKnownState {
  readonly atr: Uint8Array | null;
}

export interface PcscReader {
  readonly name: string;
  /** As it was when the readers were listed. */
  readonly state: number;
  connect(shareMode: number, protocols: number): Promise<PcscCard>;
}

export interface PcscCard {
  /** The protocol that the card and the reader agreed on. */
  readonly protocol: number;
  readonly atr: Uint8Array | null;
  /** The card's answer as it came; 61xx and 6Cxx are not followed. */
  transmit(command: Buffer, options: { readonly maxRecvLength: number }): Promise<Uint8Array>;
  /** Speaks to the reader itself, on a worker thread; left out where a reader is played that cannot. */
  control?(code: number, data: Buffer): Promise<Uint8Array>;
  /** Resets the card on a worker thread: `initialization` is `resetCard`. */
  reconnect(shareMode: number, protocol: number, initialization: number): Promise<number>;
  /** Synchronous: blocks while anything is under way on this context, and for as long as a reset takes. */
  disconnect(disposition: number): void;
}

/** A reader of this name stands for "readers were attached or detached". */
export const readersChanged = '\\\\?PnP?\\Notification';

/** Loads the binding; null when it is not installed or was not compiled. */
export async function loadPcsc(packageName: string = 'smartcard'): Promise<Pcsc | null> {
  try {
    const loaded: unknown = await import(packageName);
    return isBinding(loaded) ? wrap(loaded) : null;
  } catch {
    // Absent, uncompiled, or the system library is missing: each is a state that the caller names.
    return null;
  }
}

/** What the package exports, as far as it is used. */
interface Binding {
  readonly Context: new () => PcscContext;
  readonly SCARD_SHARE_EXCLUSIVE: number;
  readonly SCARD_PROTOCOL_T0: number;
  readonly SCARD_PROTOCOL_T1: number;
  readonly SCARD_RESET_CARD: number;
  readonly SCARD_LEAVE_CARD: number;
  readonly SCARD_STATE_PRESENT: number;
  readonly SCARD_STATE_MUTE: number;
  readonly SCARD_STATE_EXCLUSIVE: number;
  readonly SCARD_STATE_INUSE: number;
}

const numbers = [
  'SCARD_SHARE_EXCLUSIVE',
  'SCARD_PROTOCOL_T0',
  'SCARD_PROTOCOL_T1',
  'SCARD_RESET_CARD',
  'SCARD_LEAVE_CARD',
  'SCARD_STATE_PRESENT',
  'SCARD_STATE_MUTE',
  'SCARD_STATE_EXCLUSIVE',
  'SCARD_STATE_INUSE',
];

function isBinding(loaded: unknown): loaded is Binding {
  if (typeof loaded !== 'object' || loaded === null) return false;
  const exported = new Map<string, unknown>(Object.entries(loaded));
  return (
    typeof exported.get('Context') === 'function' &&
    numbers.every((name) => typeof exported.get(name) === 'number')
  );
}

const wrap = (binding: Binding): Pcsc => ({
  openContext: () => new binding.Context(),
  shareExclusive: binding.SCARD_SHARE_EXCLUSIVE,
  protocolT0: binding.SCARD_PROTOCOL_T0,
  protocolT1: binding.SCARD_PROTOCOL_T1,
  resetCard: binding.SCARD_RESET_CARD,
  leaveCard: binding.SCARD_LEAVE_CARD,
  statePresent: binding.SCARD_STATE_PRESENT,
  stateMute: binding.SCARD_STATE_MUTE,
  stateTaken: binding.SCARD_STATE_EXCLUSIVE | binding.SCARD_STATE_INUSE,
});
