import { diffPacks } from '#packs/diff/diff-packs.ts';
import { sayChanges } from '#packs/diff/say-changes.ts';
import { openPack } from '#packs/open-pack.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { exits, refuse, sayPackFailure } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';

/** Says what the second pack states differently from the first, topic by topic. */
export const packDiffCommand: Command = async (args) => {
  const options = readArguments('pack diff', args, {
    places: ['the earlier pack', 'the later pack'],
    flags: ['json'],
  });
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const [earlier = '', later = ''] = options.value.places;
  const before = openPack(earlier, null);
  if (!before.ok) return refuse(sayPackFailure(before.failure), exits.unfit);
  const after = openPack(later, null);
  if (!after.ok) return refuse(sayPackFailure(after.failure), exits.unfit);
  const changes = diffPacks(before.value, after.value);
  process.stdout.write(
    options.value.has('json') ? `${JSON.stringify({ changes })}\n` : sayChanges(changes),
  );
  return exits.done;
};
