import { formatDecimal } from '#contracts/messages/format.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { DecidedLine, Decision } from '#domain/adjudication/decision.ts';
import type { CompiledPack, RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Money, zero } from '#domain/money.ts';
import { parseAmount } from '../amount-text.ts';
import { openCases, type ReadCase } from '../cases/open-cases.ts';
import { preparePack } from '../prepare-pack.ts';
import type { Path, Problem } from '../problem.ts';
import type { GoldenClaim } from './golden-schema.ts';
import type { ReadGolden } from './read-golden.ts';

export interface TriedGolden {
  readonly claims: readonly {
    readonly file: string;
    readonly name: string;
    readonly holds: boolean;
  }[];
  readonly problems: readonly Problem[];
}

/** Decides every golden claim with the pack; each statement that does not hold is a problem at its place. */
export function tryGolden(files: readonly ReadGolden[], pack: RulePack): TriedGolden {
  const prepared = preparePack(pack);
  const read = openCases(prepared);
  const tried = files.flatMap((file) =>
    (file.value?.claims ?? []).map((claim, at) => {
      const whole = layOver(file.value?.given ?? {}, claim.case);
      const problems = tryClaim(claim, whole, prepared, read).map(({ path, why }): Problem => {
        const place = ['claims', at, ...path];
        return { file: file.file, path: place, line: file.line(place), why };
      });
      return { file: file.file, name: claim.name, problems };
    }),
  );
  return {
    claims: tried.map(({ problems, ...one }) => ({ ...one, holds: problems.length === 0 })),
    problems: [
      ...files.flatMap(({ problems }) => problems),
      ...tried.flatMap(({ problems }) => problems),
    ],
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Field by field: what the case leaves out is as given; lists, and null, stand in the given one's place. */
const layOver = (given: Fields, own: Fields): Fields => ({
  ...given,
  ...Object.fromEntries(
    Object.entries(own).map(([name, value]) => {
      const below = given[name];
      return [name, isFields(below) && isFields(value) ? layOver(below, value) : value];
    }),
  ),
});

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Difference {
  readonly path: Path;
  readonly why: string;
}

function tryClaim(
  { name, expect }: GoldenClaim,
  document: Fields,
  pack: CompiledPack,
  read: ReadCase,
): readonly Difference[] {
  const input = read(document);
  if (!input.ok) {
    return input.failure.map(({ path, why }) => ({
      path: ['case'],
      why: `"${name}" cannot be read${path === '' ? '' : `, ${path}`}: ${why}`,
    }));
  }
  const decision = adjudicate(input.value, pack);
  return [
    ...differs(name, ['expect', 'outcome'], expect.outcome, decision.outcome, () =>
      sayLines(decision),
    ),
    ...compareAmounts(
      name,
      ['expect', 'totals'],
      expect.totals ?? {},
      { ...decision.totals },
      pack,
    ),
    ...(expect.lines === undefined ? [] : compareLines(name, expect.lines, decision, pack)),
  ];
}

function compareLines(
  name: string,
  expected: NonNullable<GoldenClaim['expect']['lines']>,
  { lines }: Decision,
  pack: CompiledPack,
): readonly Difference[] {
  if (expected.length !== lines.length)
    return [
      {
        path: ['expect', 'lines'],
        why: `"${name}" has ${lines.length} lines, not ${expected.length}: expect something of each`,
      },
    ];
  return lines.flatMap((line, at) => {
    const { outcome, reasons, allowedQuantity, tax, ...amounts } = expected[at] ?? {
      outcome: line.outcome,
    };
    const path = ['expect', 'lines', at];
    const found = reasonsOf(line);
    return [
      ...differs(name, [...path, 'outcome'], outcome, line.outcome, () => found.join(', ')),
      ...(reasons === undefined
        ? []
        : differs(name, [...path, 'reasons'], listed(reasons), listed(found))),
      ...(allowedQuantity === undefined
        ? []
        : differs(name, [...path, 'allowedQuantity'], allowedQuantity, line.allowedQuantity)),
      ...compareAmounts(name, path, amounts, { ...line.amounts }, pack),
      ...compareAmounts(name, path, { tax }, { tax: line.tax?.claimed ?? zero }, pack),
    ];
  });
}

function compareAmounts(
  name: string,
  path: Path,
  expected: Readonly<Record<string, string | undefined>>,
  amounts: Readonly<Record<string, Money | undefined>>,
  { pack: { currency } }: CompiledPack,
): readonly Difference[] {
  return Object.entries(expected).flatMap(([part, text]) => {
    if (text === undefined) return [];
    const minor = amounts[part] ?? 0;
    if (parseAmount(text, currency.exponent) === minor) return [];
    return differs(name, [...path, part], text, formatDecimal(minor, currency.exponent));
  });
}

function differs(
  name: string,
  path: Path,
  expected: string | number,
  found: string | number,
  because: () => string = () => '',
): readonly Difference[] {
  if (expected === found) return [];
  const reasons = because();
  const aside = reasons === '' ? '' : ` (${reasons})`;
  const what = path.at(-1);
  const why = `"${name}" decides ${what} ${found}${aside}, not ${expected}: correct the rule, or what is expected`;
  return [{ path, why }];
}

const sayLines = ({ lines }: Decision): string => [...new Set(lines.flatMap(reasonsOf))].join(', ');

/** Codes of what decides: enforced, not passed, not waived. */
const reasonsOf = ({ findings }: DecidedLine): readonly string[] =>
  findings.flatMap(({ reason, mode, waivedBy }) =>
    reason !== null && mode === 'enforce' && waivedBy === null ? [reason] : [],
  );

const listed = (codes: readonly string[]): string =>
  codes.length === 0 ? 'none' : codes.toSorted().join(', ');
