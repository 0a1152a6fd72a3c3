import type { Decision } from '#domain/adjudication/decision.ts';
import { claimOutcomeNames } from './checks.ts';
import type { ExplainedCheck, ExplainedFact, ExplainedLine } from './explain-decision.ts';
import { explanationTexts as texts, totalTexts } from './explanation-texts.ts';
import {
  fill,
  formatAmount,
  formatDate,
  formatInstant,
  formatNumber,
  formatShown,
  isolate,
} from './format.ts';
import type { Language } from './language.ts';

/** An explanation as plain text, one thing a line, for a terminal or a page. */
export function writeExplanation(
  decision: Decision,
  lines: readonly ExplainedLine[],
  language: Language,
): string {
  const { currency, claimId, outcome, totals } = decision;
  const amount = (minor: number) => formatAmount(minor, currency, language);
  const names = (Object.keys(totalTexts) as (keyof typeof totalTexts)[]).filter(
    (name) => totals[name] !== undefined,
  );
  const written = [
    fill(texts.claim[language], {
      claim: isolate(claimId),
      outcome: claimOutcomeNames[outcome][language],
    }),
    ...lines.flatMap((line, at) => ['', ...writeLine(line, at + 1, language, amount, currency)]),
    '',
    texts.totals[language],
    ...names.map((name) => `  ${amount(totals[name] ?? 0)}  ${totalTexts[name][language]}`),
  ];
  return `${written.join('\n')}\n`;
}

function writeLine(
  line: ExplainedLine,
  number: number,
  language: Language,
  amount: (minor: number) => string,
  currency: Decision['currency'],
): readonly string[] {
  const parts = {
    number: formatNumber(number, language),
    item: line.item.name[language],
    outcome: line.outcomeLabel[language],
  };
  const head =
    line.on === null
      ? fill(texts.line[language], parts)
      : fill(texts.lineOn[language], { ...parts, day: formatDate(line.on, language) });
  const decisive = line.checks[0];
  const quote = decisive?.reason == null ? [] : writeReason(decisive, language);
  const change = line.nearest?.text[language];
  const instead = line.substitute?.name[language];
  const other = line.notExchangeable?.name[language];
  return [
    head,
    ...quote.map((one) => `  ${one}`),
    ...(change === undefined ? [] : [`  ${fill(texts.nearest[language], { change })}`]),
    ...(instead === undefined ? [] : [`  ${fill(texts.substitute[language], { item: instead })}`]),
    ...(other === undefined ? [] : [`  ${fill(texts.notExchangeable[language], { item: other })}`]),
    `  ${texts.arithmetic[language]}`,
    ...line.arithmetic.map((term) => `    ${amount(term.amount)}  ${term.text[language]}`),
    `    ${amount(line.amounts.insurer)}  ${texts.insurer[language]}`,
    `  ${texts.checks[language]}`,
    ...line.checks.flatMap((check) => writeCheck(check, language, currency)),
  ];
}

const writeReason = ({ reason, clause }: ExplainedCheck, language: Language): readonly string[] => [
  ...(reason === null ? [] : [reason.text[language]]),
  ...(clause === null
    ? []
    : [
        fill(texts.quoted[language], {
          reference: clause.reference[language],
          text: clause.text[language],
        }),
      ]),
];

function writeCheck(
  check: ExplainedCheck,
  language: Language,
  currency: Decision['currency'],
): readonly string[] {
  const head = fill(texts.check[language], {
    check: check.label[language],
    outcome: check.outcomeLabel[language],
    mode: check.modeLabel[language],
  });
  const waived =
    check.waivedBy === null
      ? []
      : [fill(texts.waived[language], { approval: isolate(check.waivedBy) })];
  const said = [...writeReason(check, language), ...waived];
  return [
    `    ${head}`,
    ...said.map((one) => `      ${one}`),
    ...check.facts.map((fact) => `      - ${writeFact(fact, language, currency)}`),
  ];
}

function writeFact(
  fact: ExplainedFact,
  language: Language,
  currency: Decision['currency'],
): string {
  const source = fact.sourceLabel[language];
  const dated =
    fact.asOf === null || fact.ageHours === null
      ? source
      : fill(texts.dated[language], {
          source,
          moment: formatInstant(fact.asOf, language),
          age: formatShown({ kind: 'hours', value: fact.ageHours }, language, currency),
        });
  const { label, value } = fact;
  return fill(texts.fact[language], {
    name: label[language],
    value: value[language],
    source: dated,
  });
}
