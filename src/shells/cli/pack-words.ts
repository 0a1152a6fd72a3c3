import type { Failure } from '#domain/failures.ts';
import type { PackCheck } from '#packs/check/check-pack.ts';
import { formatPath, type Problem } from '#packs/problem.ts';
import { sayRefusal } from '../say-failure.ts';

/** `prices.yaml:9: lists[0].prices.MET-850: what is wrong, and the cure` */
export function sayProblem({ file, line, path, why }: Problem): string {
  const place = formatPath(path);
  return [line === null ? file : `${file}:${line}`, ...(place === '' ? [] : [place]), why].join(
    ': ',
  );
}

/** Whoever runs the command has the pack at hand: the place and the cure, without the counter's advice. */
export const sayPackFailure = (refused: Failure): string =>
  refused.code === 'reference-malformed'
    ? `${[refused.file, refused.where].filter((part) => part !== '').join(', ')}: ${refused.why}`
    : sayRefusal(refused);

/** What is told on standard error of a pack that is not fit; empty when nothing is wrong. */
export const sayProblems = ({ problems }: PackCheck): string =>
  problems.map((problem) => `${sayProblem(problem)}\n`).join('');

/** As `--json` has a problem. */
export const asJson = ({ file, line, path, why }: Problem) => ({
  file,
  line,
  path: formatPath(path),
  why,
});

/** Tells on standard error and answers the exit code. */
export function refuse(complaint: string, code: number): number {
  process.stderr.write(complaint.endsWith('\n') ? complaint : `${complaint}\n`);
  return code;
}

/** What a command's exit code says. */
export const exits = { done: 0, unfit: 1, misused: 2 } as const;
