import type { Text } from '#contracts/messages/language.ts';
import { type Missing, missingNames } from '#contracts/messages/missing.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { DecidedLine, Finding } from '#domain/adjudication/decision.ts';

type Referred = Pick<DecidedLine, 'outcome'> & {
  readonly findings: readonly Pick<Finding, 'outcome' | 'mode' | 'nearest'>[];
};

/** What referred lines wait for. */
export interface Wanted {
  /** What the counter itself can enter, each once. */
  readonly steps: readonly Missing[];
  /** Something of it is the insurer's to answer. */
  readonly needsInsurer: boolean;
}

export function listWanted(lines: readonly Referred[]): Wanted {
  const asked = lines
    .filter(({ outcome }) => outcome === 'referred')
    .flatMap(({ findings }) => findings)
    .filter(({ outcome, mode }) => outcome === 'referred' && mode === 'enforce')
    .map(({ nearest }) => nearest?.kind);
  return {
    steps: [...new Set(asked.filter(isMissing))],
    needsInsurer: !asked.every(isMissing),
  };
}

/** The line waits for nothing but what the counter itself has to enter. */
export function isIncomplete(line: Referred): boolean {
  const { steps, needsInsurer } = listWanted([line]);
  return steps.length > 0 && !needsInsurer;
}

/** The word of its chip where it is not the outcome's own. */
export const chipText = (line: Referred): { readonly text?: Text } =>
  isIncomplete(line) ? { text: decisionTexts.incomplete } : {};

const isMissing = (kind: string | undefined): kind is Missing =>
  kind !== undefined && Object.hasOwn(missingNames, kind);
