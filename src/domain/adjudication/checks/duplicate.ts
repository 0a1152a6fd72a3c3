import type { ClaimLine, ServicePlace } from '../../claims.ts';
import { addDays, type Period } from '../../dates.ts';
import type { PastService } from '../../history.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { ServiceGroup } from '../contract-terms.ts';
import type { DuplicateTerm } from '../item-rule.ts';
import {
  historyFacts,
  isHistoryMissing,
  listPast,
  type PlacedService,
  whereHistoryIs,
} from '../past-services.ts';
import { distinctionOf } from '../places.ts';
import { aDay, aName, fromPack, itemShown, serviceDateOf } from '../shown.ts';

/**
 * Keeps one service from being paid twice (brochure M4): in the claim or within the rule's window either
 * way, at any provider. Two that differ in site, side, tooth, surface, session or modifier are two services;
 * where an earlier record does not say which it was, that refers. Services that exclude or contain each other
 * count as the same on one day. A duplicate is the provider's to bear.
 */
export const duplicate = lineCheck({
  id: 'duplicate',
  requirements: ['M4'],
  reasons: [
    'duplicate-in-claim',
    'duplicate-service',
    'exclusive-service',
    'part-of-panel',
    'duplicate-possible',
    'panel-after-part',
    'service-history-unknown',
  ],
  asks({ pack, item, terms }) {
    if (item === null) return null;
    const groups = pack.pack.serviceGroups.filter((group) => names(group, item.code));
    const term = terms?.duplicate ?? null;
    return term === null && groups.length === 0 ? null : { term, groups };
  },
  run(context, { term, groups }) {
    const { input, line, item } = context;
    const window = term?.value.windowDays ?? 0;
    const day = input.claim.serviceDate;
    const period = { from: addDays(day, -window), to: addDays(day, window) };
    const clause = term?.clause ?? groups[0]?.clause ?? null;
    const facts = [
      ...historyFacts(input, ({ itemCode }) => itemCode === line.itemCode),
      serviceDateOf(input),
    ];
    const shown = { item: itemShown(item, line.itemCode) };
    const same = term === null ? null : findSame(context, term.value, period);
    const beside = findBeside(context, groups);
    return (
      same?.certain ??
      beside?.certain ??
      same?.possible ??
      beside?.possible ??
      (isHistoryMissing(input, period.from)
        ? refer('service-history-unknown', {
            shown,
            facts,
            clause,
            nearest: whereHistoryIs(input.services),
          })
        : pass({ facts, clause }))
    );
  },
});

const askInsurer = { kind: 'request-approval' } as const;

type Likeness = 'same' | 'other' | 'unsure';

function findSame(context: LineContext, term: DuplicateTerm, period: Period) {
  const { input, line, item, terms } = context;
  const clause = terms?.duplicate?.clause ?? null;
  const shown = { item: itemShown(item, line.itemCode) };
  const isSameCode = ({ itemCode }: { readonly itemCode: string }) => itemCode === line.itemCode;
  const facts = [...historyFacts(input, isSameCode), serviceDateOf(input)];
  // Where it is another service after all, saying which one tells the two apart.
  const { parts: told, modifiers } = distinctionOf(item, terms);
  const canTell = told.length + modifiers.length > 0;
  const nearest = { kind: canTell ? 'enter-place' : 'leave-out' } as const;
  const here = context.allowedThatDay
    .filter(isSameCode)
    .map((other) => likeness(line, other.place ?? null, other.modifier ?? null, term));
  const earlier = listPast(input, period, isSameCode).map((placed) => ({
    placed,
    likeness: likenessOf(line, placed.service, term),
  }));
  const found = earlier.find((one) => one.likeness === 'same');
  const perhaps = earlier.find((one) => one.likeness === 'unsure');
  return {
    certain: here.includes('same')
      ? decline('duplicate-in-claim', 'provider', { shown, facts, clause, nearest })
      : found === undefined
        ? null
        : decline('duplicate-service', 'provider', {
            shown: { ...shown, last: aDay(found.placed.service.on) },
            facts: [...facts, factOf(found.placed)],
            clause,
            nearest,
          }),
    possible:
      perhaps === undefined && !here.includes('unsure')
        ? null
        : refer('duplicate-possible', {
            shown,
            facts: perhaps === undefined ? facts : [...facts, factOf(perhaps.placed)],
            clause,
            // What the earlier record left out, nobody here can say.
            nearest: perhaps?.placed.service.place === null ? askInsurer : nearest,
          }),
  };
}

