import { checkPack, type PackCheck } from '#packs/check/check-pack.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { asJson, exits, refuse, sayProblem } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';

/** Prints everything that is wrong with a pack's source folder, with file, line and cure. */
export const packCheckCommand: Command = async (args) => {
  const options = readArguments('pack check', args, {
    places: ['the pack’s folder'],
    flags: ['json'],
  });
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const [folder = ''] = options.value.places;
  const check = checkPack(folder);
  process.stdout.write(options.value.has('json') ? toJson(check) : toText(check));
  return check.problems.length === 0 ? exits.done : exits.unfit;
};

const toJson = ({ pack, problems, warnings, golden }: PackCheck): string =>
  `${JSON.stringify({
    ok: problems.length === 0,
    pack: pack === null ? null : { id: pack.packId, version: pack.version },
    problems: problems.map(asJson),
    warnings: warnings.map(asJson),
    golden,
  })}\n`;

function toText({ problems, warnings, golden }: PackCheck): string {
  const lines = [
    ...problems.map(sayProblem),
    ...warnings.map((warning) => `warning: ${sayProblem(warning)}`),
    `${count(problems.length, 'problem')}, ${count(warnings.length, 'warning')}, ${count(golden.length, 'golden claim')} tried`,
  ];
  return `${lines.join('\n')}\n`;
}

const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`;
