import { placedBenefit } from '#domain/adjudication/benefits-in-place.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Contradiction } from './contradiction.ts';
import { findClinicalDuplicates } from './find-clinical-troubles.ts';
import type { Path } from './problem.ts';

/** Codes, numbers and barcodes that are there twice. */
export function findDuplicates(pack: RulePack): Contradiction[] {
  const gtins = pack.items.flatMap(({ medicine }, item) =>
    (medicine?.gtins ?? []).map((gtin, at) => ({
      gtin,
      path: ['items', item, 'medicine', 'gtins', at],
    })),
  );
  return [
    ...duplicates('plan code', list(pack.plans, 'plans', 'code')),
    ...duplicates('network code', list(pack.networks, 'networks', 'code')),
    ...duplicates('tier', list(pack.tiers ?? [], 'tiers', 'code')),
    ...duplicates('provider', list(pack.providers, 'providers', 'providerId')),
    ...duplicates('benefit code', list(pack.benefits, 'benefits', 'code')),
    ...duplicates('item code', list(pack.items, 'items', 'code')),
    ...duplicates('card code', list(pack.items, 'items', 'cardCode')),
    ...duplicates('repeat code', list(pack.repeatKeys, 'repeatKeys', 'code')),
    ...duplicates('tax', list(pack.taxes, 'taxes', 'category')),
    ...duplicates('diagnosis', list(pack.diagnoses, 'diagnoses', 'code')),
    ...duplicates('ceiling, deductible or maximum', [
      ...list(pack.ceilings, 'ceilings', 'ceilingId'),
      ...list(pack.deductibles, 'deductibles', 'ceilingId'),
      ...list(pack.outOfPocket, 'outOfPocket', 'ceilingId'),
    ]),
    ...duplicates('condition', list(pack.conditions, 'conditions', 'conditionId')),
    ...findClinicalDuplicates(pack).flatMap(([what, values]) => duplicates(what, values)),
    ...duplicates('clause', list(pack.clauses, 'clauses', 'id')),
    ...duplicates(
      'barcode',
      gtins.map(({ gtin, path }) => [gtin, path] as const),
    ),
    ...pack.plans.flatMap((plan, at) =>
      duplicates(
        'benefit in the plan',
        plan.benefits.map(
          (rule, index) =>
            [placedBenefit(rule), ['plans', at, 'benefits', index, 'benefit']] as const,
        ),
      ),
    ),
  ];
}

type Named = readonly (readonly [value: string | number, path: Path])[];

const list = <K extends string>(
  rows: readonly Readonly<Record<K, string | number>>[],
  collection: string,
  key: K,
): Named => rows.map((row, at) => [row[key], [collection, at, key]]);

function duplicates(what: string, values: Named): Contradiction[] {
  const seen = new Set<string | number>();
  return values.flatMap(([value, path]) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path, why: `${what} "${value}" is there twice: give one of them another` }];
  });
}
