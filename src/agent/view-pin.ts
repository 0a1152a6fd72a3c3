import type { PinView } from '#contracts/agent-views.ts';
import { isPermitted } from '#domain/roles.ts';
import type { Terminal } from './terminal.ts';

/** How the PIN stands of the visit's card, to those who may see its history; null where it asks for none. */
export function viewPin({ card, desk, visit }: Terminal): PinView | null {
  const role = desk.current.user?.role;
  if (card?.pin == null || card.cardNumber !== visit?.card.cardNumber) return null;
  return role !== undefined && isPermitted(role, 'medical-file') ? card.pin : null;
}
