import { nightlies } from './nightlies.ts';

const usage = `npm run nightly -- NAME

${Object.entries(nightlies)
  .map(([name, { about }]) => `  ${name.padEnd(10)}${about}`)
  .join('\n')}
`;

/** Runs what is named; without a name lists all. Answers 1 where something was found. */
async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined) {
    process.stdout.write(usage);
    return 0;
  }
  const nightly = Object.hasOwn(nightlies, name) ? nightlies[name] : undefined;
  if (nightly === undefined) {
    process.stderr.write(`There is nothing named ${name}.\n\n${usage}`);
    return 2;
  }
  const { isSound, lines } = await nightly.run((line) => process.stderr.write(`${line}\n`), rest);
  process.stdout.write(`${lines.join('\n')}\n`);
  return isSound ? 0 : 1;
}

process.exitCode = await run(process.argv.slice(2));
