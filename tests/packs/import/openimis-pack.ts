import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { checkPack } from '#packs/check/check-pack.ts';
import { importOpenImis } from '#packs/import/openimis/import-openimis.ts';
import { readOpenImis } from '#packs/import/openimis/read-openimis.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { topicSchemas } from '#packs/source-schema.ts';
import { openImisTables, type Tables } from './openimis-tables.ts';

const terms = {
  packId: 'IMPORTED',
  version: 1,
  insurer: { code: 'NHI', name: { ar: 'التأمين الصحي', en: 'Health insurance' } },
  contract: {
    code: 'IMPORTED',
    name: { ar: 'التأمين الصحي', en: 'Health insurance' },
    period: { from: '2017-01-01', to: '2030-12-31' },
  },
};
const pound = { code: 'SYP', exponent: 2, cashStep: '1.00' };

/** Tables of the public demonstration database; they stand beside the project, not in it. */
export const demo = fileURLToPath(
  new URL('../../../../shared/data/openimis-demo', import.meta.url),
);

const scratch = mkdtempSync(join(tmpdir(), 'openimis-'));
export const removeImports = () => rmSync(scratch, { recursive: true, force: true });

/** Imports a folder of tables, and writes the pack into another. */
export function importFolder(folder: string, currency: object = pound) {
  const tables = readOpenImis(folder);
  if (!('items' in tables)) throw new Error(tables.join('\n'));
  const imported = importOpenImis(tables, topicSchemas.contract.parse({ ...terms, currency }));
  const out = join(mkdtempSync(join(scratch, 'pack-')), 'imported');
  for (const [name, content] of Object.entries(imported.files)) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), content);
  }
  return { ...imported, out };
}

/** Imports the small database with a change. */
export function importTables(
  change: (tables: Tables) => void = () => undefined,
  currency: object = pound,
) {
  const folder = mkdtempSync(join(scratch, 'tables-'));
  const tables = openImisTables();
  change(tables);
  for (const [name, rows] of Object.entries(tables)) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    writeFileSync(join(folder, `${name}.csv`), lines.map((cells) => cells.join(',')).join('\n'));
  }
  return importFolder(folder, currency);
}

/** Decides cases by the imported pack: of each line its outcome, the first reason, and what the insurer pays. */
export function openImported({ out, refused }: ReturnType<typeof importFolder>) {
  const { pack, problems } = checkPack(out);
  if (pack === null) throw new Error(JSON.stringify([refused, problems]));
  const prepared = preparePack(pack);
  const read = openCases(prepared);
  return (asked: object) => {
    const input = read(asked);
    if (!input.ok) throw new Error(JSON.stringify(input.failure));
    return adjudicate(input.value, prepared).lines.map(({ outcome, findings, amounts }) => ({
      outcome,
      reason: findings[0]?.reason ?? null,
      insurer: amounts.insurer,
    }));
  };
}

/** A value in every row of a table, or in those that have certain others. */
export function set(
  tables: Tables,
  name: string,
  terms: Readonly<Record<string, string>>,
  where: Readonly<Record<string, string>> = {},
): void {
  const rows = (tables[name] ?? []).filter((row) =>
    Object.entries(where).every(([column, value]) => row[column] === value),
  );
  if (rows.length === 0) throw new Error(`${name} has no such row`);
  for (const row of rows) Object.assign(row, terms);
}
