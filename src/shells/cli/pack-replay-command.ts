import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { formatDecimal } from '#contracts/messages/format.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { openPack } from '#packs/open-pack.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { type Replay, type RuleEffect, replayClaims } from '#packs/replay/replay-claims.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { exits, refuse, sayPackFailure } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';

/** Decides past claims with two packs: which would be decided differently, by which rule, and by how much money. */
export const packReplayCommand: Command = async (args) => {
  const options = readArguments('pack replay', args, {
    places: ['the pack of the past', 'the pack to come'],
    values: { claims: 'a file of claims, one a line, or - for standard input' },
    flags: ['json'],
  });
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const { places, value, has } = options.value;
  const [past = '', future = ''] = places;
  const before = openPack(past, null);
  if (!before.ok) return refuse(sayPackFailure(before.failure), exits.misused);
  const after = openPack(future, null);
  if (!after.ok) return refuse(sayPackFailure(after.failure), exits.misused);
  const currencies = [before.value, after.value].map(({ currency }) => currency.code);
  if (currencies[0] !== currencies[1])
    return refuse(
      `The packs pay in ${currencies.join(' and ')}: compare two of one`,
      exits.misused,
    );

  const claims = value('claims');
  if (claims !== '-' && !existsSync(claims))
    return refuse(`${claims} does not exist: name a file of claims, one a line`, exits.misused);
  const input = claims === '-' ? process.stdin : createReadStream(claims, 'utf8');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const replay = await replayClaims(lines, preparePack(before.value), preparePack(after.value));
  process.stdout.write(
    has('json')
      ? `${JSON.stringify({ currency: after.value.currency, ...replay })}\n`
      : tell(replay, after.value),
  );
  return replay.unread === 0 ? exits.done : exits.unfit;
};

function tell(replay: Replay, { currency }: RulePack): string {
  const money = (minor: number) =>
    `${minor < 0 ? '-' : ''}${formatDecimal(Math.abs(minor), currency.exponent)}`;
  const signed = (minor: number) => (minor > 0 ? `+${money(minor)}` : money(minor));
  const more = replay.insurerAfter - replay.insurerBefore;
  const head = [
    `${replay.claims} claims of ${replay.lines} lines; ${replay.changedClaims} claims, ${replay.changedLines} lines would be decided differently`,
    `The insurer would pay ${money(replay.insurerAfter)} ${currency.code} in place of ${money(replay.insurerBefore)} (${signed(more)})`,
    ...replay.firstUnread.map(({ line, why }) => `not read: line ${line}: ${why}`),
    ...(replay.unread > 0 ? [`${replay.unread} claims could not be read`] : []),
  ];
  const rows = replay.rules.map(({ rule, lines, insurer, member, verdicts }) => [
    rule,
    String(lines),
    signed(insurer),
    signed(member),
    sayVerdicts(verdicts),
  ]);
  const table =
    rows.length === 0 ? [] : layOut([['rule', 'lines', 'insurer', 'member', 'verdicts'], ...rows]);
  return `${[...head, ...table].join('\n')}\n`;
}

const sayVerdicts = (verdicts: RuleEffect['verdicts']): string =>
  Object.entries(verdicts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([verdict, lines]) => `${lines} ${verdict}`)
    .join(', ');

/** Numbers end at the right; the last column runs on. */
function layOut(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
}
