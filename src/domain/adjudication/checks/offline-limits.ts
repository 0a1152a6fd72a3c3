import { floorDivide } from '../../integers.ts';
import { add, least, type Money, money, zero } from '../../money.ts';
import { sha256Words } from '../../sha256.ts';
import { staleness } from '../ages.ts';
import { type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { CardLimits, OfflineTotals } from '../input.ts';
import type { OfflineLimits, StalenessLimit } from '../offline-terms.ts';
import { anAmount, aWord, fromPack, missing } from '../shown.ts';

/**
 * Bounds what a terminal lets through on its own: a floor per claim, totals and counts per member and per
 * terminal, and some claims in a thousand drawn from SHA-256 of the event's id. All bounds are inclusive and
 * amounts are the insurer's shares. What the issuer wrote on the card narrows them for its holder. A claim whose facts were just fetched from the centre is not bounded.
 */
export const offlineLimits = lineCheck({
  id: 'offline-limits',
  requirements: ['M3'],
  reasons: [
    'offline-floor-exceeded',
    'offline-member-limit',
    'offline-terminal-limit',
    'offline-drawn',
    'offline-totals-unknown',
  ],
  asks: ({ pack }) => pack.pack.offline.limits,
  run(context, limits) {
    const { input } = context;
    const { clause } = limits;
    const known = input.offline;
    if (known?.known !== true) {
      return refer('offline-totals-unknown', {
        facts: [missing('offline-terminal', 'terminal')],
        clause,
      });
    }
    const totals = known.value;
    if (totals.isOnline) {
      const online = aWord('decided-online');
      const { source, asOf } = known;
      return pass({ facts: [{ name: 'offline-terminal', value: online, source, asOf }], clause });
    }
    const claim = claimSoFar(context);
    const floor = floorOf(context, limits, totals.card);
    const facts = factsOf(context, totals, claim, floor);
    const exceeded = exceeds(limits, totals, claim);
    const nearest = { kind: 'connect' } as const;
    if (claim > floor) {
      const shown = { claim: anAmount(claim), floor: anAmount(floor) };
      return refer('offline-floor-exceeded', { shown, facts, clause, nearest });
    }
    if (exceeded !== null) return refer(exceeded, { facts, clause, nearest });
    if (isDrawn(input.eventId, limits.referPerThousand)) {
      return refer('offline-drawn', { facts, clause, nearest });
    }
    return pass({ facts, clause });
  },
});

/** Whether the event is among so many in a thousand, by the first word of SHA-256 of its id. */
export const isDrawn = (eventId: string, perThousand: number): boolean =>
  ((sha256Words(eventId)[0] ?? 0) >>> 0) % 1000 < perThousand;

/** The insurer's share of the claim up to and with this line. */
const claimSoFar = ({ allowedBefore, money: lineMoney }: LineContext): Money =>
  add(lineMoney?.share?.insurer ?? zero, ...allowedBefore.map(({ insurer }) => insurer));

function exceeds(limits: OfflineLimits, { card, member, terminal }: OfflineTotals, claim: Money) {
  const isOver = (used: OfflineTotals['member'], most: OfflineLimits['perMember']): boolean =>
    used.claims + 1 > most.claims || used.amount + claim > most.amount;
  if (isOver(member, narrowed(limits.perMember, card))) return 'offline-member-limit';
  return isOver(terminal, limits.perTerminal) ? 'offline-terminal-limit' : null;
}

function narrowed(
  ours: OfflineLimits['perMember'],
  card: CardLimits | undefined,
): OfflineLimits['perMember'] {
  if (card === undefined) return ours;
  const { amount, claims } = card;
  return {
    amount: least(ours.amount, amount ?? ours.amount),
    claims: claims !== null && claims < ours.claims ? claims : ours.claims,
  };
}

/** The contract's floor, halved once anything that the decision rests on is past its soft age; or the card's own. */
function floorOf(
  { input, pack }: LineContext,
  { floor }: OfflineLimits,
  card: CardLimits | undefined,
): Money {
  const { membership, hotlist, rulesAsOf, decidedAt } = input;
  const { offline } = pack.pack;
  const isSoft = (asOf: typeof decidedAt | undefined, limit: StalenessLimit | null): boolean =>
    asOf !== undefined && limit !== null && staleness(asOf, decidedAt, limit) !== 'fresh';
  const isStale =
    (membership.known && isSoft(membership.asOf, offline.membership)) ||
    (hotlist.known && isSoft(hotlist.asOf, offline.hotlist)) ||
    isSoft(rulesAsOf, offline.rules);
  const ours = isStale ? money(floorDivide(floor, 2)) : floor;
  return least(ours, card?.perClaim ?? ours);
}

function factsOf(
  { input }: LineContext,
  { card, member, terminal }: OfflineTotals,
  claim: Money,
  floor: Money,
): readonly FactUsed[] {
  const from = { source: 'terminal', asOf: input.decidedAt } as const;
  const isOfCard = card?.perClaim === floor;
  return [
    { name: 'claim-so-far', value: anAmount(claim), ...from },
    isOfCard
      ? { name: 'offline-floor', value: anAmount(floor), source: 'card', asOf: input.decidedAt }
      : fromPack('offline-floor', anAmount(floor)),
    { name: 'offline-member', value: anAmount(member.amount), ...from },
    { name: 'offline-terminal', value: anAmount(terminal.amount), ...from },
  ];
}
