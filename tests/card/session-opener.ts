import { randomBytes } from 'node:crypto';
import {
  type CardSession,
  openCardSession,
  type SessionOptions,
  type ShownIdentity,
} from '#card/open-session.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import type { AnyVirtualCard, VirtualCard } from '#card/virtual/virtual-card.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import { issuerKey, knows, otherPharmacy, pharmacy, today } from './card-builders.ts';

/** The pharmacy's, which knows the other one too. */
export const sessionOptions: SessionOptions = {
  issuerKeys: [issuerKey],
  today,
  randomBytes: (size) => new Uint8Array(randomBytes(size)),
  terminal: pharmacy,
  findTerminalKey: knows(pharmacy, otherPharmacy),
  onIdentity: () => {},
};

export interface Opened {
  readonly channel: CardChannel;
  readonly session: Result<CardSession, Failure>;
  /** What was shown meanwhile, with the commands that the card had been sent by then. */
  readonly shown: readonly { readonly identity: ShownIdentity; readonly apdus: number }[];
}

export async function openAt(
  card: VirtualCard,
  change: Partial<SessionOptions> = {},
): Promise<Opened> {
  const channel = await connectTo(card);
  const before = card.traffic().apdus;
  const shown: { identity: ShownIdentity; apdus: number }[] = [];
  const session = await openCardSession(channel, {
    ...sessionOptions,
    onIdentity: (identity) => shown.push({ identity, apdus: card.traffic().apdus - before }),
    ...change,
  });
  return { channel, session, shown };
}

/** The session, where it must have succeeded. */
export async function sessionAt(
  card: VirtualCard,
  change: Partial<SessionOptions> = {},
): Promise<{ readonly channel: CardChannel; readonly session: CardSession }> {
  const { channel, session } = await openAt(card, change);
  if (!session.ok) throw new Error(JSON.stringify(session.failure));
  return { channel, session: session.value };
}

export async function connectTo(card: AnyVirtualCard): Promise<CardChannel> {
  const service = createVirtualService();
  service.insert(card);
  const connected = await service.connect('Virtual reader');
  if (!connected.ok) throw new Error(connected.failure.code);
  return connected.value;
}
