import { daysBetween } from '../../dates.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { aCode, aName, aWord, days, fromOperator, fromPack, itemShown } from '../shown.ts';

/**
 * Whether the encounter suits provider and item, and a stay the plan: most days without an approval, first
 * and last included, and its classes of room. A setting in which it is not payable is the provider's mistake.
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
  ],
  run(context) {
    const { input, pack, item, line, terms } = context;
    const { encounter, providerId } = input.claim;
    const provider = pack.provider(providerId);
    const facts = [fromOperator(input, 'encounter', aWord(encounter))];
    const shown = { item: itemShown(item, line.itemCode), setting: aWord(encounter) };
    const nearest = { kind: 'enter-encounter' } as const;
    if (provider !== null && provider.settings?.includes(encounter) === false) {
      return decline('setting-not-licensed', 'provider', {
        shown: { provider: aName(provider.name), setting: aWord(encounter) },
        facts,
        nearest,
      });
    }
    const term = terms?.settings ?? null;
    if (term !== null && !term.value.includes(encounter)) {
      const { clause } = term;
      return decline('setting-not-covered', 'provider', { shown, facts, clause, nearest });
    }
    return unsureOfStay(context, facts) ?? pass({ facts, clause: term?.clause ?? null });
  },
});

function unsureOfStay({ input, pack, planCode }: LineContext, before: readonly FactUsed[]) {
  const term = planCode === null ? null : (pack.plan(planCode)?.stay ?? null);
  if (term === null || input.claim.encounter !== 'inpatient') return null;
  const stay = input.claim.stay ?? null;
  const { clause } = term;
  const nearest = { kind: 'enter-stay' } as const;
  if (stay === null || stay.to < stay.from) {
    return refer('stay-unknown', {
      facts: [...before, fromOperator(input, 'stay', null)],
      clause,
      nearest,
    });
  }
  const length = daysBetween(stay.from, stay.to) + 1;
  const facts = [
    ...before,
    fromOperator(input, 'stay', days(length)),
    fromOperator(input, 'room', aCode(stay.roomClass)),
    fromPack('stay', days(term.maximumDays)),
  ];
  if (length > term.maximumDays) {
    const shown = { asked: days(length), limit: days(term.maximumDays) };
    return refer('stay-too-long', { shown, facts, clause });
  }
  if (!term.roomClasses.includes(stay.roomClass)) {
    const shown = { room: aCode(stay.roomClass) };
    return refer('room-above-plan', { shown, facts, clause, nearest });
  }
  return null;
}
