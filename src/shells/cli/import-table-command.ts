import { basename } from 'node:path';
import { importTable, type Rejection } from '#packs/import/import-table.ts';
import type { KindName } from '#packs/import/kinds.ts';
import { readMapping } from '#packs/import/mapping.ts';
import { readTable } from '#packs/import/table/read-table.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { exits, refuse, sayProblem } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';
import { writeOutput } from './write-output.ts';

/** Imports a table (CSV or XLSX) as a file of the pack: whole, or, where any row is rejected, not at all. */
export const importTableCommand =
  (kind: KindName): Command =>
  async (args) => {
    const options = readArguments(`import ${kind}`, args, {
      places: ['the table’s file, CSV or XLSX'],
      values: { map: 'the mapping of columns (YAML)', out: 'the file to write' },
    });
    if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
    const [file = ''] = options.value.places;
    const { mapping, problems } = readMapping(options.value.value('map'), kind);
    if (mapping === null) return refuse(problems.map(sayProblem).join('\n'), exits.misused);
    const table = readTable(file, mapping.sheet);
    if (typeof table === 'string') return refuse(`${basename(file)}: ${table}`, exits.misused);
    const { rejected, rows, content } = importTable(kind, table, mapping);
    if (content === null) {
      const lines = new Set(rejected.map(({ line }) => line)).size;
      const told = rejected.map((one) => sayRejection(file, one));
      return refuse(
        [...told, `${lines} of ${table.rows.length} rows rejected, nothing written`].join('\n'),
        exits.unfit,
      );
    }
    const out = options.value.value('out');
    const written = writeOutput(out, content);
    if (!written.ok) return refuse(sayRefusal(written.failure), exits.misused);
    process.stdout.write(`${rows.length} ${kind} are in ${out}\n`);
    return exits.done;
  };

const sayRejection = (file: string, { line, field, why }: Rejection): string =>
  `${basename(file)}${line === 0 ? '' : `:${line}`}: ${field === '' ? '' : `${field}: `}${why}`;
