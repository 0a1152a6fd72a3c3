import type { CardWork } from '#contracts/card-sessions-api.ts';
import { isOwnCard } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** Whether the visit's own card could be renewed now. */
export const isRenewalOffered = ({ card, visit }: Terminal): boolean =>
  card !== null && isOwnCard(visit, card) && card.offers.some(isRenewal);

/** What needs nothing of the holder. */
export const isRenewal = (work: CardWork): boolean => work !== 'unblock-pin';
