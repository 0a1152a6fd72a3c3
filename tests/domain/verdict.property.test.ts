import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Amounts, Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { replays } from '#domain/adjudication/replay.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { unknown } from '#domain/facts.ts';
import { add, money } from '#domain/money.ts';
import { anyInput, anyPack } from './arbitraries.ts';
import { card, line, rulePack, input as story } from './builders.ts';

const toJcs = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalize(value));
const isPayable = (outcome: string) => outcome === 'approved' || outcome === 'reduced';

const holds = (property: (input: AdjudicationInput, pack: RulePack) => void) =>
  fc.assert(fc.property(anyInput, anyPack, property), { numRuns: 300 });

const decide = (input: AdjudicationInput, pack: RulePack): Decision =>
  adjudicate(input, compilePack(pack));

const withLines = (
  input: AdjudicationInput,
  lines: AdjudicationInput['claim']['lines'],
): AdjudicationInput => ({ ...input, claim: { ...input.claim, lines } });

function expectExact({ claimed, ...parts }: Amounts) {
  expect(add(...Object.values(parts))).toBe(claimed);
  for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
}

describe('money', () => {
  it('adds up exactly on every line and in total, and nothing is negative', () => {
    holds((input, pack) => {
      const decision = decide(input, pack);
      for (const { amounts } of decision.lines) expectExact(amounts);
      expectExact(decision.totals);
      const claimed = add(...decision.lines.map(({ amounts }) => amounts.claimed));
      expect(add(decision.totals.claimed, decision.outsideTotal)).toBe(claimed);
    });
  });

  it('makes the insurer pay only for what is approved or reduced', () => {
    holds((input, pack) => {
      for (const { outcome, amounts } of decide(input, pack).lines) {
        if (!isPayable(outcome)) expect(amounts.insurer + amounts.memberShare).toBe(0);
      }
    });
  });

  it('rounds the cash to the nearest step', () => {
    holds((input, pack) => {
      const { totals, cashDue } = decide(input, pack);
      const { cashStep } = pack.currency;
      expect(cashDue % cashStep).toBe(0);
      expect(Math.abs(cashDue - totals.memberShare - totals.memberPrivate) * 2).toBeLessThanOrEqual(
        cashStep,
      );
    });
  });

  it('never pays more for asking more than the list', () => {
    fc.assert(
      fc.property(anyPack, fc.nat(2_000), fc.nat(2_000), (pack, a, b) => {
        const paid = (asked: number | null) => {
          const unitPrice = asked === null ? null : money(asked);
          const lines = [line({ itemCode: 'PARACETAMOL-500', unitPrice })];
          const { amounts } = decide(withLines(story(), lines), { ...pack, modes: {} })
            .lines[0] ?? {
            amounts: { insurer: -1 },
          };
          return amounts.insurer;
        };
        const [lower, higher] = a < b ? [a, b] : [b, a];
        expect(paid(higher)).toBeLessThanOrEqual(paid(null));
        expect(paid(lower)).toBeLessThanOrEqual(paid(higher));
      }),
    );
  });
});

describe('the verdict', () => {
  it('does not depend on the order of the checks', () => {
    fc.assert(
      fc.property(
        anyInput,
        anyPack,
        fc.shuffledSubarray([...checks], { minLength: checks.length }),
        (input, pack, shuffled) => {
          const verdict = ({ lines, ...rest }: Decision) => ({
            ...rest,
            lines: lines.map(({ findings, ...line }) => line),
          });
          const again = adjudicate(input, compilePack(pack), shuffled);
          expect(verdict(again)).toEqual(verdict(decide(input, pack)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the worst of the findings that decide', () => {
    const order = ['approved', 'reduced', 'referred', 'declined'];
    holds((input, pack) => {
      for (const { outcome, findings } of decide(input, pack).lines) {
        expect(findings.map(({ check }) => check).sort()).toEqual(
          checks.map(({ id }) => id).sort(),
        );
        const weights = findings
          .filter(({ mode }) => mode === 'enforce')
          .map((finding) => order.indexOf(finding.outcome));
        expect(order.indexOf(outcome)).toBe(Math.max(...weights));
      }
    });
  });

  it('of a line does not change by what comes after it', () => {
    holds((input, pack) => {
      const whole = decide(input, pack).lines;
      const half = Math.floor(whole.length / 2);
      const begun = decide(withLines(input, input.claim.lines.slice(0, half)), pack).lines;
      expect(begun).toEqual(whole.slice(0, half));
    });
  });

  it('is plain JSON', () => {
    holds((input, pack) => {
      const decision = decide(input, pack);
      expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision);
    });
  });

  it('replays byte for byte from JSON, and a touched one does not', () => {
    holds((input, pack) => {
      const decision = decide(input, pack);
      const stored = JSON.parse(JSON.stringify({ input, decision }));
      expect(replays(stored.input, stored.decision, compilePack(pack), toJcs)).toBe(true);
      const touched = { ...decision, cashDue: add(decision.cashDue, money(1)) };
      expect(replays(input, touched, compilePack(pack), toJcs)).toBe(false);
    });
  });
});

describe('an unknown fact never approves', () => {
  const none = (input: AdjudicationInput) => {
    for (const { outcome } of decide(input, rulePack()).lines) {
      expect(isPayable(outcome)).toBe(false);
    }
  };

  it('of membership', () => {
    holds((input) => none({ ...input, membership: unknown('never-synced', 'centre') }));
  });

  it('of the list of blocked cards', () => {
    holds((input) => none({ ...input, hotlist: unknown('never-synced', 'centre') }));
  });

  it('of the card’s validity', () => {
    holds((input) => none({ ...input, card: card({ validity: null }) }));
  });

  it('of earlier supplies, where repeats are limited', () => {
    holds((input) => {
      const limited = input.claim.lines.filter(({ itemCode }) =>
        /^(ATORVASTATIN|METFORMIN)/.test(itemCode),
      );
      const supplies = [...input.supplies, unknown('unreadable', 'card')];
      none({ ...withLines(input, limited), supplies });
    });
  });

  it('of the price', () => {
    holds((input) => {
      for (const { outcome } of decide(input, { ...rulePack(), prices: [] }).lines) {
        expect(isPayable(outcome)).toBe(false);
      }
    });
  });
});
