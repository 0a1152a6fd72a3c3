import type { ASTNode } from '@marcbachmann/cel-js';
import { type ConditionFactName, conditionFacts } from '#domain/adjudication/condition-facts.ts';

/** What an expression names, and the first thing in it that no condition may hold, with the cure. */
export interface Survey {
  readonly facts: readonly ConditionFactName[];
  readonly forbidden: string | null;
}

/** Looks through an expression: only documented facts, the listed functions, and no list within a list. */
export function findForbidden(root: ASTNode): Survey {
  const facts = new Set<ConditionFactName>();
  const troubles: string[] = [];
  const walk = (node: ASTNode, bound: string | null): void => {
    const fact = factIn(node);
    if (fact !== null) {
      if (isFact(fact)) facts.add(fact);
      else troubles.push(`no fact is called "${fact}": write one that docs/cel-facts.md lists`);
      return;
    }
    troubles.push(...troublesOf(node, bound));
    for (const { child, binds } of childrenOf(node)) walk(child, binds ?? bound);
  };
  walk(root, null);
  return { facts: [...facts], forbidden: troubles[0] ?? null };
}

/** Functions and methods that an expression may call; regular expressions, for one, have no bound. */
export const functions = ['size', 'startsWith', 'endsWith', 'contains'] as const;
/** Questions about the members of a list. */
export const macros = ['exists', 'all', 'exists_one'] as const;

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** `person.age`, where the node is a field of a name that is bound by no macro. */
function factIn(node: ASTNode): string | null {
  if (node.op !== '.') return null;
  const [of, field] = node.args;
  return of.op === 'id' ? `${of.args}.${field}` : null;
}

const isFact = (name: string): name is ConditionFactName => Object.hasOwn(conditionFacts, name);

function troublesOf(node: ASTNode, bound: string | null): string[] {
  switch (node.op) {
    case 'id':
      return node.args === bound
        ? []
        : [`"${node.args}" alone is no fact: write one that docs/cel-facts.md lists`];
    case 'value':
      return typeof node.args === 'bigint' && node.args > largest
        ? [`the number ${node.args} is too large: write a smaller one`]
        : [];
    case 'call':
      return callTroubles(node.args[0]);
    case 'rcall':
      return isMacro(node.args[0])
        ? macroTroubles(node.args[2], bound)
        : callTroubles(node.args[0]);
    case '.':
    case '.?':
    case '[?]':
    case 'map':
      return ['fields and maps cannot be taken apart: write facts that docs/cel-facts.md lists'];
    default:
      return [];
  }
}

const callTroubles = (name: string): string[] =>
  functions.some((one) => one === name)
    ? []
    : [`${name}() is not for conditions: write one of ${[...functions, ...macros].join(', ')}`];

function macroTroubles(args: readonly ASTNode[], bound: string | null): string[] {
  if (bound !== null) return ['a question about a list within another: make two conditions of it'];
  const [variable] = args;
  const isNamed = args.length === 2 && variable?.op === 'id';
  return isNamed ? [] : ['the question about a list is incomplete: write list.exists(x, …)'];
}

const isMacro = (name: string): boolean => macros.some((one) => one === name);

interface Child {
  readonly child: ASTNode;
  /** The name that a macro binds within it. */
  readonly binds: string | null;
}

function childrenOf(node: ASTNode): Child[] {
  if (node.op === 'rcall' && isMacro(node.args[0])) {
    const [, list, [variable, body]] = node.args;
    const binds = variable?.op === 'id' ? variable.args : null;
    return [{ child: list, binds: null }, ...(body === undefined ? [] : [{ child: body, binds }])];
  }
  return nodesIn(node.args).map((child) => ({ child, binds: null }));
}

function nodesIn(value: unknown): ASTNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'op' in value ? [value as ASTNode] : [];
}
