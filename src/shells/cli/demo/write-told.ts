import { outcomeNames } from '#contracts/messages/checks.ts';
import { formatMoney, formatNumber, type ShownCurrency } from '#contracts/messages/format.ts';
import type { Language } from '#contracts/messages/language.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { Bilingual } from '#domain/people.ts';
import type { Facts, LineTold, Told } from './told.ts';

const languages: readonly Language[] = ['en', 'ar'];
const bothOf = (write: (language: Language) => string): string[] => languages.map(write);
const both = (text: Bilingual): string[] => bothOf((language) => text[language]);

/** One step for a person: a headline in both languages, then what was seen, indented. */
export function writeTold(told: Told, number: number, currency: ShownCurrency): string {
  const { line, notes = [], person, title } = told;
  const facts = [
    ...(person === undefined ? [] : [`${person.en} · ${person.ar}`]),
    ...(line === undefined ? [] : writeLine(line, currency)),
    ...notes.flatMap(writeNote),
    ...writeEnd(told),
  ];
  const [head, second] = both(title);
  return [`${number}. ${head}`, `   ${second}`, ...facts.map((fact) => `     ${fact}`), ''].join(
    '\n',
  );
}

/** Side by side where that fits a terminal. */
const writeNote = ({ ar, en }: Bilingual): string[] =>
  en.length + ar.length <= 80 ? [`${en} · ${ar}`] : [en, ar];

function writeLine(line: LineTold, currency: ShownCurrency): string[] {
  const { reasons } = line;
  return [
    ...bothOf((language) => {
      const verdict = outcomeNames[line.outcome][language];
      return `${line.item[language]} × ${formatNumber(line.asked, language)}: ${verdict}`;
    }),
    ...bothOf((language) => writeMoney(line, currency, language)),
    ...reasons.flatMap(({ sentence }) => both(sentence)),
  ];
}

const writeMoney = (line: LineTold, currency: ShownCurrency, language: Language): string =>
  (
    [
      ['claimed', line.claimed],
      ['insurer', line.insurer],
      ['patient', line.member],
      ['notPayable', line.provider],
    ] as const
  )
    .map(
      ([name, amount]) =>
        `${decisionTexts[name][language]} ${formatMoney(amount, currency, language)}`,
    )
    .join(' | ');

function writeEnd({ expected, got, ok }: Told): string[] {
  if (ok) return ['✓ as told · كما ينبغي'];
  return [
    '✗ not as told · ليس كما ينبغي',
    `expected ${writeFacts(expected)}`,
    `got ${writeFacts(got)}`,
  ];
}

const writeFacts = (facts: Facts): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
