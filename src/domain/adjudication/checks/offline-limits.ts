import { floorDivide } from '../../integers.ts';
import { add, type Money, money, zero } from '../../money.ts';
import { sha256Words } from '../../sha256.ts';
import { staleness } from '../ages.ts';
import { type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { OfflineLimits } from '../contract-terms.ts';
import type { FactUsed } from '../evidence.ts';
import type { OfflineTotals } from '../input.ts';
import type { StalenessLimit } from '../rule-pack.ts';
import { anAmount, aWord, fromPack, missing } from '../shown.ts';

/**
 * Bounds what a terminal lets through on its own: a floor per claim, totals and counts per member and per
 * terminal, and some claims in a thousand drawn from SHA-256 of the event's id. All bounds are inclusive and
 * amounts are the insurer's shares. A claim whose facts were just fetched from the centre is not bounded.
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
    const floor = floorOf(context, limits);
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

function exceeds(limits: OfflineLimits, { member, terminal }: OfflineTotals, claim: Money) {
  const isOver = (used: OfflineTotals['member'], most: OfflineLimits['perMember']): boolean =>
    used.claims + 1 > most.claims || used.amount + claim > most.amount;
  if (isOver(member, limits.perMember)) return 'offline-member-limit';
  return isOver(terminal, limits.perTerminal) ? 'offline-terminal-limit' : null;
}

/** The floor, halved once anything that the decision rests on is past its soft age. */
function floorOf({ input, pack }: LineContext, { floor }: OfflineLimits): Money {
  const { membership, hotlist, rulesAsOf, decidedAt } = input;
  const { offline } = pack.pack;
  const isSoft = (asOf: typeof decidedAt | undefined, limit: StalenessLimit | null): boolean =>
    asOf !== undefined && limit !== null && staleness(asOf, decidedAt, limit) !== 'fresh';
  const isStale =
    (membership.known && isSoft(membership.asOf, offline.membership)) ||
    (hotlist.known && isSoft(hotlist.asOf, offline.hotlist)) ||
    isSoft(rulesAsOf, offline.rules);
  return isStale ? money(floorDivide(floor, 2)) : floor;
}

function factsOf(
  { input }: LineContext,
  { member, terminal }: OfflineTotals,
  claim: Money,
  floor: Money,
): readonly FactUsed[] {
  const from = { source: 'terminal', asOf: input.decidedAt } as const;
  return [
    { name: 'claim-so-far', value: anAmount(claim), ...from },
    fromPack('offline-floor', anAmount(floor)),
    { name: 'offline-member', value: anAmount(member.amount), ...from },
    { name: 'offline-terminal', value: anAmount(terminal.amount), ...from },
  ];
}
