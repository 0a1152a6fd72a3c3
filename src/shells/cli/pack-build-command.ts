import { checkPack } from '#packs/check/check-pack.ts';
import { buildArtefact, writeArtefact } from '#packs/pack-artefact.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { exits, refuse, sayProblems } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';
import { writeOutput } from './write-output.ts';

/** Builds a pack's source folder into one file; one that is not fit, or whose golden claims fail, is refused. */
export const packBuildCommand: Command = async (args) => {
  const options = readArguments('pack build', args, {
    places: ['the pack’s folder'],
    values: { out: 'the file to write the pack to' },
  });
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const [folder = ''] = options.value.places;
  const check = checkPack(folder);
  if (check.pack === null || check.problems.length > 0)
    return refuse(sayProblems(check), exits.unfit);
  const artefact = buildArtefact(check.pack);
  const out = options.value.value('out');
  const written = writeOutput(out, writeArtefact(artefact));
  if (!written.ok) return refuse(sayRefusal(written.failure), exits.misused);
  const { packId, version } = check.pack;
  process.stdout.write(
    `Pack ${packId}, version ${version}, is in ${out}\nSHA-256 ${artefact.sha256}\n${check.golden.length} golden claims decide as stated\n`,
  );
  return exits.done;
};
