import type { LineOutcome } from '#domain/adjudication/decision.ts';

/** What the centre decided of one line. */
export interface CentreLine {
  readonly outcome: LineOutcome;
  /** Insurer's and member's share together, in minor units. */
  readonly allowed: number;
}

/** The lines of the centre's decision, which travels as plain data: what is not understood is left out. */
export function readCentreLines(decision: unknown): ReadonlyMap<string, CentreLine> {
  const lines = isRecord(decision) && Array.isArray(decision.lines) ? decision.lines : [];
  return new Map(lines.flatMap((line: unknown) => readLine(line)));
}

function readLine(line: unknown): readonly (readonly [string, CentreLine])[] {
  if (!isRecord(line) || typeof line.lineId !== 'string' || !isOutcome(line.outcome)) return [];
  const { amounts } = line;
  if (!isRecord(amounts)) return [];
  const { insurer, memberShare } = amounts;
  if (typeof insurer !== 'number' || typeof memberShare !== 'number') return [];
  return [[line.lineId, { outcome: line.outcome, allowed: insurer + memberShare }]];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isOutcome = (value: unknown): value is LineOutcome =>
  value === 'approved' || value === 'reduced' || value === 'referred' || value === 'declined';
