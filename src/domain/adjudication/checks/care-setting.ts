import type { Stay } from '../../circumstances.ts';
import type { Money } from '../../money.ts';
import {
  decline,
  type LineBase,
  type LineContext,
  lineCheck,
  pass,
  reduce,
  refer,
} from '../check.ts';
import type { StayTerm } from '../contract-terms.ts';
import type { FactUsed } from '../evidence.ts';
import {
  aCode,
  aDay,
  aName,
  anAmount,
  aWord,
  days as daysShown,
  fromOperator,
  fromPack,
  itemShown,
} from '../shown.ts';
import {
  authorisedDays,
  bedClassOf,
  bedDaysLeft,
  daysAtFirstPrice,
  daysOfOnePeriod,
  findOverlap,
  grantedBedPrice,
  lengthOf,
} from '../stays.ts';

/**
 * Whether the encounter suits provider and item, and a stay the plan: its days, first and last included, without
 * an approval or as approvals of beds authorise them, and its classes of room. A better room is paid as the
 * plan's best where the contract lets the member bear the difference; a bed has no more days than the stay, one
 * price, one period of what is counted, and nobody lies in two. A setting in which it is not payable is the provider's mistake.
 */
export const careSetting = lineCheck({
  id: 'care-setting',
  requirements: ['M6'],
  reasons: [
    'setting-not-licensed',
    'setting-not-covered',
    'stay-unknown',
    'stay-too-long',
    'room-above-plan',
    'day-case-overnight',
    'room-upgraded',
    'bed-days-beyond-stay',
    'bed-price-changes',
    'bed-period-changes',
    'stay-overlaps',
  ],
  limit: {
    bearer: 'provider',
    units(base) {
      const term = stayTermOf(base);
      const stay = stayOf(base);
      if (term === null || stay === null || bedClassOf(term, base.line.itemCode) === null)
        return null;
      return bedDaysLeft(base, term, stay);
    },
  },
  lowers(base) {
    const term = stayTermOf(base);
    const perUnit = term === null ? null : upgradedFrom(base, term);
    return perUnit === null ? [] : [{ perUnit, bearer: 'member' }];
  },
  run(context) {
    const { input, pack, item, line, terms } = context;
    const { encounter, providerId } = input.claim;
    const provider = pack.provider(providerId);
    const facts = [fromOperator(input, 'encounter', aWord(encounter))];
    if (provider !== null && provider.settings?.includes(encounter) === false) {
      return decline('setting-not-licensed', 'provider', {
        shown: { provider: aName(provider.name), setting: aWord(encounter) },
        facts,
        nearest: otherEncounter,
      });
    }
    const term = terms?.settings ?? null;
    if (term !== null && !term.value.includes(encounter)) {
      const { clause } = term;
      const shown = { item: itemShown(item, line.itemCode), setting: aWord(encounter) };
      const nearest = otherEncounter;
      return decline('setting-not-covered', 'provider', { shown, facts, clause, nearest });
    }
    const { stay } = input.claim;
    if (encounter === 'day-case' && stay !== undefined && stay.from !== stay.to) {
      const days = [...facts, fromOperator(input, 'stay', daysShown(lengthOf(stay)))];
      return refer('day-case-overnight', { facts: days, nearest: otherEncounter });
    }
    return judgeStay(context, facts) ?? pass({ facts, clause: term?.clause ?? null });
  },
});

const otherEncounter = { kind: 'enter-encounter' } as const;

/** The plan's terms of a stay, where this is one. */
const stayTermOf = ({ input, pack, planCode }: LineBase): StayTerm | null =>
  input.claim.encounter !== 'inpatient' || planCode === null
    ? null
    : (pack.plan(planCode)?.stay ?? null);

/** The stay where its days can be. */
function stayOf({ input }: LineBase): Stay | null {
  const stay = input.claim.stay ?? null;
  return stay === null || stay.to < stay.from ? null : stay;
}

