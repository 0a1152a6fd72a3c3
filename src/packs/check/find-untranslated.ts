import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Bilingual } from '#domain/people.ts';
import type { Contradiction } from '../contradiction.ts';
import type { Path } from '../problem.ts';

/** Texts that stand in the other language's place: an Arabic one without Arabic letters, or the reverse. */
export function findUntranslated(pack: RulePack): Contradiction[] {
  return [
    ...inside(pack.insurer, ['insurer']),
    ...inside(pack.contract, ['contract']),
    ...collections.flatMap((collection) =>
      pack[collection].flatMap((one, at) => inside(one, [collection, at])),
    ),
    ...clinicalLists.flatMap((list) =>
      (pack.clinical?.[list] ?? []).flatMap((one, at) => inside(one, ['clinical', list, at])),
    ),
  ];
}

const collections = [
  'plans',
  'networks',
  'providers',
  'benefits',
  'items',
  'diagnoses',
  'repeatKeys',
  'programmes',
  'ceilings',
  'deductibles',
  'outOfPocket',
  'conditions',
  'clauses',
] as const;

const clinicalLists = [
  'interactions',
  'ageCautions',
  'pregnancyCautions',
  'allergyClasses',
] as const;

const inside = (one: object, path: Path): Contradiction[] =>
  Object.entries(one).flatMap(([field, value]) =>
    isBilingual(value) ? judge(value, [...path, field]) : [],
  );

function judge({ ar, en }: Bilingual, path: Path): Contradiction[] {
  if (!arabic.test(ar)) return [missing(path, 'ar', 'Arabic', ar)];
  return !latin.test(en) && arabic.test(en) ? [missing(path, 'en', 'English', en)] : [];
}

const missing = (path: Path, field: string, language: string, text: string): Contradiction => ({
  path: [...path, field],
  why: `"${text}" is not translated: write it in ${language}`,
});

const arabic = /\p{Script=Arabic}/u;
const latin = /\p{Script=Latin}/u;

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'ar' in value && 'en' in value;
