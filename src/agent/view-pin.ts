import type { PinView } from '#contracts/visit-views.ts';
import { isPermitted } from '#domain/roles.ts';
import { isOwnCard } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/**
 * How the PIN stands of the visit's card, to those who treat or dispense; null where it asks for none, or is
 * the card of somebody else: then it would open another's history.
 */
export function viewPin({ card, desk, visit }: Terminal): PinView | null {
  const role = desk.current.user?.role;
  if (card?.pin == null || !isOwnCard(visit, card)) return null;
  const maySee = (['medical-file', 'visit', 'dispense'] as const).some(
    (permission) => role !== undefined && isPermitted(role, permission),
  );
  return maySee ? card.pin : null;
}
