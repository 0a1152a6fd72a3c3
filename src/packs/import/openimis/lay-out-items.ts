import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import { codeOf, type Refuse, untranslated } from './words.ts';

export interface ImportedItem {
  readonly table: 'item' | 'service';
  readonly id: string;
  readonly code: string;
  readonly cardCode: number;
  readonly kind: 'medicine' | 'consultation' | 'procedure' | 'device';
  readonly name: { readonly ar: string; readonly en: string };
  readonly unit: string;
  /** Decimal text of the register's price. */
  readonly price: string;
  /** Surgery S, consultation C, delivery D, hospitalisation H, antenatal A, visit V; empty for others. */
  readonly category: string;
  /** What the register asks of whoever gets it, as rules of the pack. */
  readonly rules: readonly object[];
}

/** Items and services of the register, each with its rules. */
export function layOutItems(
  { items, services }: OpenImis,
  refuse: Refuse,
): readonly ImportedItem[] {
  return [
    ...items.map((row) => layOut(row, 'item', refuse)),
    ...services.map((row) => layOut(row, 'service', refuse)),
  ];
}

/** The item as the pack's topic has it. */
export const ownBenefits = (
  { code, cardCode, kind, name, unit }: ImportedItem,
  ofItem: (code: string) => string,
) => ({ code, cardCode, kind, name, benefit: ofItem(code), unit });

const columns = {
  item: { id: 'ItemID', prefix: 'Item', pattern: 'ItemPatCat', cards: 0x10_0000 },
  service: { id: 'ServiceID', prefix: 'Serv', pattern: 'ServPatCat', cards: 0x20_0000 },
} as const;

function layOut(row: OpenImisRow, table: 'item' | 'service', refuse: Refuse): ImportedItem {
  const { id, prefix, cards } = columns[table];
  const cell = (name: string) => row.cell(`${prefix}${name}`);
  const code = codeOf(row, `${prefix}Code`, refuse);
  const price = row.amount(`${prefix}Price`);
  if (price === '') refuse(row.place, 'it has no price: write a number');
  return {
    table,
    id: row.cell(id),
    code,
    cardCode: cards + Number(row.cell(id)),
    kind:
      table === 'item' ? kindOfItem(cell('Type')) : kindOfService(cell('Level'), cell('Category')),
    name: untranslated(cell('Name').replaceAll(/\s+/g, ' ')),
    unit: unitOf(cell('Package')),
    price,
    category: cell('Category'),
    rules: rulesOf(row, prefix, code, refuse),
  };
}

const kindOfItem = (type: string) => (type === 'M' ? 'device' : 'medicine');

const kindOfService = (level: string, category: string) =>
  category === 'C' || category === 'V' || level === 'V' ? 'consultation' : 'procedure';

/** `1000 TABLETS` are tablets. */
const unitOf = (packaging: string): string =>
  /^[\d.,]+\s*(\D.*)$/.exec(packaging)?.[1]?.toLowerCase().trim() ?? 'unit';

const [man, woman, adult, child] = [1, 2, 4, 8] as const;

function rulesOf(
  row: OpenImisRow,
  prefix: string,
  code: string,
  refuse: Refuse,
): readonly object[] {
  const term = {
    ...ofMask(row.number(`${prefix}PatCat`) ?? 0, (why) => refuse(row.place, why)),
    ...ofCare(row.cell(`${prefix}CareType`), (why) => refuse(row.place, why)),
    ...ofFrequency(row.number(`${prefix}Frequency`) ?? 0),
  };
  return Object.keys(term).length === 0 ? [] : [{ for: { item: code }, ...term, clause: 'items' }];
}

/** Who it is for: nobody named is anybody. Whoever is named alone of a pair is the only one of it. */
function ofMask(mask: number, refuse: (why: string) => void): object {
  if (mask === 0) return {};
  const sex = alone(mask, man, woman, 'male', 'female');
  const age = alone(mask, adult, child, { from: '18 years' }, { to: '17 years' });
  if (sex === 'nobody' || age === 'nobody') {
    refuse(`the mask ${mask} is for nobody: it needs man or woman, and adult or child`);
    return {};
  }
  return { ...(sex === null ? {} : { sex }), ...(age === null ? {} : { age }) };
}

/** What holds where one bit of a pair is set alone; null where both are. */
function alone<T>(
  mask: number,
  one: number,
  other: number,
  ofOne: T,
  ofOther: T,
): T | null | 'nobody' {
  const [hasOne, hasOther] = [(mask & one) !== 0, (mask & other) !== 0];
  if (hasOne && hasOther) return null;
  if (!hasOne && !hasOther) return 'nobody';
  return hasOne ? ofOne : ofOther;
}

function ofCare(care: string, refuse: (why: string) => void): object {
  if (care === 'B' || care === '') return {};
  if (care === 'O') return { settings: outside };
  if (care === 'I') return { settings: ['inpatient'] };
  refuse(`"${care}" is no kind of care: write O, I or B`);
  return {};
}

/** Every encounter without a stay. */
export const outside = ['outpatient', 'day-case', 'emergency'];

/** Again after so many days at the earliest: within one day less it is the same. */
const ofFrequency = (days: number): object =>
  days > 0 ? { duplicate: { windowDays: days - 1 } } : {};
