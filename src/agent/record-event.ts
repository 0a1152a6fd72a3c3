import { type EventType, linkEvent, type SignedEvent } from '#domain/chain.ts';
import { addEvent, readChainHead } from '#store/events.ts';
import { findIdentity } from '#store/identity.ts';
import type { Writer } from '#store/open-store.ts';
import { keepCertainTime } from './certain-time.ts';
import { chainTools, type Terminal } from './terminal.ts';

/** Links, signs and adds one event inside the caller's transaction. */
export function recordEvent(
  terminal: Terminal,
  db: Writer,
  event: { readonly eventId: string; readonly type: EventType; readonly body: unknown },
): SignedEvent {
  const { clock, epoch, keys } = terminal;
  const wall = clock.now();
  const signed = linkEvent(
    readChainHead(db, epoch),
    {
      ...event,
      terminalId: keys.terminalId,
      epoch,
      wall,
      bootId: clock.bootId,
      mono: clock.mono(),
      lastServerTime: findIdentity(db)?.serverTime ?? null,
      manifestVersion: terminal.reference.manifestVersion,
      userId: terminal.desk.current.user?.userId ?? null,
    },
    { ...chainTools, sign: keys.chain.sign },
  );
  addEvent(db, signed);
  keepCertainTime(terminal, db, wall);
  return signed;
}
