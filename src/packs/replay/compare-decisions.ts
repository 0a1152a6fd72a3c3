import type { DecidedLine, Decision, Finding } from '#domain/adjudication/decision.ts';

/** A line that two packs decide differently. */
export interface ChangedLine {
  readonly lineId: string;
  /** What changed it: `price`, or a check with its reason and clause; see below. */
  readonly rule: string;
  readonly before: DecidedLine['outcome'];
  readonly after: DecidedLine['outcome'];
  /** Minor units; more is positive. */
  readonly insurer: number;
  readonly member: number;
}

/** The lines of one claim whose verdict or money differ, each with the rule to which it is laid. */
export function compareDecisions(before: Decision, after: Decision): readonly ChangedLine[] {
  return before.lines.flatMap((was, at): ChangedLine[] => {
    const is = after.lines[at];
    if (is === undefined) throw new Error('one claim was decided with two numbers of lines');
    const insurer = is.amounts.insurer - was.amounts.insurer;
    const member = memberOf(is) - memberOf(was);
    if (was.outcome === is.outcome && insurer === 0 && member === 0) return [];
    const { lineId } = was;
    return [
      { lineId, rule: ruleOf(was, is), before: was.outcome, after: is.outcome, insurer, member },
    ];
  });
}

const memberOf = ({ amounts }: DecidedLine): number => amounts.memberShare + amounts.memberPrivate;

/**
 * The rule to which a change is laid: the worst of what decides afterwards and did not before, else of what
 * decided before and does no more; where the findings are the same, the first step of the sum that differs.
 */
function ruleOf(before: DecidedLine, after: DecidedLine): string {
  const [was, is] = [decidingOf(before), decidingOf(after)];
  const appeared = is.find((finding) => !was.includes(finding));
  if (appeared !== undefined) return appeared;
  const gone = was.find((finding) => !is.includes(finding));
  if (gone !== undefined) return `no longer ${gone}`;
  const step = after.steps.find(({ amount }, at) => amount !== before.steps[at]?.amount);
  return stepNames[step?.step ?? 'insurer'];
}

const stepNames = {
  claimed: 'price',
  'tax-claimed': 'tax',
  'tax-contained': 'tax',
  'tax-payable': 'tax',
  'tax-unpaid': 'tax',
  'tax-member': 'tax',
  'list-price': 'price',
  'decree-price': 'decree price',
  discount: 'discount',
  'percent-of': 'part of another price',
  allowed: 'quantity allowed',
  'above-reference': 'reference price',
  included: 'follow-up',
  lowered: 'conditions',
  'lowered-own': 'conditions',
  'other-payers': 'other payers',
  deductible: 'deductible',
  'co-payment': 'co-payment',
  'co-insurance': 'co-insurance',
  'out-of-pocket': 'out-of-pocket maximum',
  'over-ceiling': 'ceilings',
  insurer: 'insurer’s share',
} as const;

/** Only what is enforced and not set aside decides; worst first. */
const decidingOf = ({ findings }: DecidedLine): readonly string[] =>
  findings.flatMap((finding) =>
    finding.reason !== null && finding.mode === 'enforce' && finding.waivedBy === null
      ? [nameOf(finding)]
      : [],
  );

const nameOf = ({ check, reason, clause }: Finding): string =>
  clause === null ? `${check}: ${reason}` : `${check}: ${reason} (${clause})`;
