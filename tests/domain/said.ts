import type { ClaimCheck, LineCheck } from '#domain/adjudication/check.ts';
import type { Finding } from '#domain/adjudication/decision.ts';

/** All that a check says of each of its stories, as a text in which a person sees what changed. */
export const transcribe = (
  { alwaysEnforced, id, requirements, scope }: ClaimCheck | LineCheck,
  told: readonly Told[],
): string =>
  [
    `${id}: asked of the ${scope}, answers ${requirements.join(', ')}${alwaysEnforced ? ', always enforced' : ''}`,
    ...told.map(({ title, finding, allowedQuantity }) =>
      [title, ...listSaid(finding), `${allowedQuantity} allowed`].join('\n  '),
    ),
  ].join('\n\n');

interface Told {
  readonly title: string;
  readonly finding: Finding;
  /** Of the line, after all checks. */
  readonly allowedQuantity: number;
}

const listSaid = ({ check: _, facts, shown, ...rest }: Finding): readonly string[] => [
  JSON.stringify(rest, (_key, value: unknown) => value ?? undefined),
  ...Object.entries(shown).map(([name, value]) => `shows ${name}: ${JSON.stringify(value)}`),
  ...facts.map(
    ({ asOf, name, source, value }) =>
      `${name}: ${JSON.stringify(value)} from ${source}, ${asOf ?? 'undated'}`,
  ),
];
