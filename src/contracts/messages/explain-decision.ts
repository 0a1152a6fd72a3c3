import { ageInHours } from '#domain/adjudication/ages.ts';
import { listTerms } from '#domain/adjudication/arithmetic.ts';
import type {
  DecidedLine,
  Decision,
  FactUsed,
  Finding,
  NearestChange,
} from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { Item, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { CalendarDate } from '#domain/dates.ts';
import {
  checkNames,
  factNames,
  modeNames,
  outcomeNames,
  sourceNames,
  unknownValue,
} from './checks.ts';
import { explainFinding } from './explain.ts';
import { termTexts } from './explanation-texts.ts';
import { fill, formatMoney, formatShown, sentence } from './format.ts';
import type { Language, Text } from './language.ts';
import { nearestTexts } from './nearest.ts';

export interface ExplainedFact {
  readonly name: FactUsed['name'];
  readonly label: Text;
  readonly value: Text;
  readonly isKnown: boolean;
  readonly source: FactUsed['source'];
  readonly sourceLabel: Text;
  readonly asOf: string | null;
  /** Begun hours from when it was known to the decision; null where it has no age. */
  readonly ageHours: number | null;
}

export interface ExplainedCheck {
  readonly check: Finding['check'];
  readonly label: Text;
  readonly outcome: Finding['outcome'];
  readonly outcomeLabel: Text;
  readonly mode: Finding['mode'];
  readonly modeLabel: Text;
  /** Null where it passed. */
  readonly reason: { readonly code: NonNullable<Finding['reason']>; readonly text: Text } | null;
  readonly clause: ExplainedClause | null;
  readonly bearer: Finding['bearer'];
  readonly nearest: ExplainedChange | null;
  readonly waivedBy: string | null;
  readonly facts: readonly ExplainedFact[];
}

export interface ExplainedClause {
  readonly id: string;
  readonly reference: Text;
  readonly text: Text;
}

export type ExplainedChange = NearestChange & { readonly text: Text };

export interface ExplainedTerm {
  readonly kind: ReturnType<typeof listTerms>[number]['kind'];
  /** Minor units; negative where it is taken away. All terms together are the insurer's amount. */
  readonly amount: number;
  readonly text: Text;
}

export interface ExplainedItem {
  readonly code: string;
  readonly name: Text;
}

export interface ExplainedLine {
  readonly lineId: string;
  readonly item: ExplainedItem;
  /** Its own day; null: the claim's. */
  readonly on: CalendarDate | null;
  readonly outcome: DecidedLine['outcome'];
  readonly outcomeLabel: Text;
  readonly checks: readonly ExplainedCheck[];
  readonly arithmetic: readonly ExplainedTerm[];
  readonly amounts: DecidedLine['amounts'];
  /** The change that answers what decided; null where everything passed. */
  readonly nearest: ExplainedChange | null;
  readonly substitute: ExplainedItem | null;
  /** What is not offered in its place because one of the two is of a narrow therapeutic index. */
  readonly notExchangeable: ExplainedItem | null;
}

/** What the words of an explanation are taken from: the insurer's names and clauses. */
export type Named = Pick<RulePack, 'items' | 'clauses'>;

/** Which medicine would be approved in a line's place, and which is not exchanged for its; where nobody looked, null. */
export interface Substitutes {
  of(lineId: string): Item | null;
  keptApart(itemCode: string): Item | null;
}

const nobodyLooked: Substitutes = { of: () => null, keptApart: () => null };

/**
 * Explains every line in both languages: its checks with their facts, sources and ages, clauses, the arithmetic
 * whose terms add up exactly, and the nearest change that passes. Pure, for screen, paper and command line.
 */
export function explainDecision(
  decision: Decision,
  input: AdjudicationInput,
  { items, clauses }: Named,
  substitutes: Substitutes = nobodyLooked,
): readonly ExplainedLine[] {
  const { currency } = decision;
  const quoted = new Map(clauses.map((clause) => [clause.id, clause]));
  const names = new Map(items.map(({ code, name }) => [code, name]));
  return decision.lines.map((line): ExplainedLine => {
    const asked = input.claim.lines.find(({ lineId }) => lineId === line.lineId);
    const code = asked?.itemCode ?? '';
    const checks = line.findings.map((finding) => explainCheck(finding, input, currency, quoted));
    const isWhole = line.outcome === 'approved';
    const substitute = isWhole ? null : substitutes.of(line.lineId);
    const keptApart = isWhole || substitute !== null ? null : substitutes.keptApart(code);
    return {
      lineId: line.lineId,
      item: { code, name: names.get(code) ?? { ar: code, en: code } },
      on: asked?.on ?? null,
      outcome: line.outcome,
      outcomeLabel: outcomeNames[line.outcome],
      checks,
      arithmetic: listTerms(line).map(({ kind, amount, shown }) => ({
        kind,
        amount,
        text: both((language) => sentence(termTexts[kind][language], shown, language, currency)),
      })),
      amounts: line.amounts,
      nearest: line.outcome === 'approved' ? null : (checks[0]?.nearest ?? null),
      substitute: itemTold(substitute),
      notExchangeable: itemTold(keptApart),
    };
  });
}

const itemTold = (item: Item | null): ExplainedItem | null =>
  item === null ? null : { code: item.code, name: item.name };

function explainCheck(
  finding: Finding,
  { decidedAt }: AdjudicationInput,
  currency: Decision['currency'],
  quoted: ReadonlyMap<string, Named['clauses'][number]>,
): ExplainedCheck {
  const { check, outcome, mode, reason, clause, bearer, nearest, waivedBy, facts } = finding;
  const inWords = (language: Language) =>
    explainFinding(finding, language, currency)?.sentence ?? '';
  return {
    check,
    label: checkNames[check],
    outcome,
    outcomeLabel: outcomeNames[outcome],
    mode,
    modeLabel: modeNames[mode],
    reason: reason === null ? null : { code: reason, text: both(inWords) },
    clause: clause === null ? null : (quoted.get(clause) ?? null),
    bearer,
    nearest: nearest === null ? null : { ...nearest, text: explainChange(nearest, currency) },
    waivedBy,
    facts: facts.map((fact) => explainFact(fact, decidedAt, currency)),
  };
}

function explainFact(
  { name, value, source, asOf }: FactUsed,
  decidedAt: AdjudicationInput['decidedAt'],
  currency: Decision['currency'],
): ExplainedFact {
  return {
    name,
    label: factNames[name],
    value:
      value === null ? unknownValue : both((language) => formatShown(value, language, currency)),
    isKnown: value !== null,
    source,
    sourceLabel: sourceNames[source],
    asOf,
    ageHours: asOf === null ? null : ageInHours(asOf, decidedAt),
  };
}

const explainChange = (change: NearestChange, currency: Decision['currency']): Text =>
  both((language) => {
    const { text } = nearestTexts[change.kind];
    if (change.kind === 'wait-until') {
      const date = formatShown({ kind: 'date', value: change.date }, language, currency);
      return fill(text[language], { date });
    }
    if (change.kind === 'unit-price')
      return fill(text[language], { price: formatMoney(change.price, currency, language) });
    if (change.kind !== 'quantity') return text[language];
    const quantity = formatShown({ kind: 'units', value: change.quantity }, language, currency);
    return fill(text[language], { quantity });
  });

const both = (write: (language: Language) => string): Text => ({
  ar: write('ar'),
  en: write('en'),
});
