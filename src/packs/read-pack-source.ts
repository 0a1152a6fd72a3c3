import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { compileSource } from './compile-source.ts';
import { findConditionTroubles } from './conditions/find-condition-troubles.ts';
import { type Contradiction, when } from './contradiction.ts';
import { findContradictions } from './cross-check.ts';
import { type Origin, originOf } from './origin.ts';
import { type Path, type Problem, problemsAsFailure } from './problem.ts';
import { readTopic, type TopicFile } from './read-topic.ts';
import { type PackSource, smallest, type Topic, topicSchemas, topics } from './source-schema.ts';

/**
 * Reads a pack's source, one YAML file per topic, and compiles it.
 * Fails with `reference-malformed`: the first problem's file, place and cure, and how many more there are.
 */
export function readPackSource(folder: string): Result<RulePack, Failure> {
  const { pack, problems } = inspectPackSource(folder);
  const [first, ...others] = problems;
  if (first !== undefined) return failWith(problemsAsFailure([first, ...others]));
  if (pack === null) throw new Error('a pack without problems was not compiled');
  return succeed(pack);
}

/** Everything that is wrong with a pack's source; the pack is null unless every file has its shape. */
export function inspectPackSource(folder: string): {
  readonly pack: RulePack | null;
  readonly problems: readonly Problem[];
  /** Finds where in the source something of the compiled pack was written. */
  readonly place: (contradiction: Contradiction) => Problem;
} {
  const files = readTopics(folder);
  const source = wholeSource(files);
  const shapeProblems = [
    ...findStrangers(folder),
    ...topics.flatMap((topic) => files[topic].problems),
  ];
  if (source === null) return { pack: null, problems: shapeProblems, place: unplaced };

  const contentProblems: Problem[] = [];
  const say = ({ topic, path }: Origin, why: string): Problem => ({
    file: files[topic].file,
    path,
    line: files[topic].line(path),
    why,
  });
  const report = (origin: Origin, why: string) => {
    contentProblems.push(say(origin, why));
  };
  const pack = compileSource(source, report);
  const contradictions = [
    ...findContradictions(pack),
    ...findUnknownModes(pack),
    ...findConditionTroubles(pack),
  ];
  const place = ({ path, why }: Contradiction) => say(originOf(path, source), why);
  return {
    pack,
    problems: [...shapeProblems, ...contentProblems, ...contradictions.map(place)],
    place,
  };
}

const unplaced = ({ path, why }: Contradiction): Problem => ({ file: '', path, line: null, why });

/** Only for authors: a pack in use may name a check that a later program knows. */
function findUnknownModes(pack: RulePack): Contradiction[] {
  const { modes, trials = [], suspensions = [], conditions } = pack;
  const known = checks.map(({ id }) => id as string);
  const softened = checks
    .filter((check) => !('alwaysEnforced' in check) || check.alwaysEnforced !== true)
    .map(({ id }) => id as string);
  const ids = conditions.map(({ conditionId }) => conditionId);
  const unknown = (check: string, among: readonly string[], path: Path, what = 'check') =>
    when(
      !among.includes(check),
      path,
      `no ${what} is called "${check}": write one of ${among.join(', ')}`,
    );
  return [
    ...Object.keys(modes).flatMap((check) => unknown(check, known, ['modes', check])),
    ...trials.flatMap(({ check }, at) => unknown(check, softened, ['trials', at, 'check'])),
    ...suspensions.flatMap(({ rule }, at) =>
      unknown(rule, [...ids, ...softened], ['suspensions', at, 'rule'], 'condition and no check'),
    ),
  ];
}

type TopicFiles = { readonly [T in Topic]: TopicFile<PackSource[T]> };

const readTopics = (folder: string): TopicFiles =>
  Object.fromEntries(
    topics.map((topic) => [
      topic,
      readTopic(fileOf(folder, topic), topicSchemas[topic], smallest[topic]),
    ]),
  ) as unknown as TopicFiles;

/** JSON is YAML: a topic may stand in either. */
function fileOf(folder: string, topic: Topic): string {
  const yaml = join(folder, `${topic}.yaml`);
  const json = join(folder, `${topic}.json`);
  return !existsSync(yaml) && existsSync(json) ? json : yaml;
}

function wholeSource(files: TopicFiles): PackSource | null {
  if (topics.some((topic) => files[topic].value === null)) return null;
  return Object.fromEntries(
    topics.map((topic) => [topic, files[topic].value]),
  ) as unknown as PackSource;
}

/** Files that no topic claims: most often a topic's name misspelt; and a topic that stands in two. */
function findStrangers(folder: string): Problem[] {
  const expected = new Set(topics.map((topic) => `${topic}.yaml`));
  const files = listFiles(folder);
  const problem = (file: string, why: string) => ({ file, path: [], line: null, why });
  return [
    ...files
      .filter((file) => /\.ya?ml$/.test(file) && !expected.has(file) && file !== 'golden.yaml')
      .map((file) =>
        problem(
          file,
          `no topic has this name: rename it to one of ${[...expected].join(', ')}, or remove it`,
        ),
      ),
    ...topics
      .filter((topic) => files.includes(`${topic}.yaml`) && files.includes(`${topic}.json`))
      .map((topic) => problem(`${topic}.json`, `the topic stands in ${topic}.yaml too: keep one`)),
  ];
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
