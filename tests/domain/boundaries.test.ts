import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { CheckId } from '#domain/adjudication/reasons.ts';
import type { CheckMode } from '#domain/adjudication/rule-pack.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { boundariesOf } from './boundaries.ts';
import { rulePack } from './builders.ts';
import type { Case } from './cases/case.ts';
import { casesOf } from './cases/index.ts';

const lineOf = ({ given, pack = rulePack() }: Case, modes = pack.modes): DecidedLine => {
  const line = adjudicate(given, preparePack({ ...pack, modes })).lines.at(-1);
  if (line === undefined) throw new Error('the story has no line');
  return line;
};
const findingOf = (check: CheckId, line: DecidedLine) =>
  line.findings.find((finding) => finding.check === check);

const rank = { approved: 0, reduced: 1, referred: 2, declined: 3 } as const;

describe.each(checks)('$id', ({ id, alwaysEnforced }) => {
  const boundaries = boundariesOf[id];

  it('has a story on each side of its bounds and one on them, which do not all end alike', () => {
    if (typeof boundaries === 'string') return expect(boundaries).not.toBe('');
    expect(boundaries.length).toBeGreaterThan(0);
    for (const { of, under, exactly, over } of boundaries) {
      const told = [under, exactly, over].map((title) => {
        const story = casesOf[id].find((one) => one.title === title);
        if (story === undefined) throw new Error(`no story "${title}"`);
        const { outcome = null, reason = null } = findingOf(id, lineOf(story)) ?? {};
        return `${outcome} ${reason}`;
      });
      expect(new Set(told).size, of).toBeGreaterThan(1);
    }
  });

  it.each<CheckMode>(['observe', 'warn'])('decides nothing where the pack lets it %s', (mode) => {
    const refused = casesOf[id].filter((story) => findingOf(id, lineOf(story))?.reason != null);
    expect(refused.length).toBeGreaterThan(0);
    for (const story of refused) {
      const { modes } = story.pack ?? rulePack();
      const line = lineOf(story, { ...modes, [id]: mode });
      const finding = findingOf(id, line);
      // What is enforced whatever the pack says stays so.
      if (alwaysEnforced === true) {
        expect(finding?.mode, story.title).toBe('enforce');
        continue;
      }
      expect(finding?.mode, story.title).not.toBe('enforce');
      const felt = line.findings.filter((one) => one.mode === 'enforce' && one.waivedBy === null);
      const worst = felt.reduce((most, { outcome }) => Math.max(most, rank[outcome]), 0);
      expect(rank[line.outcome], story.title).toBe(worst);
    }
  });

  it('decides the line where the pack enforces it', () => {
    const refused = casesOf[id].filter(
      ({ says }) => says.reason != null && says.mode === undefined,
    );
    for (const story of refused) {
      const line = lineOf(story);
      const finding = findingOf(id, line);
      if (finding === undefined || finding.mode !== 'enforce' || finding.waivedBy !== null)
        continue;
      expect(rank[line.outcome], story.title).toBeGreaterThanOrEqual(rank[finding.outcome]);
    }
  });
});
