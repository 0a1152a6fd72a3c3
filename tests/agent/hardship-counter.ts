import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { AgentOptions, Clock } from '#agent/agent.ts';
import { openAgent } from '#agent/open-agent.ts';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import type { CardImage } from '#card/issue/card-image.ts';
import { decodeHead } from '#card/profile/head.ts';
import type { CardService, ServiceLook } from '#card/transport/channel.ts';
import { createVirtualService, type VirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { CalendarDate, Instant } from '#domain/dates.ts';
import { addDays } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import type { Told } from './hardship-words.ts';
import { type OpenedTerminal, openTerminal } from './open-terminal.ts';

/** The means by which hardships are brought about at a terminal's counter. */

export const today = systemClock().today();
export const insurer = buildDemoInsurer(today);

/** A demo card's image, changed where a case says so. */
export function imageOf(cardId: string): CardImage {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no demo card ${cardId}`);
  return personaliseDemoCard(insurer, card);
}

export const cardOf = (cardId: string): VirtualCard => createVirtualCard(imageOf(cardId));

/** A card whose answers are given by the case; it has the reset of a real one. */
export const cardAnswering = (answer: (command: Uint8Array) => Uint8Array): VirtualCard => ({
  ...cardOf('samir'),
  transmit: answer,
});

/** A card whose issuer's signature has one bit turned. */
export function forgedCard(): VirtualCard {
  const image = imageOf('samir');
  const head = image.head.map((record) => {
    const read = decodeHead(record);
    if (!read.ok) throw new Error(read.failure.code);
    const forged = Uint8Array.from(record);
    const place = read.value.signedBytes.length + 10;
    forged[place] = (forged[place] ?? 0) ^ 1;
    return forged;
  });
  return createVirtualCard({ ...image, head });
}

export interface Counter extends OpenedTerminal {
  readonly reader: VirtualService;
}

/** Works at a terminal with a reader of the test's own, signed in as the pharmacist, then closes it. */
export async function atCounter<T>(
  folder: string,
  work: (counter: Counter) => Promise<T>,
  options: Partial<AgentOptions> = {},
): Promise<T> {
  const reader = createVirtualService();
  const terminal = await openTerminal(folder, { cardService: reader, ...options });
  const [pharmacist] = insurer.users.filter(({ role }) => role === 'pharmacist');
  if (pharmacist === undefined) throw new Error('no demo pharmacist');
  await terminal.call.session.signIn({ userId: pharmacist.userId, pin: pharmacist.pin });
  const done = await work({ ...terminal, reader });
  await terminal.close();
  return done;
}

/** Puts a card in; answers the visit that opens once its history is told. */
export async function present({ reader, until }: Counter, cardId: string): Promise<VisitView> {
  reader.insert(cardOf(cardId));
  const { visit } = await until(
    (desk) => desk.visit?.card.isPresent === true && desk.visit.history.state !== 'reading',
  );
  if (visit === null) throw new Error('no visit');
  return visit;
}

/** Puts a card in and saves a claim of one medicine. */
export async function saveClaimOf(counter: Counter, cardId: string): Promise<string> {
  await present(counter, cardId);
  await counter.call.visit.answerHolder({ answer: 'confirmed' });
  await counter.call.visit.addLine({ itemCode: 'MET-850' });
  await counter.until(({ visit }) => visit?.decision != null);
  const { claimId } = await counter.call.visit.save();
  await counter.until(({ cardWrite }) => cardWrite?.state !== 'writing');
  counter.reader.remove();
  await counter.until(({ visit, reader }) => visit === null && reader.state === 'empty');
  return claimId;
}

/** What the reader says when a card that it cannot use is put in. */
export const afterInserting = (card: VirtualCard | 'mute') => (folder: string) =>
  atCounter(folder, async (counter) => {
    counter.reader.insert(card);
    return tellReader(await counter.until(({ reader }) => reader.state === 'failed'));
  });

export const tellReader = ({ reader }: DeskView): Told[] =>
  reader.failure === null ? [] : [{ failure: reader.failure }];

export const tellSync = ({ sync }: DeskView): Told[] =>
  sync.lastFailure === null ? [] : [{ failure: sync.lastFailure }];

/** The first thing that stands against the visit of this card. */
export const afterPresenting = (card: () => VirtualCard) => (folder: string) =>
  atCounter(folder, async (counter): Promise<Told[]> => {
    counter.reader.insert(card());
    const { visit } = await counter.until((desk) => desk.visit !== null);
    return visit?.eligibility.findings.slice(0, 1).map((finding) => ({ finding })) ?? [];
  });

/** What the failing call of the contract says. */
export async function refusalOf(call: Promise<unknown>): Promise<Told[]> {
  try {
    await call;
    return [];
  } catch (error) {
    if (error instanceof Error && 'data' in error) return [{ failure: error.data as Failure }];
    throw error;
  }
}

/** What keeps the terminal from opening on its folder. */
export async function refusalToOpen(
  folder: string,
  options: Partial<AgentOptions> = {},
): Promise<Told[]> {
  const opened = await openAgent({ ...alone, folder, ...options });
  if (!opened.ok) return [{ failure: opened.failure }];
  await opened.value.close();
  return [];
}

export const alone = {
  server: { kind: 'none' },
  reference: { kind: 'demo' },
  cardService: null,
  keyWrap: null,
} as const;

/** Damages a file, says what is told meanwhile, and puts the file back: what is told must not have changed it. */
export async function whileDamaged(
  file: string,
  damage: (bytes: Buffer) => Buffer,
  tell: () => Promise<Told[]>,
): Promise<Told[]> {
  const sound = readFileSync(file);
  const damaged = damage(Buffer.from(sound));
  writeFileSync(file, damaged);
  const told = await tell();
  expect(readFileSync(file).equals(damaged)).toBe(true);
  writeFileSync(file, sound);
  return told;
}

export const clockOff = (days: number): Clock => ({
  ...systemClock(),
  now: () => new Date(Date.now() + days * 86_400_000).toISOString() as Instant,
  today: (): CalendarDate => addDays(today, days),
});

/** The insurer's reference of today as a file, or what stands in its place. */
export function referenceFile(
  folder: string,
  content: string | null = JSON.stringify(insurer.signed),
  key: Uint8Array = insurer.referenceKey,
): AgentOptions['reference'] {
  const path = join(folder, 'offered.json');
  if (content !== null) writeFileSync(path, content);
  return { kind: 'file', path, key, providerId: insurer.defaultProviderId };
}

/** A card service that has only this to say. */
export const serviceSaying = (look: ServiceLook): CardService => ({
  kind: 'pcsc',
  watch(listener) {
    listener(look);
    return () => undefined;
  },
  connect: () => Promise.reject(new Error('nothing to connect to')),
  close: () => undefined,
});
