import { parseArgs } from 'node:util';
import { countCases, tellConformance } from '#card/conformance/run-conformance.ts';
import { testAtReader } from '#card/conformance/test-at-reader.ts';
import { failure } from '#domain/failures.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';

const warning = `The suite writes to the card: its history is overwritten and its idea of the date goes to 2026-06-30.
Use a card made for tests, with the anchors of src/card/conformance/test-card.ts, never a member's.
Repeat the command with --yes to go on.
`;

/** Tests the card in a reader against the profile's scripts; answers 1 where a case failed. */
export const conformanceCommand: Command = async (args) => {
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(options);
  const { isJson, isSure, reader } = options;
  if (reader !== 'virtual' && !isSure) {
    process.stderr.write(warning);
    return 2;
  }
  const tested = await testAtReader(reader === 'virtual' ? null : reader);
  if (!tested.ok) {
    process.stderr.write(`${sayRefusal(tested.failure)}\n`);
    return 1;
  }
  const text = isJson
    ? JSON.stringify({ summary: countCases(tested.value), cases: tested.value })
    : tellConformance(tested.value);
  process.stdout.write(`${text}\n`);
  return tested.value.every(({ trouble }) => trouble === null) ? 0 : 1;
};

function readOptions(
  args: readonly string[],
): { readonly reader: string; readonly isSure: boolean; readonly isJson: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        reader: { type: 'string' },
        yes: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { json, reader, yes } = values;
    if (reader === undefined) return 'give --reader with its name, or virtual';
    return { reader, isSure: yes, isJson: json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuse(why: string): number {
  const refusal = failure('input-malformed', { where: 'card conformance', why });
  process.stderr.write(`${sayRefusal(refusal)}\n`);
  return 2;
}
