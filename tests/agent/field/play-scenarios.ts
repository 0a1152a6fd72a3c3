import { openField, type Played } from './field.ts';
import { scenarios } from './scenarios.ts';

/** Plays those that are named, or all; what came of each is printed as JSON. */
const named = process.argv.slice(2);
const played: Record<string, Played> = {};
const field = await openField();
for (const [name, scenario] of Object.entries(scenarios)) {
  if (named.length > 0 && !named.includes(name)) continue;
  played[name] = await field.play(scenario);
}
await field.close();
process.stdout.write(`${JSON.stringify(played)}\n`);
process.exit(0);
