import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import type { CheckId } from '#domain/adjudication/reasons.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { rulePack } from './builders.ts';
import type { Case } from './cases/case.ts';
import { casesOf } from './cases/index.ts';

function findingOf(check: CheckId, { given, pack }: Case): Finding {
  const decision = adjudicate(given, preparePack(pack ?? rulePack()));
  const finding = decision.lines.at(-1)?.findings.find((one) => one.check === check);
  if (finding === undefined) throw new Error(`${check} left no finding`);
  return finding;
}

for (const { id, reasons } of checks) {
  describe(id, () => {
    for (const story of casesOf[id]) {
      it(story.title, () => {
        expect(findingOf(id, story)).toMatchObject(story.says);
      });
    }

    it('has a story that passes and one for each of its reasons', () => {
      const told = new Set(casesOf[id].map((story) => findingOf(id, story).reason));
      expect([...told].sort()).toEqual([null, ...reasons].sort());
    });

    it('names who bears what it takes away', () => {
      for (const story of casesOf[id]) {
        const { outcome, bearer } = findingOf(id, story);
        const isLost = outcome === 'declined' || outcome === 'reduced';
        expect(bearer !== null, story.title).toBe(isLost);
      }
    });
  });
}
