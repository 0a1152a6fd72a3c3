import { listFacts } from '#packs/conditions/list-facts.ts';
import type { Command } from './command.ts';

/** Prints the page of the facts that conditions may name. */
export const packFactsCommand: Command = async () => {
  process.stdout.write(listFacts());
  return 0;
};
