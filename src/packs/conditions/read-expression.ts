import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import type { FactValue } from '#domain/adjudication/condition-fact.ts';
import { type ConditionFactName, conditionFacts } from '#domain/adjudication/condition-facts.ts';
import type { PreparedExpression } from '#domain/adjudication/conditions.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findForbidden } from './find-forbidden.ts';

/** Most characters of one expression. */
export const longestExpression = 500;

/**
 * Reads a condition's expression: CEL over the documented facts, of type bool, without anything whose cost
 * grows with more than its own length. Fails with one sentence that ends in the cure.
 */
export function readExpression(text: string): Result<PreparedExpression, string> {
  if (text.length > longestExpression)
    return failWith(`longer than ${longestExpression} characters: make two conditions of it`);
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { facts, forbidden } = findForbidden(parsed.value.ast);
  if (forbidden !== null) return failWith(forbidden);
  const checked = parsed.value.check();
  if (!checked.valid) return failWith(`${checked.error?.summary ?? 'no expression'}: ${factsCure}`);
  if (checked.type !== 'bool')
    return failWith(`it gives ${checked.type ?? 'nothing'}, not a yes or no: write a comparison`);
  return succeed({ facts, evaluate: (known) => evaluate(parsed.value, facts, known) });
}

/** The expression made ready; null when it cannot be read. */
export function prepareExpression(text: string): PreparedExpression | null {
  const read = readExpression(text);
  return read.ok ? read.value : null;
}

const factsCure = 'correct it; docs/cel-facts.md lists the facts and their types';

const environment = buildEnvironment();

function buildEnvironment(): Environment {
  const built = new Environment({
    limits: {
      maxAstNodes: 200,
      maxDepth: 20,
      maxListElements: 50,
      maxMapEntries: 0,
      maxCallArguments: 3,
    },
  });
  const rooms = new Map<string, Record<string, string>>();
  for (const [name, { type }] of Object.entries(conditionFacts)) {
    const [room = '', field = ''] = name.split('.');
    rooms.set(room, { ...rooms.get(room), [field]: type });
  }
  for (const [name, schema] of rooms) built.registerVariable({ name, schema });
  return built;
}

function parse(text: string): Result<ParseResult, string> {
  try {
    return succeed(environment.parse(text));
  } catch (error) {
    // The library throws whatever its parser meets; none of it is more than an expression that cannot be read.
    const summary = error instanceof Error && 'summary' in error ? String(error.summary) : '';
    return failWith(`not an expression (${summary || 'unreadable'}): ${factsCure}`);
  }
}

/** Facts that are not known are left out: what rests on one cannot be told, unless the rest tells it anyway. */
function evaluate(
  run: ParseResult,
  facts: readonly ConditionFactName[],
  known: ReadonlyMap<ConditionFactName, FactValue>,
): boolean | null {
  const rooms: Record<string, Record<string, unknown>> = {};
  for (const fact of facts) {
    const [room = '', field = ''] = fact.split('.');
    const fields = rooms[room] ?? {};
    rooms[room] = fields;
    const value = known.get(fact);
    if (value !== undefined) fields[field] = typeof value === 'number' ? BigInt(value) : value;
  }
  try {
    const answer: unknown = run(rooms);
    return typeof answer === 'boolean' ? answer : null;
  } catch {
    // Overflow, division by zero, an absent fact: each is an answer that cannot be given.
    return null;
  }
}
