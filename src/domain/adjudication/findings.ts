import type { ClaimContext, LineContext } from './check.ts';
import { nothingAsked } from './check.ts';
import type { Finding } from './decision.ts';
import type { LineOutcome } from './evidence.ts';
import { type Agenda, findingOf, type Roster } from './roster.ts';
import type { CheckMode } from './rule-pack.ts';

/** The greater the worse. */
export const outcomeWeight: Readonly<Record<LineOutcome, number>> = {
  approved: 0,
  reduced: 1,
  referred: 2,
  declined: 3,
};

const loudness: Readonly<Record<CheckMode, number>> = { observe: 0, warn: 1, enforce: 2 };

/** The findings of the claim-wide checks, once for all lines, each with its place among a line's. */
export type ClaimFindings = readonly { readonly place: number; readonly finding: Finding }[];

export const judgeClaim = ({ ofClaim }: Roster, context: ClaimContext): ClaimFindings =>
  ofClaim.map((seat) => ({
    place: seat.place,
    finding: findingOf(seat, seat.check.run(context), null),
  }));

/** All findings on one line, in the order of the checks: those of the claim and its own. */
export function judgeLine(
  agenda: Agenda,
  ofClaim: ClaimFindings,
  context: LineContext,
): readonly Finding[] {
  const { approval } = context;
  const findings = agenda.findings.slice();
  for (const { place, finding } of ofClaim) findings[place] = finding;
  // An approval may set aside what is not even asked; that too is said.
  for (const { seat, asked } of approval === null ? agenda.asking : agenda.all) {
    const said = asked === null ? nothingAsked : seat.check.run(context, asked);
    findings[seat.place] = findingOf(seat, said, approval);
  }
  return findings as readonly Finding[];
}

/** The worst outcome among findings that decide; what a check only observes or warns of does not. */
export function worstOf(findings: readonly Finding[]): LineOutcome {
  let worst: LineOutcome = 'approved';
  for (const finding of findings) {
    if (finding.outcome !== 'approved' && rank(finding) > outcomeWeight[worst]) {
      worst = finding.outcome;
    }
  }
  return worst;
}

/**
 * Worst first: what decided, then warnings, then what was only observed, then what passed. What weighs the
 * same keeps its order.
 */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.filter(({ outcome }) => outcome !== 'approved');
  if (sorted.length === 0) return findings;
  if (sorted.length > 1) {
    sorted.sort((a, b) => rank(b) - rank(a) || quietRank(b) - quietRank(a));
  }
  for (const finding of findings) if (finding.outcome === 'approved') sorted.push(finding);
  return sorted;
}

const rank = ({ mode, outcome }: Finding): number =>
  mode === 'enforce' ? outcomeWeight[outcome] : 0;

/** Of what does not pass. */
const quietRank = ({ mode, outcome }: Finding): number =>
  loudness[mode] * 4 + outcomeWeight[outcome];
