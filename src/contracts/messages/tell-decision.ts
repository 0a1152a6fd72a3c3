import type {
  Amounts,
  Bearer,
  ClaimOutcome,
  DecidedLine,
  DecidedTax,
  Decision,
  Finding,
  NearestChange,
} from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type StandardReason, standardReason } from '../standard-reasons.ts';
import { explainFinding } from './explain.ts';
import { formatDecimal } from './format.ts';
import type { Text } from './language.ts';

/** An amount in minor units and as decimal text of the decision's currency. */
export interface ToldAmount {
  readonly minor: number;
  readonly decimal: string;
}

export interface ToldReason {
  readonly check: Finding['check'];
  readonly code: NonNullable<Finding['reason']>;
  readonly outcome: Finding['outcome'];
  /** Only what is enforced decides. */
  readonly mode: Finding['mode'];
  readonly short: Text;
  readonly text: Text;
  readonly clause: string | null;
  readonly bearer: Bearer | null;
  readonly nearest: NearestChange | null;
  readonly waivedBy: string | null;
  /** In the codes of other systems. */
  readonly standard: StandardReason;
}

export interface ToldLine {
  readonly lineId: string;
  readonly item: string;
  /** Its own day; left out: the claim's. */
  readonly date?: CalendarDate;
  readonly outcome: DecidedLine['outcome'];
  readonly guaranteed: boolean;
  readonly quantity: number;
  readonly allowedQuantity: number;
  readonly allowedDays: number | null;
  /** Who bears what is not payable, by the reason that decided; null where nothing is lost. */
  readonly bearer: Bearer | null;
  /** What did not pass, worst first. */
  readonly reasons: readonly ToldReason[];
  readonly amounts: ToldAmounts;
  /** What of the member's share is deductible and fixed co-payment; left out: nothing. */
  readonly deductible?: ToldAmount;
  readonly coPayment?: ToldAmount;
  /** What of the amounts is tax; left out: none was due or asked. */
  readonly tax?: ToldTax;
}

export interface ToldTax {
  readonly category: string | null;
  /** In percent, as decimal text; null: no rate is known on the service date. */
  readonly percent: string | null;
  readonly isInPrices: boolean;
  readonly claimed: ToldAmount;
  readonly insurer: ToldAmount;
  readonly member: ToldAmount;
}

export type ToldAmounts = { readonly [Name in keyof Amounts]: ToldAmount };

/** A decision for somebody who has no engine: its reasons in words, its amounts in both notations. */
export interface ToldDecision {
  readonly claimId: string;
  readonly outcome: ClaimOutcome;
  readonly currency: Decision['currency'];
  readonly lines: readonly ToldLine[];
  readonly totals: ToldAmounts;
  readonly outsideTotal: ToldAmount;
  readonly cashDue: ToldAmount;
  /** As the engine gave it, with every check's finding and its facts. */
  readonly decision: Decision;
}

/** Tells a decision; the input is the one on which it was made. */
export function tellDecision(decision: Decision, { claim }: AdjudicationInput): ToldDecision {
  const { claimId, outcome, currency } = decision;
  const tell = (minor: number): ToldAmount => ({
    minor,
    decimal: formatDecimal(minor, currency.exponent),
  });
  return {
    claimId,
    outcome,
    currency,
    lines: decision.lines.map((line) => {
      const asked = claim.lines.find(({ lineId }) => lineId === line.lineId);
      return {
        lineId: line.lineId,
        item: asked?.itemCode ?? '',
        ...(asked?.on === undefined ? {} : { date: asked.on }),
        outcome: line.outcome,
        guaranteed: line.guaranteed,
        quantity: asked?.quantity ?? 0,
        allowedQuantity: line.allowedQuantity,
        allowedDays: line.allowedDays,
        bearer: line.outcome === 'approved' ? null : (line.findings[0]?.bearer ?? null),
        reasons: line.findings.flatMap((finding) => tellReason(finding, currency)),
        amounts: tellAmounts(line.amounts, tell),
        ...tellParts(line, tell),
      };
    }),
    totals: tellAmounts(decision.totals, tell),
    outsideTotal: tell(decision.outsideTotal),
    cashDue: tell(decision.cashDue),
    decision,
  };
}

function tellReason(finding: Finding, currency: Decision['currency']): ToldReason[] {
  const { check, reason, outcome, mode, clause, bearer, nearest, waivedBy } = finding;
  const ar = explainFinding(finding, 'ar', currency);
  const en = explainFinding(finding, 'en', currency);
  if (reason === null || ar === null || en === null) return [];
  const short = { ar: ar.short, en: en.short };
  const text = { ar: ar.sentence, en: en.sentence };
  const standard = standardReason(reason, bearer);
  const told = {
    check,
    code: reason,
    outcome,
    mode,
    short,
    text,
    clause,
    bearer,
    nearest,
    waivedBy,
  };
  return [{ ...told, standard }];
}

type Tell = (minor: number) => ToldAmount;

function tellParts(
  { deductible, coPayment, tax }: DecidedLine,
  tell: Tell,
): Pick<ToldLine, 'deductible' | 'coPayment' | 'tax'> {
  return {
    ...(deductible === undefined ? {} : { deductible: tell(deductible) }),
    ...(coPayment === undefined ? {} : { coPayment: tell(coPayment) }),
    ...(tax === undefined ? {} : { tax: tellTax(tax, tell) }),
  };
}

const tellTax = (tax: DecidedTax, tell: Tell): ToldTax => ({
  category: tax.category,
  percent: tax.perTenThousand === null ? null : formatDecimal(tax.perTenThousand, 2),
  isInPrices: tax.isInPrices,
  claimed: tell(tax.claimed),
  insurer: tell(tax.insurer),
  member: tell(tax.member),
});

const tellAmounts = (amounts: Amounts, tell: (minor: number) => ToldAmount): ToldAmounts => ({
  claimed: tell(amounts.claimed),
  insurer: tell(amounts.insurer),
  memberShare: tell(amounts.memberShare),
  memberPrivate: tell(amounts.memberPrivate),
  providerWriteOff: tell(amounts.providerWriteOff),
  ...(amounts.otherPayers === undefined ? {} : { otherPayers: tell(amounts.otherPayers) }),
});
