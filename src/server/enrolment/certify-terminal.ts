import { type CardRole, issueCertificate } from '#card/profile/cvc.ts';
import type { Signer } from '#card/profile/p256.ts';
import type { ItemKind } from '#domain/adjudication/contract-terms.ts';
import type { CompiledPack, Provider } from '#domain/adjudication/rule-pack.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { addMonths, dayOf, type Instant } from '#domain/dates.ts';

export interface CertifiedTerminal {
  readonly providerId: string;
  /** Compressed P-256 point, hex. */
  readonly cardKey: string;
}

/** How long cards admit a terminal by one certificate. */
const validMonths = 12;

/**
 * Issues the terminal's card-verifiable certificate, from today for a year; 220 bytes in hex.
 * Null without an anchor, and for a provider that the rules do not know or let do nothing at a card.
 */
export function certifyTerminal(
  { providerId, cardKey }: CertifiedTerminal,
  anchor: Signer | null,
  pack: CompiledPack,
  now: Instant,
): string | null {
  const provider = pack.provider(providerId);
  if (anchor === null || provider === null || !isNameable(providerId)) return null;
  const today = dayOf(now);
  const fields = {
    publicKey: fromHex(cardKey),
    providerId,
    roles: rolesOf(provider),
    validity: { from: today, to: addMonths(today, validMonths) },
    issuedOn: today,
  };
  return toHex(issueCertificate(fields, anchor));
}

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
