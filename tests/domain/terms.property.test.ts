import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { add, money } from '#domain/money.ts';
import { line } from './builders.ts';
import { anyTermsInput, anyTermsPack, optionalFacts } from './term-arbitraries.ts';
import { asking, ceiling, use, withItemRule } from './terms.ts';

const decide = (input: AdjudicationInput, pack: RulePack): Decision =>
  adjudicate(input, compilePack(pack));

const holds = (property: (input: AdjudicationInput, pack: RulePack) => void) =>
  fc.assert(fc.property(anyTermsInput, anyTermsPack, property), { numRuns: 250 });

const withLines = (
  input: AdjudicationInput,
  lines: AdjudicationInput['claim']['lines'],
): AdjudicationInput => ({ ...input, claim: { ...input.claim, lines } });

const isPayable = (outcome: string) => outcome === 'approved' || outcome === 'reduced';

describe('under terms of every kind', () => {
  it('the money adds up exactly on every line, and nothing is negative', () => {
    holds((input, pack) => {
      for (const { amounts, allowedQuantity, lineId } of decide(input, pack).lines) {
        const { claimed, ...parts } = amounts;
        expect(add(...Object.values(parts))).toBe(claimed);
        for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
        const asked = input.claim.lines.find((one) => one.lineId === lineId)?.quantity ?? 0;
        expect(allowedQuantity).toBeLessThanOrEqual(asked);
      }
    });
  });

  it('reaches every verdict', () => {
    const seen = new Set<string>();
    const note = (input: AdjudicationInput, pack: RulePack) => {
      for (const { outcome } of decide(input, pack).lines) seen.add(outcome);
    };
    // A fixed seed: this is about what the arbitraries reach, not about luck.
    fc.assert(fc.property(anyTermsInput, anyTermsPack, note), { numRuns: 400, seed: 1 });
    expect([...seen].sort()).toEqual(['approved', 'declined', 'reduced', 'referred']);
  });

  it('pays for whole saleable units, or for all that was asked', () => {
    holds((input, pack) => {
      const decision = decide(input, pack);
      decision.lines.forEach(({ allowedQuantity }, at) => {
        const asked = input.claim.lines[at];
        const unit = pack.items.find(({ code }) => code === asked?.itemCode)?.medicine
          ?.saleableUnit;
        if (allowedQuantity !== asked?.quantity) expect(allowedQuantity % (unit ?? 1)).toBe(0);
      });
    });
  });

  it('the verdict does not depend on the order of the checks', () => {
    fc.assert(
      fc.property(
        anyTermsInput,
        anyTermsPack,
        fc.shuffledSubarray([...checks], { minLength: checks.length }),
        (input, pack, shuffled) => {
          const verdict = ({ lines, ...rest }: Decision) => ({
            ...rest,
            lines: lines.map(({ findings, ...one }) => one),
          });
          const again = adjudicate(input, compilePack(pack), shuffled);
          expect(verdict(again)).toEqual(verdict(decide(input, pack)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('the verdict of a line does not change by what comes after it', () => {
    holds((input, pack) => {
      const whole = decide(input, pack).lines;
      const half = Math.floor(whole.length / 2);
      const begun = decide(withLines(input, input.claim.lines.slice(0, half)), pack).lines;
      expect(begun).toEqual(whole.slice(0, half));
    });
  });

  it.each(optionalFacts)('leaving out what is known of %s never pays more', (fact) => {
    holds((input, pack) => {
      for (const one of input.claim.lines) {
        const alone = withLines(input, [one]);
        const { [fact]: _, ...without } = alone;
        const before = decide(alone, pack).lines[0];
        const after = decide(without, pack).lines[0];
        if (!isPayable(before?.outcome ?? '')) expect(isPayable(after?.outcome ?? '')).toBe(false);
        expect(after?.amounts.insurer ?? 0).toBeLessThanOrEqual(before?.amounts.insurer ?? 0);
      }
    });
  });

  it('never pays more than is left of a ceiling, however much is claimed and on how many lines', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.nat(20_000),
        fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 5 }),
        fc.constantFrom('net' as const, 'gross' as const),
        (limit, total, quantities, basis) => {
          const lines = quantities.map((quantity, at) =>
            line({ lineId: `${at}`, itemCode: 'PARACETAMOL-500', quantity }),
          );
          const pack = { ...withItemRule({}), ceilings: [ceiling({ limit, basis })] };
          const { totals } = decide(asking({}, { lines, usage: [use(total)] }), pack);
          const used = basis === 'net' ? totals.insurer : add(totals.insurer, totals.memberShare);
          expect(used).toBeLessThanOrEqual(Math.max(0, limit - total));
        },
      ),
    );
  });

  it('is plain JSON', () => {
    holds((input, pack) => {
      const decision = decide(input, pack);
      expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision);
    });
  });

  it('asks for no cash that is not due', () => {
    holds((input, pack) => {
      const { totals, cashDue } = decide(input, pack);
      expect(cashDue).toBeGreaterThanOrEqual(money(0));
      if (totals.claimed === 0) expect(cashDue).toBe(0);
    });
  });
});
