import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache } from './places.mjs';

/** A hash over names, sizes and times of all files below the paths: changes when a source does. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, path);
  return hash.digest('hex');
}

function addPath(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name !== 'node_modules') addPath(hash, join(path, name));
  }
}

const markFile = (name) => cache('marks', name);

/** Whether the step `name` was done for this very fingerprint. */
export const isDone = (name, mark) =>
  existsSync(markFile(name)) && readFileSync(markFile(name), 'utf8') === mark;

export function markDone(name, mark) {
  mkdirSync(dirname(markFile(name)), { recursive: true });
  writeFileSync(markFile(name), mark);
}
