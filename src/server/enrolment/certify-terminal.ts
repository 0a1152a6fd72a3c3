import { type CardRole, issueCertificate } from '#card/profile/cvc.ts';
import type { Signer } from '#card/profile/p256.ts';
import type { TerminalRoles } from '#contracts/admin-api.ts';
import type { ItemKind } from '#domain/adjudication/contract-terms.ts';
import type { CompiledPack, Provider } from '#domain/adjudication/rule-pack.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { addMonths, dayOf, type Instant } from '#domain/dates.ts';

export interface CertifiedTerminal {
  readonly providerId: string;
  /** Compressed P-256 point, hex. */
  readonly cardKey: string;
  /** What it is to do at most; null: all that its provider may. */
  readonly cardRoles: TerminalRoles | null;
}

/** How long cards admit a terminal by one certificate. */
const validMonths = 12;

/**
 * Issues the terminal's card-verifiable certificate, from today for a year; 220 bytes in hex.
 * Null without an anchor, and for a provider that the rules do not know or let do nothing of it at a card.
 */
export function certifyTerminal(
  { providerId, cardKey, cardRoles }: CertifiedTerminal,
  anchor: Signer | null,
  pack: CompiledPack,
  now: Instant,
): string | null {
  const provider = pack.provider(providerId);
  if (anchor === null || provider === null || !isNameable(providerId)) return null;
  const today = dayOf(now);
  const roles = rolesOf(provider).filter((role) => isWithin(cardRoles, role));
  if (roles.length === 0) return null;
  const fields = {
    publicKey: fromHex(cardKey),
    providerId,
    roles,
    validity: { from: today, to: addMonths(today, validMonths) },
    issuedOn: today,
  };
  return toHex(issueCertificate(fields, anchor));
}

const isWithin = (limit: readonly CardRole[] | null, role: CardRole): boolean =>
  limit === null || limit.includes(role);

/** A certificate has room for 98 bytes. */
const isNameable = (providerId: string): boolean => {
  const { length } = new TextEncoder().encode(providerId);
  return length > 0 && length <= 98;
};

/** What is recorded as done rather than dispensed, a device that is fitted among it. */
const services = ['consultation', 'procedure', 'laboratory', 'imaging', 'device'] as const;

/** What cards let a provider's terminals do, by what it is licensed for. */
export function rolesOf({ licences }: Pick<Provider, 'licences'>): CardRole[] {
  const may = (kinds: readonly ItemKind[]) =>
    licences === null || kinds.some((kind) => licences.includes(kind));
  return [
    // Whoever may see the member may see the emergency data and what was supplied before.
    'MED',
    'LEDGER',
    ...(may(['medicine', 'device']) ? (['DISPENSE'] as const) : []),
    ...(may(['consultation']) ? (['DOCTOR'] as const) : []),
    ...(may(services) ? (['SERVICE'] as const) : []),
  ];
}
