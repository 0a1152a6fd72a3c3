import { canonicalText } from '#contracts/signed-bytes.ts';
import type { Hold, Verdict } from '#contracts/verdicts-api.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { totalOf } from '#domain/adjudication/amounts.ts';
import type {
  Amounts,
  DecidedLine,
  Decision,
  FactUsed,
  Finding,
} from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';

/** What the server decides on a claim, before it is numbered. */
export interface Settlement
  extends Pick<Verdict, 'outcome' | 'totals' | 'differences' | 'hold' | 'voids'> {
  readonly decision: Decision | null;
  /** The lines as they are paid: the terminal's where it guaranteed them, else the server's. */
  readonly lines: readonly DecidedLine[];
}

/** A claim that waits for a person without having been decided. */
export const heldUnread = (hold: Hold): Settlement => ({
  outcome: 'pended',
  decision: null,
  totals: null,
  differences: [],
  hold,
  lines: [],
});

/** The same, without the lines that it does not have. */
export function unread(hold: Hold): Omit<Settlement, 'lines'> {
  const { lines: _, ...said } = heldUnread(hold);
  return said;
}

/**
 * Decides a claim again on the server's fuller facts and holds the result against the terminal's.
 * A line that the terminal guaranteed is paid as it decided, whatever the server knows besides; the
 * difference names what it did not know. A held claim guarantees nothing.
 */
export function settleClaim(
  fuller: AdjudicationInput,
  pack: CompiledPack,
  theirs: Decision,
  hold: Hold | null,
): Settlement {
  const decision = adjudicate(fuller, pack);
  const pairs = decision.lines.map((ours) => ({
    ours,
    their: theirs.lines.find(({ lineId }) => lineId === ours.lineId) ?? null,
  }));
  const lines = paidLines(decision.lines, theirs.lines, hold);
  return {
    outcome: hold === null ? outcomeOf(lines, theirs) : 'pended',
    decision,
    totals: totalOf(lines),
    differences: pairs.flatMap(({ ours, their }) => differenceOf(ours, their)),
    ...(hold === null ? {} : { hold }),
    lines,
  };
}

/** The lines as they are paid: the terminal's where it guaranteed them and can be relied on, else the server's. */
export const paidLines = (
  ours: readonly DecidedLine[],
  theirs: readonly DecidedLine[],
  hold: Hold | null,
): readonly DecidedLine[] =>
  ours.map((our) => {
    const their = theirs.find(({ lineId }) => lineId === our.lineId);
    return hold === null && their?.guaranteed === true ? their : our;
  });

/** rejected: nothing is payable; pended: a person must look; accepted: as the terminal said; else adjusted. */
function outcomeOf(lines: readonly DecidedLine[], theirs: Decision): Verdict['outcome'] {
  if (lines.some(({ outcome }) => outcome === 'referred')) return 'pended';
  if (lines.every(({ outcome }) => outcome === 'declined')) return 'rejected';
  return lines.every((line) => isAsDecided(line, theirs)) ? 'accepted' : 'adjusted';
}

const isAsDecided = (line: DecidedLine, theirs: Decision): boolean => {
  const their = theirs.lines.find(({ lineId }) => lineId === line.lineId);
  return their !== undefined && isSameAmounts(line.amounts, their.amounts);
};

const amountNames = [
  'claimed',
  'insurer',
  'memberShare',
  'memberPrivate',
  'providerWriteOff',
] as const;

const isSameAmounts = (a: Amounts, b: Amounts): boolean =>
  amountNames.every((name) => a[name] === b[name]) && a.otherPayers === b.otherPayers;

function differenceOf(ours: DecidedLine, their: DecidedLine | null): Verdict['differences'] {
  if (
    their !== null &&
    ours.outcome === their.outcome &&
    isSameAmounts(ours.amounts, their.amounts)
  )
    return [];
  const finding = decisiveFinding(ours, their);
  if (finding === null) return [];
  return [
    {
      lineId: ours.lineId,
      check: finding.check,
      reason: finding.reason,
      guaranteed: their?.guaranteed ?? false,
      facts: [...unknownFacts(finding, their)],
    },
  ];
}

/** What the centre knows and the terminal's finding of the same check did not mention. */
function unknownFacts({ check, facts }: Finding, their: DecidedLine | null): readonly FactUsed[] {
  const known = their?.findings.find((finding) => finding.check === check)?.facts ?? [];
  const essence = ({ name, value }: FactUsed) => canonicalText([name, value]);
  const mentioned = new Set(known.map(essence));
  return facts.filter((fact) => fact.source === 'centre' && !mentioned.has(essence(fact)));
}

/** The worst finding of ours that the terminal's line does not have alike; where ours is milder, the one it lost. */
function decisiveFinding(ours: DecidedLine, their: DecidedLine | null): Finding | null {
  const differs = (finding: Finding, others: readonly Finding[]) =>
    others.find(({ check }) => check === finding.check)?.outcome !== finding.outcome;
  const theirFindings = their?.findings ?? [];
  const worse = ours.findings.find((finding) => differs(finding, theirFindings));
  return worse ?? ours.findings[0] ?? null;
}
