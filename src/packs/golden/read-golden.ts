import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTopic, type TopicFile } from '../read-topic.ts';
import { type GoldenFile, goldenSchema } from './golden-schema.ts';

export interface ReadGolden extends TopicFile<GoldenFile> {}

/** The golden claims beside a pack's source: `golden.yaml`, and every file of `golden/`, by name. */
export function readGolden(folder: string): readonly ReadGolden[] {
  const files = [
    ...namesIn(folder).filter((name) => name === 'golden.yaml'),
    ...namesIn(join(folder, 'golden'))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => `golden/${name}`),
  ];
  return files.map((name) => named(readTopic(join(folder, name), goldenSchema), name));
}

/** Says the folder too: files of two folders may share a name. */
const named = (read: TopicFile<GoldenFile>, file: string): ReadGolden => ({
  ...read,
  file,
  problems: read.problems.map((problem) => ({ ...problem, file })),
});

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
