import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explainIssue, type Path, type Problem } from './problem.ts';

/** One topic's file, read and validated. */
export interface TopicFile<T> {
  readonly file: string;
  /** Null when the file has problems. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
  /** The line on which the value at the path, or its nearest ancestor, begins. */
  line(path: Path): number | null;
}

/** Reads a YAML file and validates it; every problem names its path and line, a missing file the least that it holds. */
export function readTopic<S extends z.ZodType>(
  fileName: string,
  schema: S,
  least?: string,
): TopicFile<z.output<S>> {
  const file = basename(fileName);
  const text = readText(fileName);
  if (text === null) return absent(file, least);

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const line = (path: Path): number | null => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  };

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      path: [],
      line: lines.linePos(error.pos[0]).line,
      why: `not YAML: ${error.message}; correct the line`,
    }));
    return { file, value: null, problems, line };
  }

  const content = resolve(document);
  if (content === undefined) {
    const why = 'too many aliases, or one of something that is not there: write them out';
    return { file, value: null, problems: [{ file, path: [], line: null, why }], line };
  }
  const parsed = schema.safeParse(content, { reportInput: true });
  if (parsed.success) return { file, value: parsed.data, problems: [], line };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    return { file, path, line: line(path), why: explainIssue(issue) };
  });
  return { file, value: null, problems, line };
}

/** Undefined where its aliases lead nowhere, or would fill the memory. */
function resolve(document: Document.Parsed): unknown {
  try {
    return document.toJS() ?? null;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return undefined;
  }
}

function absent<T>(file: string, least?: string): TopicFile<T> {
  const cure = least === undefined ? 'write it' : `write at least ${least}`;
  const why = `the file is missing or cannot be read, and every topic has its file: ${cure}`;
  return { file, value: null, problems: [{ file, path: [], line: null, why }], line: () => null };
}

function readText(fileName: string): string | null {
  try {
    return readFileSync(fileName, 'utf8');
  } catch {
    return null;
  }
}
