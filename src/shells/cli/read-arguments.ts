import { parseArgs } from 'node:util';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

interface Wanted {
  /** What stands without a name, in order; all of it is needed. */
  readonly places: readonly string[];
  /** Options with a value, by what to write for them; a name that ends in ? may be left out. */
  readonly values?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

export interface Arguments {
  readonly places: readonly string[];
  value(name: string): string;
  optional(name: string): string | null;
  has(flag: string): boolean;
}

/** Reads a command's arguments; fails with `input-malformed`, which names the first that is wrong. */
export function readArguments(
  command: string,
  args: readonly string[],
  { places, values = {}, flags = [] }: Wanted,
): Result<Arguments, Failure> {
  const parsed = parse(args, Object.keys(values).map(bare), flags);
  if (typeof parsed === 'string') return malformed(command, parsed);
  const missing = places.find((_, at) => parsed.positionals[at] === undefined);
  if (missing !== undefined) return malformed(command, `write ${missing}`);
  const surplus = parsed.positionals[places.length];
  if (surplus !== undefined) return malformed(surplus, `leave it out: ${command} takes no more`);
  for (const [name, what] of Object.entries(values)) {
    if (!name.endsWith('?') && parsed.values[name] === undefined)
      return malformed(`--${name}`, what);
  }
  const optional = (name: string): string | null => {
    const value = parsed.values[name];
    return typeof value === 'string' ? value : null;
  };
  return succeed({
    places: parsed.positionals,
    value: (name) => optional(name) ?? '',
    optional,
    has: (flag) => parsed.values[flag] === true,
  });
}

const bare = (name: string): string => name.replace(/\?$/, '');

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parse(
  args: readonly string[],
  values: readonly string[],
  flags: readonly string[],
): Parsed | string {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries([
        ...values.map((name) => [name, { type: 'string' }] as const),
        ...flags.map((name) => [name, { type: 'boolean' }] as const),
      ]),
    });
  } catch (error) {
    // Node says which option it was: `Unknown option '--x'`.
    return error instanceof Error ? error.message : String(error);
  }
}

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
