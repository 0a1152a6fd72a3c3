import type { CardOrder } from '#contracts/card-sessions-api.ts';
import { paths } from '#contracts/server-api.ts';
import { addDays } from '#domain/dates.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { findSetting, recordSetting } from '#store/settings.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import type { Terminal } from './terminal.ts';

/** How soon the clerk looks again, in milliseconds. */
const pace = 2_000;
const fiveYears = 5 * 365;

/**
 * Plays the clerk at the insurer's cards, by the administrator's door like anybody else: orders renewals of the cards
 * that have run out, once, and lets a holder whose PIN is blocked set a new one. Answers what ends it.
 */
export function playClerk(
  terminal: Terminal,
  server: EmbeddedServer,
  insurer: DemoInsurer,
): () => void {
  const allowed = new Set<string>();
  let isBusy = false;
  const look = async () => {
    if (isBusy || !server.isRunning()) return;
    isBusy = true;
    // A centre that is away, or going away, is asked again at the next turn.
    await work(terminal, server, insurer, allowed).catch(() => undefined);
    isBusy = false;
  };
  const timer = setInterval(() => void look(), pace);
  return () => clearInterval(timer);
}

const settingName = 'demo-renewals-ordered';

async function work(
  terminal: Terminal,
  server: EmbeddedServer,
  { cards }: DemoInsurer,
  allowed: Set<string>,
): Promise<void> {
  const { card, clock, store } = terminal;
  if (findSetting(store.reader, settingName) === null) {
    const today = clock.today();
    const validity = { from: today, to: addDays(today, fiveYears) };
    for (const { cardNumber, kind, validity: present } of cards) {
      if (kind !== 'genuine' || present.to === null || present.to >= today) continue;
      await order(server, cardNumber, { work: 'renew-head', changes: { validity } });
    }
    store.commit((db) => recordSetting(db, settingName, true));
  }
  if (card?.pin?.state !== 'blocked' || allowed.has(card.cardNumber)) return;
  await order(server, card.cardNumber, { work: 'unblock-pin' });
  allowed.add(card.cardNumber);
}

async function order(
  server: EmbeddedServer,
  cardNumber: string,
  content: CardOrder,
): Promise<void> {
  const url = await server.url;
  if (!url.ok) return;
  const answer = await fetch(url.value + paths.cardOrders(cardNumber), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.adminToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(content),
  });
  if (!answer.ok) throw new Error(`refused: ${answer.status}`);
}