/** Services of the line's groups in the claim or on the same day: they exclude it, contain it, or are parts. */
function findBeside(context: LineContext, groups: readonly ServiceGroup[]) {
  const { input, line, pack, item } = context;
  const day = input.claim.serviceDate;
  const isOther = ({ itemCode }: { readonly itemCode: string }) => itemCode !== line.itemCode;
  const codes = new Set([
    ...context.allowedThatDay.filter(isOther).map(({ itemCode }) => itemCode),
    ...listPast(input, { from: day, to: day }, isOther).map(({ service }) => service.itemCode),
  ]);
  const facts = [...historyFacts(input, isOther), serviceDateOf(input)];
  const details = (group: ServiceGroup, other: string) => {
    const otherItem = pack.item(other);
    return {
      shown: {
        item: itemShown(item, line.itemCode),
        other: itemShown(otherItem, other),
      },
      facts: [...facts, fromPack('item', otherItem === null ? null : aName(otherItem.name))],
      clause: group.clause,
    };
  };
  for (const group of groups) {
    const others = [...codes];
    if ('exclusive' in group) {
      const other = others.find((code) => group.exclusive.includes(code));
      if (other === undefined) continue;
      return {
        certain: decline('exclusive-service', 'provider', details(group, other)),
        possible: null,
      };
    }
    if (codes.has(group.panel)) {
      const said = decline('part-of-panel', 'provider', details(group, group.panel));
      return { certain: said, possible: null };
    }
    const part =
      line.itemCode === group.panel ? others.find((code) => group.parts.includes(code)) : undefined;
    if (part !== undefined) {
      return { certain: null, possible: refer('panel-after-part', details(group, part)) };
    }
  }
  return null;
}

const names = (group: ServiceGroup, code: string): boolean =>
  'exclusive' in group
    ? group.exclusive.includes(code)
    : group.panel === code || group.parts.includes(code);

const likenessOf = (line: ClaimLine, service: PastService, term: DuplicateTerm): Likeness =>
  likeness(line, service.place, service.modifier, term);

/** Whether two services of one code are one: every part that both name must agree. */
function likeness(
  line: ClaimLine,
  place: ServicePlace | null,
  modifier: string | null,
  term: DuplicateTerm,
): Likeness {
  const accepted = (code: string | null) =>
    code !== null && term.modifiers.includes(code) ? code : null;
  if (accepted(line.modifier ?? null) !== accepted(modifier)) return 'other';
  const own: ServicePlace = line.place ?? {};
  const theirs: ServicePlace = place ?? {};
  const told = parts.map((part) => compare(part, own[part], theirs[part]));
  if (told.includes('other')) return 'other';
  return told.includes('unsure') ? 'unsure' : 'same';
}

const parts = ['site', 'side', 'tooth', 'surface', 'session'] as const;

function compare(
  part: (typeof parts)[number],
  a: string | number | undefined,
  b: string | number | undefined,
): Likeness {
  if (a === b) return 'same';
  if (a === undefined || b === undefined) return 'unsure';
  // Both sides contain either.
  return part === 'side' && (a === 'both' || b === 'both') ? 'same' : 'other';
}

const factOf = ({ service, source, asOf }: PlacedService) =>
  ({ name: 'earlier-service', value: aDay(service.on), source, asOf }) as const;
