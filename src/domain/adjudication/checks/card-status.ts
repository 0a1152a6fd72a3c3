import { ageInHours, staleness } from '../ages.ts';
import { type ClaimContext, claimCheck, decline, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { AdjudicationInput, HotlistEntry } from '../input.ts';

/**
 * Whether the card is blocked or outside its own validity, both ends included (brochure M5).
 * A card reported lost or stolen, or blocked for fraud, is accepted at the provider's risk; one that was
 * merely replaced, cancelled or has run out leaves its holder a private patient.
 */
export const cardStatus = claimCheck({
  id: 'card-status',
  requirements: ['M5'],
  reasons: [
    'card-lost',
    'card-stolen',
    'card-fraud',
    'card-replaced',
    'card-cancelled',
    'card-not-yet-valid',
    'card-expired',
    'card-validity-unknown',
    'hotlist-unknown',
    'hotlist-too-old',
  ],
  run(context) {
    const { card, hotlist } = context.input;
    const facts = factsOf(context.input);
    const entry = hotlist.known ? hotlist.value : null;

    // Whatever the list's age, a blocked card is never taken; only a hit proves anything by itself.
    if (entry !== null && isInForce(entry, context.input)) {
      const bearer = entry.why === 'replaced' || entry.why === 'cancelled' ? 'member' : 'provider';
      const since = { kind: 'instant', value: entry.since } as const;
      return decline(`card-${entry.why}`, bearer, {
        shown: { since },
        facts,
        nearest: { kind: 'see-patient' },
      });
    }
    // Without a card there is nothing to block: identity refers that.
    if (card.proof === 'none') return pass({ facts });
    return outsideValidity(context, facts) ?? unsureOfHotlist(context, facts) ?? pass({ facts });
  },
});

/** An announced block begins with its moment; proven fraud counts always. */
const isInForce = (entry: HotlistEntry, { decidedAt }: AdjudicationInput): boolean =>
  entry.since <= decidedAt || entry.why === 'fraud';

function outsideValidity({ input }: ClaimContext, facts: readonly FactUsed[]) {
  const { serviceDate } = input.claim;
  const validity = input.card.validity;
  // Other kinds need not say how long they hold.
  if (validity === null && input.card.proof === 'unauthenticated') return null;
  if (validity === null) {
    return refer('card-validity-unknown', { facts, nearest: { kind: 'insert-card' } });
  }
  if (serviceDate < validity.from) {
    return decline('card-not-yet-valid', 'member', {
      shown: { from: { kind: 'date', value: validity.from } },
      facts,
      nearest: { kind: 'wait-until', date: validity.from },
    });
  }
  if (validity.to !== null && serviceDate > validity.to) {
    return decline('card-expired', 'member', {
      shown: { to: { kind: 'date', value: validity.to } },
      facts,
      nearest: { kind: 'see-patient' },
    });
  }
  return null;
}

function unsureOfHotlist({ input, pack }: ClaimContext, facts: readonly FactUsed[]) {
  const { hotlist, decidedAt } = input;
  if (!hotlist.known) return refer('hotlist-unknown', { facts, nearest: { kind: 'connect' } });
  const limit = pack.pack.offline.hotlist;
  if (staleness(hotlist.asOf, decidedAt, limit) !== 'hard') return null;
  return refer('hotlist-too-old', {
    shown: {
      age: { kind: 'hours', value: ageInHours(hotlist.asOf, decidedAt) },
      limit: { kind: 'hours', value: limit.hardHours },
    },
    facts,
    nearest: { kind: 'connect' },
  });
}

function factsOf({ card, hotlist, decidedAt, claim }: AdjudicationInput): readonly FactUsed[] {
  const serviceDate: FactUsed = {
    name: 'service-date',
    value: { kind: 'date', value: claim.serviceDate },
    source: 'operator',
    asOf: decidedAt,
  };
  const listed: FactUsed = {
    name: 'hotlist',
    value: hotlist.known
      ? {
          kind: 'word',
          value: hotlist.value === null ? 'hotlist-clear' : `hotlist-${hotlist.value.why}`,
        }
      : null,
    source: hotlist.source,
    asOf: hotlist.known ? hotlist.asOf : null,
  };
  if (card.proof === 'none') return [listed, serviceDate];
  const validity: FactUsed = {
    name: 'card-validity',
    value: card.validity === null ? null : { kind: 'period', value: card.validity },
    source: 'card',
    asOf: decidedAt,
  };
  return [listed, validity, serviceDate];
}
