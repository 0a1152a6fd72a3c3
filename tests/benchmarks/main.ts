import type { BenchReport, BenchTable } from './bench.ts';
import { benches } from './benches.ts';

const usage = `npm run bench -- NAME [--json] [--tiny]

${Object.entries(benches)
  .map(([name, { about }]) => `  ${name.padEnd(10)}${about}`)
  .join('\n')}

  --json    exactly one line of JSON on standard output
  --tiny    only proves that the bench runs: the figures mean nothing
`;

/** Runs the named bench; without a name lists them. Answers 1 where what was measured went wrong. */
async function run(args: readonly string[]): Promise<number> {
  const [name] = args.filter((word) => !word.startsWith('--'));
  if (name === undefined) {
    process.stdout.write(usage);
    return 0;
  }
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench === undefined) {
    process.stderr.write(`There is no bench named ${name}.\n\n${usage}`);
    return 2;
  }
  const report = await bench.run(args.includes('--tiny') ? 'tiny' : 'full', (line) =>
    process.stderr.write(`${line}\n`),
  );
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(report.json)}\n` : tell(report));
  return report.isSound ? 0 : 1;
}

const tell = ({ tables }: BenchReport): string => tables.map(layOut).join('\n');

/** The first column starts at the left, the others end at the right. */
function layOut({ title, heads, rows }: BenchTable): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const write = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [title, write(heads), ...rows.map(write), ''].join('\n');
}

process.exitCode = await run(process.argv.slice(2));
