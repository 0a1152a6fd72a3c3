import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkPack } from '#packs/check/check-pack.ts';
import { importOpenImis } from '#packs/import/openimis/import-openimis.ts';
import { readOpenImis } from '#packs/import/openimis/read-openimis.ts';
import { readTopic } from '#packs/read-topic.ts';
import { topicSchemas } from '#packs/source-schema.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { exits, refuse, sayProblem, sayProblems } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';

/** Makes a pack's folder, and its members, out of openIMIS tables: one that passes the check, or none. */
export const importOpenImisCommand: Command = async (args) => {
  const options = readArguments('import openimis', args, {
    places: ['the folder of the tables'],
    values: {
      contract: 'the pack’s contract.yaml, of which openIMIS knows nothing',
      out: 'the folder to make',
    },
  });
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const { places, value } = options.value;
  const out = resolve(value('out'));
  if (existsSync(out)) return refuse(`${out} is there already: name a new folder`, exits.misused);
  const contract = readTopic(value('contract'), topicSchemas.contract);
  if (contract.value === null)
    return refuse(contract.problems.map(sayProblem).join('\n'), exits.misused);
  const tables = readOpenImis(places[0] ?? '');
  if (!('items' in tables)) return refuse(tables.join('\n'), exits.misused);
  const { refused, leftOut, files } = importOpenImis(tables, contract.value);
  if (refused.length > 0)
    return refuse([...refused, 'Nothing was written'].join('\n'), exits.unfit);
  process.stdout.write(leftOut.map((one) => `left out: ${one}\n`).join(''));
  return writeChecked(out, files);
};

/** Beside its place first: the folder stands there only once it passes. */
function writeChecked(out: string, files: Readonly<Record<string, string>>): number {
  const beside = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(beside, name)), { recursive: true });
      writeFileSync(join(beside, name), content);
    }
    const check = checkPack(beside);
    if (check.problems.length > 0) return refuse(sayProblems(check), exits.unfit);
    renameSync(beside, out);
    process.stdout.write(
      `The pack is in ${out}, its members in reference/members.yaml\n${check.warnings.length} warnings: names that are not translated have the same text in both languages\n`,
    );
    return exits.done;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
