import { systemClock } from '#agent/system-clock.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { InsteadOfCard } from '#domain/adjudication/input.ts';
import { addDays } from '#domain/dates.ts';
import type { OpenedTerminal } from './open-terminal.ts';

/** How somebody comes to be served without a card of their own, and what the claim says of it. */
export interface WayWithoutCard {
  readonly name: string;
  /** The demo card that goes in first; null: none. */
  readonly card: string | null;
  take(terminal: OpenedTerminal): Promise<unknown>;
  readonly states: InsteadOfCard;
  readonly memberNumber: string;
  /** What a doctor may give them and the contract pays. */
  readonly item: string;
}

export const today = systemClock().today();

/** Members of the demonstration who are served on other cards or on none. */
export const members = {
  samir: '1042778155',
  omar: '1042778171',
  george: '1050220314',
  rana: '1050220322',
  elias: '1050220348',
  yazan: '1061904498',
};

export const ways: readonly WayWithoutCard[] = [
  {
    name: 'a member whose card was forgotten',
    card: null,
    take: ({ call }) =>
      call.visit.openWithoutCard({ memberNumber: members.samir, why: 'forgotten' }),
    states: { kind: 'member-number', why: 'forgotten' },
    memberNumber: members.samir,
    item: 'LAB-CBC',
  },
  {
    name: 'a member whose card is broken',
    card: null,
    take: ({ call }) => call.visit.openWithoutCard({ memberNumber: members.george, why: 'broken' }),
    states: { kind: 'member-number', why: 'broken' },
    memberNumber: members.george,
    item: 'LAB-CBC',
  },
  {
    name: 'an emergency',
    card: null,
    take: ({ call }) =>
      call.visit.openWithoutCard({ memberNumber: members.omar, why: 'emergency' }),
    states: { kind: 'emergency' },
    memberNumber: members.omar,
    item: 'CON-ER',
  },
  {
    name: "a child on its guardian's card",
    card: 'george',
    take: ({ call }) => call.visit.serveChild({ memberNumber: members.elias }),
    states: {
      kind: 'guardian-card',
      guardian: { memberNumber: members.george, policyNumber: '4170002050' },
    },
    memberNumber: members.elias,
    item: 'CON-PED',
  },
  {
    name: "a newborn on its mother's card",
    card: 'rana',
    take: ({ call }) => call.visit.serveNewborn({ born: addDays(today, -3), sex: 'female' }),
    states: { kind: 'mother-card' },
    memberNumber: members.rana,
    item: 'CON-PED',
  },
];

/** Puts a demo card in and waits until all of it is told. */
export async function insert({ call, until }: OpenedTerminal, cardId: string): Promise<VisitView> {
  await call.demo.removeCard();
  await call.demo.insertCard({ cardId });
  return visitOf(await until(({ visit }) => isRead(visit)));
}

const isRead = (visit: VisitView | null): boolean =>
  visit?.card.isPresent === true &&
  visit.history.state !== 'reading' &&
  visit.med.state !== 'reading';

/** Goes the way to its visit, not yet confirmed. */
export async function take(terminal: OpenedTerminal, way: WayWithoutCard): Promise<VisitView> {
  if (way.card !== null) await insert(terminal, way.card);
  await way.take(terminal);
  return visitOf(await terminal.until(({ visit }) => visit?.insteadOfCard != null));
}

/** Confirms the person and asks for one item; the visit with its decision. */
export async function ask({ call, until }: OpenedTerminal, itemCode: string): Promise<VisitView> {
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode });
  return visitOf(await until(({ visit }) => visit?.decision != null));
}

export function visitOf({ visit }: { readonly visit: VisitView | null }): VisitView {
  if (visit === null) throw new Error('no visit is open');
  return visit;
}
