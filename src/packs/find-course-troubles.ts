import { isInScope } from '#domain/adjudication/item-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from './contradiction.ts';

/** Terms of a course of care that speak of items which they cannot be meant for. */
export const findCourseTroubles = (pack: RulePack): Contradiction[] =>
  pack.itemRules.flatMap(({ scope, followUp }, at) => {
    const other =
      followUp === null
        ? undefined
        : pack.items.find((item) => item.kind !== 'consultation' && isInScope(item, scope));
    return when(
      other !== undefined,
      ['itemRules', at, 'followUp'],
      `"${other?.code}" is no consultation, and only consultations are followed up: name those alone`,
    );
  });
