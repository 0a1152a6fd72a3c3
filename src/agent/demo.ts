import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VirtualService } from '#card/transport/virtual-service.ts';
import { virtualOtherCards } from '#card/virtual/other-cards/index.ts';
import type { AnyVirtualCard } from '#card/virtual/virtual-card.ts';
import type { DemoView } from '#contracts/agent-views.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { DemoOtherCard } from '#fixtures/demo-insurer/demo-cards.ts';
import { buildDemoInsurer, type DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import type { Store } from '#store/open-store.ts';
import { findUser, recordUser } from '#store/users.ts';
import { openCardBox } from './demo-card-box.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { hashPin } from './sign-in.ts';
import type { Terminal } from './terminal.ts';

/** What the demo cards panel can do. */
export interface Demonstration {
  insertCard(cardId: string): Result<null, Failure>;
  removeCard(): void;
  /** Pulls the card out of the reader in the middle of the next record that is written to it. */
  tearNextWrite(): Result<null, Failure>;
  switchServer(running: boolean): Promise<void>;
}

const personaliseOtherCard = ({ kind, person, validity, ...card }: DemoOtherCard) =>
  virtualOtherCards[kind]({
    ...card,
    birth: person.birth,
    sex: person.sex,
    validFrom: validity.from,
    validTo: validity.to,
  });

/** The demo insurer of today, or one that is given; its signed reference written where terminal and server both read it. */
export function prepareDemo(
  folder: string,
  today: CalendarDate,
  insurer: DemoInsurer = buildDemoInsurer(today),
): { readonly insurer: DemoInsurer; readonly file: string } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'reference.json');
  writeFileSync(file, JSON.stringify(insurer.signed));
  return { insurer, file };
}

/** One demo user for each role, made at the first start; their PINs are on the sign-in screen. */
export async function enterDemoUsers(
  store: Store,
  { users }: DemoInsurer,
): Promise<Result<null, Failure>> {
  const changed = users.flatMap(({ pin, ...user }) => {
    const known = findUser(store.reader, user.userId);
    if (known !== null && known.licence === user.licence) return [];
    return [{ user, hash: known?.pinHash ?? hashDemoPin(pin) }];
  });
  if (changed.length === 0) return succeed(null);
  const hashed = await Promise.all(
    changed.map(async ({ user, hash }) => ({ ...user, pinHash: await hash })),
  );
  return store.commit((db) => {
    for (const { name, ...user } of hashed)
      recordUser(db, { ...user, nameAr: name.ar, nameEn: name.en });
    return null;
  });
}

const hashedPins = new Map<string, Promise<string>>();

/** Hashed once: these PINs are no secret, so that folders of one process may share the salt. */
function hashDemoPin(pin: string): Promise<string> {
  const hashed = hashedPins.get(pin) ?? hashPin(pin);
  hashedPins.set(pin, hashed);
  return hashed;
}

/** Demo cards in an in-process reader, and the switch of the embedded server. */
export function playDemo(
  folder: string,
  insurer: DemoInsurer,
  reader: VirtualService | null,
  server: EmbeddedServer | null,
  terminal: Terminal,
): Demonstration {
  const box = openCardBox(join(folder, 'cards'), insurer);
  let inserted: string | null = null;

  const takeCard = (cardId: string): AnyVirtualCard | null => {
    const own = insurer.cards.find((each) => each.cardId === cardId);
    if (own !== undefined) return box.take(own);
    const other = insurer.otherCards.find((each) => each.cardId === cardId);
    return other === undefined ? null : personaliseOtherCard(other);
  };
  const show = () => terminal.desk.update({ demo: view() });
  const view = (): DemoView => ({
    cards:
      reader === null
        ? []
        : [...insurer.cards, ...insurer.otherCards].map(({ cardId, title, story }) => ({
            cardId,
            title,
            story,
          })),
    inserted,
    isServerRunning: server?.isRunning() ?? null,
  });

  show();
  reader?.watch(() => {
    // A card that lost its power in the middle of a write is out of the reader too.
    if (inserted === null || reader.inserted() !== null) return;
    inserted = null;
    show();
  });
  return {
    insertCard(cardId) {
      const card = takeCard(cardId);
      if (card === null || reader === null) return failWith(failure('card-absent'));
      reader.insert(card);
      inserted = cardId;
      show();
      return succeed(null);
    },
    tearNextWrite() {
      const card = insurer.cards.find((each) => each.cardId === inserted);
      if (card === undefined) return failWith(failure('card-absent'));
      box.take(card).tearNextWrite();
      return succeed(null);
    },
    removeCard() {
      inserted = null;
      reader?.remove();
      show();
    },
    async switchServer(running) {
      if (server === null) return;
      await (running ? server.start() : server.stop());
      show();
      // Either way the window should say so now, and not at the next turn.
      terminal.wakeSync();
    },
  };
}