/** What a day in the plan's best room costs, where the line is a dearer one that the member may take; null: it is not. */
function upgradedFrom(base: LineBase, term: StayTerm): Money | null {
  const roomClass = bedClassOf(term, base.line.itemCode);
  const isUpgrade = roomClass !== null && !term.roomClasses.includes(roomClass);
  return isUpgrade && term.isUpgradePaidByMember === true ? grantedBedPrice(base, term) : null;
}

function judgeStay(context: LineContext, before: readonly FactUsed[]) {
  const { input } = context;
  const term = stayTermOf(context);
  if (term === null) return null;
  const stay = stayOf(context);
  const { clause } = term;
  const nearest = { kind: 'enter-stay' } as const;
  if (stay === null) {
    const facts = [...before, fromOperator(input, 'stay', null)];
    return refer('stay-unknown', { facts, clause, nearest });
  }
  const length = lengthOf(stay);
  const limit = authorisedDays(input, term, stay);
  const facts = [
    ...before,
    fromOperator(input, 'stay', daysShown(length)),
    fromOperator(input, 'room', aCode(stay.roomClass)),
    fromPack('stay', daysShown(limit ?? length)),
  ];
  if (limit !== null && length > limit) {
    const shown = { asked: daysShown(length), limit: daysShown(limit) };
    return refer('stay-too-long', { shown, facts, clause });
  }
  return (
    judgeRoom(context, term, stay, { facts, clause }) ??
    judgeBed(context, term, stay, { facts, clause })
  );
}

interface Details {
  readonly facts: readonly FactUsed[];
  readonly clause: string;
}

/** A room above the plan refers, unless the member may take it and the plan's own has a price. */
function judgeRoom(context: LineContext, term: StayTerm, stay: Stay, details: Details) {
  const bed = bedClassOf(term, context.line.itemCode);
  const roomClass = bed ?? stay.roomClass;
  if (term.roomClasses.includes(roomClass)) return null;
  const shown = { room: aCode(roomClass) };
  const granted = grantedBedPrice(context, term);
  if (term.isUpgradePaidByMember !== true || granted === null) {
    return refer('room-above-plan', { ...details, shown, nearest: { kind: 'enter-stay' } });
  }
  // What is no bed costs the same in every room.
  if (bed === null || (context.money?.lowered.member ?? 0) === 0) return null;
  return reduce('room-upgraded', 'member', {
    ...details,
    shown: { ...shown, price: anAmount(granted) },
    nearest: { kind: 'member-pays' },
  });
}

function judgeBed(context: LineContext, term: StayTerm, stay: Stay, details: Details) {
  const { line } = context;
  if (bedClassOf(term, line.itemCode) === null) return null;
  const overlap = findOverlap(context, term);
  if (overlap !== null) {
    const shown = { on: aDay(overlap.service.on) };
    return refer('stay-overlaps', { ...details, shown });
  }
  const atOnePrice = daysAtFirstPrice(context);
  if (atOnePrice < line.quantity) {
    const shown = { days: daysShown(atOnePrice) };
    const nearest = { kind: 'quantity', quantity: atOnePrice } as const;
    return refer('bed-price-changes', { ...details, shown, nearest });
  }
  const ofOnePeriod = daysOfOnePeriod(context);
  if (ofOnePeriod < line.quantity) {
    const shown = { days: daysShown(ofOnePeriod) };
    const nearest = { kind: 'quantity', quantity: ofOnePeriod } as const;
    return refer('bed-period-changes', { ...details, shown, nearest });
  }
  const left = bedDaysLeft(context, term, stay);
  if (left >= line.quantity) return null;
  const shown = { asked: daysShown(line.quantity), left: daysShown(left) };
  return left === 0
    ? decline('bed-days-beyond-stay', 'provider', { ...details, shown })
    : reduce('bed-days-beyond-stay', 'provider', {
        ...details,
        shown,
        nearest: { kind: 'quantity', quantity: left },
      });
}
