import { formatDecimal } from '#contracts/messages/format.ts';
import { formatPath, type Path } from '../problem.ts';

/** A field that two versions of a row state differently; null where one of them does not have it. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Of money: by how much, in percent of what it was, to one decimal; null for anything else. */
  readonly percent: number | null;
}

/** The fields in which two rows differ, down to their leaves; money as decimal text. */
export function listFieldChanges(
  before: object,
  after: object,
  exponent: number,
): readonly FieldChange[] {
  const isMoneyCeiling = 'basis' in after && after.basis !== 'visits' && after.basis !== 'units';
  const isMoney = (field: string) =>
    moneyFields.has(field) || (isMoneyCeiling && ceilingFields.has(field));
  return compare(before, after, [], (field, value) => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && isMoney(field)) return formatDecimal(value, exponent);
    return typeof value === 'string' ? value : JSON.stringify(value);
  }).map(({ path, was, is, ...texts }) => ({
    field: formatPath(path),
    ...texts,
    percent:
      isMoney(String(path.at(-1))) && typeof was === 'number' && typeof is === 'number' && was > 0
        ? Math.round(((is - was) / was) * 1000) / 10
        : null,
  }));
}

const moneyFields = new Set([
  'unitPrice',
  'coInsuranceMinimum',
  'coInsuranceMaximum',
  'cashStep',
  'above',
  'mostPerClaim',
  'floor',
  'amount',
  'reference',
]);
const ceilingFields = new Set(['limit', 'offlineAllowance']);

interface Leaf {
  readonly path: Path;
  readonly was: unknown;
  readonly is: unknown;
  readonly before: string | null;
  readonly after: string | null;
}

function compare(
  was: unknown,
  is: unknown,
  path: Path,
  say: (field: string, value: unknown) => string | null,
): readonly Leaf[] {
  if (isRecord(was) && isRecord(is)) {
    const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return fields.flatMap((field) => compare(was[field], is[field], [...path, field], say));
  }
  const field = String(path.at(-1) ?? '');
  const [before, after] = [say(field, was), say(field, is)];
  return before === after ? [] : [{ path, was, is, before, after }];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
