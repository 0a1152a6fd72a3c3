import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { PlainDecision } from './rivals.ts';

/** A decision in the form in which engines are compared: the outcome and the set of its reasons. */
export const gistOfLine = ({ outcome, findings }: DecidedLine): string => gist(outcome, findings);

export const gistOfPlain = ({ outcome, findings }: PlainDecision): string =>
  gist(outcome, findings);

const gist = (
  outcome: string,
  findings: readonly {
    readonly check: string;
    readonly outcome: string;
    readonly reason: string | null;
  }[],
): string => {
  const said = findings.flatMap(({ check, outcome: how, reason }) =>
    reason === null ? [] : [`${check} ${how}: ${reason}`],
  );
  return [outcome, ...said.sort()].join('; ');
};
