import type { VisitView } from '#contracts/visit-views.ts';
import type { Finding, LineOutcome } from '#domain/adjudication/decision.ts';
import type { CalendarDate } from '#domain/dates.ts';

/** What is known of the cover apart from the question to the person at the counter. */
export interface Cover {
  readonly outcome: LineOutcome;
  /** Findings without the holder's confirmation, worst first. */
  readonly findings: readonly Finding[];
  readonly isHolderRefused: boolean;
}

/** The last day of a cover that has ended, while the contract's days of grace still carry it. */
export interface Grace {
  readonly ended: CalendarDate;
  readonly days: number;
}

/** Null where the cover has not ended, or nothing carries it past its end. */
export function graceOf(findings: readonly Pick<Finding, 'facts'>[]): Grace | null {
  const facts = findings.flatMap((finding) => finding.facts);
  const grace = facts.find(({ name }) => name === 'cover-grace')?.value;
  const ends = facts.flatMap(({ name, value }) =>
    (name === 'policy-period' || name === 'member-period') &&
    value?.kind === 'period' &&
    value.value.to !== null
      ? [value.value.to]
      : [],
  );
  const [ended] = ends.toSorted();
  return grace?.kind !== 'days' || ended === undefined ? null : { ended, days: grace.value };
}

const weight: Record<LineOutcome, number> = { approved: 0, reduced: 1, referred: 2, declined: 3 };

/** Before the holder is confirmed the engine refers: the page shows the cover and asks, it does not alarm. */
export function coverOf({ eligibility, holder }: VisitView): Cover {
  const findings =
    holder === 'not-yet'
      ? eligibility.findings.filter(({ nearest }) => nearest?.kind !== 'confirm-holder')
      : eligibility.findings;
  const outcome =
    holder === 'not-yet'
      ? findings
          .filter(({ mode }) => mode === 'enforce')
          .reduce<LineOutcome>(
            (worst, { outcome: one }) => (weight[one] > weight[worst] ? one : worst),
            'approved',
          )
      : eligibility.outcome;
  return { outcome, findings, isHolderRefused: holder === 'refused' };
}
