import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import type { PackSource } from './source-schema.ts';

type Written = PackSource['item-rules']['rules'][number];

/** Terms of pregnancies, teeth and eyes; what a rule left out becomes null. */
export const compileCareTerms = ({
  maternity,
  dental,
  optical,
}: Written): Pick<ItemRule, 'maternity' | 'dental' | 'optical'> => ({
  maternity:
    maternity === undefined
      ? null
      : {
          waitingMonths: maternity.waitingMonths ?? null,
          weeks: maternity.weeks ?? null,
          deliveries: maternity.deliveries ?? null,
        },
  dental:
    dental === undefined
      ? null
      : {
          does: dental.does ?? 'treats',
          dentition: dental.dentition ?? null,
          kinds: dental.kinds ?? null,
          surfaces: dental.surfaces ?? null,
          isOncePerTooth: dental.oncePerTooth ?? false,
        },
  optical:
    optical === undefined
      ? null
      : { everyMonths: optical.everyMonths, change: optical.change ?? null },
});
