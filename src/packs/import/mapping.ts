import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { readTopic } from '../read-topic.ts';
import { text } from '../source-scalars.ts';
import { type KindName, kinds } from './kinds.ts';
import { dateOrders } from './read-scalars.ts';

/** Which column of a table is which field of a pack, written by whoever knows the table; docs/importing.md. */
const mappingSchema = z.strictObject({
  /** Field: heading. */
  columns: z.record(z.string(), text),
  /** Field: what every row has. */
  fixed: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  /** Field: the table's word, and ours. */
  values: z.record(z.string(), z.record(z.string(), text)).default({}),
  /** Of a workbook; left out: the first. */
  sheet: text.nullable().default(null),
  decimal: z.enum(['.', ',']).default('.'),
  dates: z.enum(dateOrders).default('ymd'),
});

export type Mapping = z.output<typeof mappingSchema>;

/** Reads a mapping for a kind of table; fails with every problem, also fields that the kind does not have or lacks. */
export function readMapping(
  fileName: string,
  kind: KindName,
): { readonly mapping: Mapping | null; readonly problems: readonly Problem[] } {
  const read = readTopic(fileName, mappingSchema);
  if (read.value === null) return { mapping: null, problems: read.problems };
  const { columns, fixed } = read.value;
  const fields = Object.keys(kinds[kind].fields);
  const known = new Set(fields.map((field) => field.replace(/\?$/, '')));
  const say = (path: readonly string[], why: string): Problem => ({
    file: read.file,
    path,
    line: read.line(path),
    why,
  });
  const strangers = (['columns', 'fixed', 'values'] as const).flatMap((part) =>
    Object.keys(read.value?.[part] ?? {})
      .filter((field) => !known.has(field))
      .map((field) =>
        say(
          [part, field],
          `${kind} have no field "${field}": write one of ${[...known].join(', ')}`,
        ),
      ),
  );
  const missing = fields
    .filter((field) => !field.endsWith('?') && !(field in columns) && !(field in fixed))
    .map((field) =>
      say(
        ['columns'],
        `nothing says where ${field} comes from: add it to the columns, or to fixed`,
      ),
    );
  const problems = [...strangers, ...missing];
  return { mapping: problems.length === 0 ? read.value : null, problems };
}
