import { failWith, type Result, succeed } from '#domain/result.ts';
import { formatPath, type Path } from '../problem.ts';
import type { CaseProblem } from './open-cases.ts';

/**
 * Reads JSON text strictly: a byte order mark in front is passed over, a field that is written twice is refused,
 * since of two values either could be meant.
 */
export function readDocument(text: string): Result<unknown, readonly CaseProblem[]> {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const document = parse(json);
  if (!document.ok) return document;
  const doubled = findDoubledField(json);
  return doubled === null
    ? document
    : failWith([{ path: formatPath(doubled), why: 'it is written twice: keep one of them' }]);
}

function parse(json: string): Result<unknown, readonly CaseProblem[]> {
  try {
    return succeed(JSON.parse(json));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failWith([{ path: '', why: `not JSON: ${error.message}; correct it there` }]);
  }
}

/** Texts and what gives JSON its shape; numbers and words lie between them. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

interface Open {
  /** Null of a list. */
  readonly fields: Set<string> | null;
  step: string | number;
  awaitsField: boolean;
}

/** The first field that stands twice in one object of well-formed JSON; parsing would keep the last in silence. */
function findDoubledField(json: string): Path | null {
  const open: Open[] = [];
  for (const [token] of json.matchAll(tokens)) {
    const inside = open.at(-1);
    if (token === '{') open.push({ fields: new Set(), step: '', awaitsField: true });
    else if (token === '[') open.push({ fields: null, step: 0, awaitsField: false });
    else if (token === '}' || token === ']') open.pop();
    else if (inside === undefined) continue;
    else if (token === ',') {
      if (inside.fields === null) inside.step = Number(inside.step) + 1;
      else inside.awaitsField = true;
    } else if (inside.fields !== null && inside.awaitsField) {
      inside.step = String(JSON.parse(token));
      inside.awaitsField = false;
      if (inside.fields.has(inside.step)) return open.map(({ step }) => step);
      inside.fields.add(inside.step);
    }
  }
  return null;
}
