import { setImmediate } from 'node:timers/promises';
import type { AnyVirtualCard } from '#card/virtual/virtual-card.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import type { Counter } from './counter.ts';

/** Where they do it. */
export type AtCounter = Pick<Counter, 'call' | 'reader' | 'until'>;

/** What people do at a counter of the tear matrix. */

/**
 * Puts the card in and, once all of it is read, lets the work be done; then the card is out. Null where the card
 * was pulled before there was anything to work on.
 */
export async function visitWith<T>(
  { call, reader, until }: AtCounter,
  card: AnyVirtualCard,
  work: () => Promise<T>,
): Promise<T | null> {
  reader.insert(card);
  const isOut = (desk: DeskView) =>
    reader.inserted() === null && (desk.reader.state === 'empty' || isWaitedFor(desk));
  const desk = await until((shown) => isRead(shown) || isOut(shown));
  const done = isRead(desk) ? await work() : null;
  reader.remove();
  // Whatever was begun in the visit is over: the next case begins with an empty counter.
  if ((await until(() => true)).visit !== null) await call.visit.close();
  await until((shown) => shown.visit === null && isOut(shown));
  return done;
}

const isRead = ({ visit }: DeskView): boolean =>
  visit?.card.isPresent === true && visit.prescriptions.state !== 'reading';

const isWaitedFor = ({ reader }: DeskView): boolean => reader.state === 'same-card-wanted';

/** Asks for these, all of which are paid, and saves them; answers the claim once the card took it or was pulled. */
export async function dispense(counter: AtCounter, ...items: readonly string[]): Promise<string> {
  const { call } = counter;
  await call.visit.answerHolder({ answer: 'confirmed' });
  for (const itemCode of items) await call.visit.addLine({ itemCode });
  const { visit } = await counter.until((desk) => desk.visit?.decision != null);
  if (visit?.decision?.outcome !== 'approved') {
    throw new Error(`not all is paid: ${JSON.stringify(visit?.decision?.lines)}`);
  }
  return save(counter);
}

/** Orders a medicine on the card. */
export async function order(counter: AtCounter, itemCode: string): Promise<string> {
  const { call } = counter;
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.setDiagnoses({ codes: ['J02.9'] });
  await call.visit.prescribe({ itemCode, dose: 10, timesPerDay: 3, days: 7 });
  return save(counter);
}

async function save({ call, until }: AtCounter): Promise<string> {
  const { claimId } = await call.visit.save();
  await until(({ cardWrite }) => cardWrite?.claimId === claimId && cardWrite.state !== 'writing');
  return claimId;
}

/** What would be answered to a request for one item, which is then not dispensed. */
export async function askFor({ call, until }: AtCounter, itemCode: string): Promise<string> {
  await call.visit.answerHolder({ answer: 'confirmed' });
  const { lineId } = await call.visit.addLine({ itemCode });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  await call.visit.removeLine({ lineId });
  return visit?.decision?.lines[0]?.outcome ?? 'undecided';
}

/** Lets whatever else is ready go first. */
export const comeBack = (): Promise<void> => setImmediate();
