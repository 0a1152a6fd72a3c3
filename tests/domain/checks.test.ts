import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { DecidedLine, Finding } from '#domain/adjudication/decision.ts';
import type { CheckId } from '#domain/adjudication/reasons.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { rulePack } from './builders.ts';
import type { Case } from './cases/case.ts';
import { casesOf } from './cases/index.ts';
import { transcribe } from './said.ts';

const lineOf = ({ given, pack }: Case): DecidedLine | undefined =>
  adjudicate(given, preparePack(pack ?? rulePack())).lines.at(-1);

function findingOf(check: CheckId, line: DecidedLine | undefined): Finding {
  const finding = line?.findings.find((one) => one.check === check);
  if (finding === undefined) throw new Error(`${check} left no finding`);
  return finding;
}

for (const check of checks) {
  const { id, reasons } = check;
  describe(id, () => {
    for (const story of casesOf[id]) {
      it(story.title, () => {
        expect(findingOf(id, lineOf(story))).toMatchObject(story.says);
      });
    }

    it('has a story that passes and one for each of its reasons', () => {
      const told = new Set(casesOf[id].map((story) => findingOf(id, lineOf(story)).reason));
      expect([...told].sort()).toEqual([null, ...reasons].sort());
    });

    it('says the same as ever, word for word', async () => {
      const told = casesOf[id].map((story) => {
        const line = lineOf(story);
        const { allowedQuantity = 0 } = line ?? {};
        return { title: story.title, finding: findingOf(id, line), allowedQuantity };
      });
      // After a change that is meant: Vitest with `-u`, and reading what it changed.
      await expect(transcribe(check, told)).toMatchFileSnapshot(`said/${id}.txt`);
    });

    it('names who bears what it takes away', () => {
      for (const story of casesOf[id]) {
        const { outcome, bearer } = findingOf(id, lineOf(story));
        const isLost = outcome === 'declined' || outcome === 'reduced';
        expect(bearer !== null, story.title).toBe(isLost);
      }
    });
  });
}
