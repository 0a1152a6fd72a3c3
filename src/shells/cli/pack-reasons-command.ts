import { listReasons } from '#packs/list-reasons.ts';
import type { Command } from './command.ts';

/** Prints the page of the reasons that a decision can give. */
export const packReasonsCommand: Command = async () => {
  process.stdout.write(listReasons());
  return 0;
};
