import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms, sumOf, type Term } from '#domain/adjudication/arithmetic.ts';
import type { DecidedLine, MoneyStep } from '#domain/adjudication/decision.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { rulePack } from './builders.ts';
import { type Sum, sums } from './cases/sums/index.ts';

const decide = ({ given, pack }: Sum) => adjudicate(given, preparePack(pack ?? rulePack()));

const tell = ({ amount, shown, ...named }: (MoneyStep | Term) & object): string => {
  const name = 'step' in named ? named.step : `  ${named.kind}`;
  const values = Object.entries(shown).map(
    ([label, { kind, value }]) => `${label} ${JSON.stringify(value)} (${kind})`,
  );
  return [`${name} ${amount}`, ...values].join(', ');
};

const transcribeLine = (line: DecidedLine): readonly string[] => {
  const { amounts, findings, steps, ...rest } = line;
  const loud = findings.filter(({ outcome }) => outcome !== 'approved');
  return [
    JSON.stringify(rest),
    ...loud.map(({ check, mode, outcome, reason }) => `${check} ${mode}: ${outcome}, ${reason}`),
    JSON.stringify(amounts),
    ...steps.map(tell),
    ...listTerms(line).map(tell),
  ];
};

const transcribe = (sum: Sum): string => {
  const { cashDue, lines, outcome, outsideTotal, totals } = decide(sum);
  return [
    sum.title,
    ...lines.flatMap(transcribeLine),
    `${outcome}: ${JSON.stringify(totals)}, outside ${outsideTotal}, in cash ${cashDue}`,
  ].join('\n  ');
};

const isAsked = (kind: Term['kind']): boolean =>
  kind === 'claimed' || kind === 'tax-claimed' || kind === 'unpriced';

describe('a sum', () => {
  it.each(sums.map((sum) => [sum.title, sum] as const))('%s adds up', (_, sum) => {
    for (const line of decide(sum).lines) {
      const { claimed, ...parts } = line.amounts;
      expect(Object.values(parts).reduce<number>((all, part) => all + part, 0)).toBe(claimed);
      const terms = listTerms(line);
      expect(sumOf(terms)).toBe(line.amounts.insurer);
      expect(sumOf(terms.filter(({ kind }) => isAsked(kind)))).toBe(claimed);
    }
  });

  it('is the same as ever, word for word', async () => {
    // After a change that is meant: Vitest with `-u`, and reading what it changed.
    await expect(sums.map(transcribe).join('\n\n')).toMatchFileSnapshot('said/sums.txt');
  });
});
