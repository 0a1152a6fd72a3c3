import { readGolden } from '#packs/golden/read-golden.ts';
import { tryGolden } from '#packs/golden/try-golden.ts';
import { readPackSource } from '#packs/read-pack-source.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { asJson, exits, refuse, sayPackFailure, sayProblem } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';

/** Runs a pack's golden claims: claims that must decide as stated. */
export const packTestCommand: Command = async (args) => {
  const options = readArguments('pack test', args, {
    places: ['the pack’s folder'],
    flags: ['json'],
  });
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const [folder = ''] = options.value.places;
  const pack = readPackSource(folder);
  if (!pack.ok) return refuse(sayPackFailure(pack.failure), exits.unfit);
  const { claims, problems } = tryGolden(readGolden(folder), pack.value);
  const failed = claims.filter(({ holds }) => !holds).length;
  const isFit = problems.length === 0 && claims.length > 0;
  if (options.value.has('json')) {
    const told = { ok: isFit, claims, problems: problems.map(asJson) };
    process.stdout.write(`${JSON.stringify(told)}\n`);
  } else {
    const lines = claims.map(({ holds, name }) => `${holds ? 'holds' : 'FAILS'}  ${name}`);
    const sum = `${claims.length} golden claims, ${failed} failed`;
    process.stdout.write(`${[...lines, ...problems.map(sayProblem), sum].join('\n')}\n`);
  }
  if (claims.length === 0 && problems.length === 0)
    return refuse('The pack has no golden claims: write some in golden.yaml', exits.unfit);
  return isFit ? exits.done : exits.unfit;
};
