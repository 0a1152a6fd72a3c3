import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms, sumOf } from '#domain/adjudication/arithmetic.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { input, line as item, rulePack, signed } from './builders.ts';
import { ceiling, use } from './terms.ts';

/** Thirty tablets at 1.00, of which the member bears a fifth: 24.00 from the insurer. */
function decide(changes: Partial<ClaimLine>, pack: RulePack = rulePack()): DecidedLine {
  const line = item({ itemCode: 'PARACETAMOL-500', quantity: 30, ...changes });
  const given = input({ lines: [line], usage: [use(0)] });
  const [decided] = adjudicate(given, preparePack(pack)).lines;
  if (decided === undefined) throw new Error('no line was decided');
  const { claimed, ...parts } = decided.amounts;
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(claimed);
  const terms = listTerms(decided);
  expect(sumOf(terms)).toBe(decided.amounts.insurer);
  for (const { amount } of terms.slice(1)) expect(amount).toBeLessThan(0);
  return decided;
}

describe('what others paid', () => {
  it.each([
    [0, 2_400, 600],
    [500, 2_400, 100],
    [599, 2_400, 1],
    [600, 2_400, 0],
    [601, 2_399, 0],
    [2_999, 1, 0],
    [3_000, 0, 0],
    [9_000, 0, 0],
  ])('of %i leaves %i to the insurer and %i to the member', (paid, insurer, memberShare) => {
    const { amounts } = decide({ paidByOther: money(paid) });
    expect(amounts).toMatchObject({ claimed: 3_000, insurer, memberShare, providerWriteOff: 0 });
    expect(amounts.otherPayers ?? 0).toBe(paid < 3_000 ? paid : 3_000);
  });

  it('lightens a share that a ceiling bounds, and last what lies above the ceiling', () => {
    const pack = rulePack({ ceilings: [ceiling({ limit: 1_000 })] });
    const consent = signed();
    expect(decide({ consent }, pack).amounts).toMatchObject({
      ...{ insurer: 1_000, memberShare: 600, memberPrivate: 1_400 },
    });
    expect(decide({ consent, paidByOther: money(1_500) }, pack).amounts).toMatchObject({
      ...{ insurer: 1_000, memberShare: 500, memberPrivate: 0, otherPayers: 1_500 },
    });
  });

  it('lightens what is above the list before anybody else has it', () => {
    const { amounts } = decide({ unitPrice: money(150), paidByOther: money(4_000) });
    expect(amounts).toMatchObject({ claimed: 4_500, insurer: 0, providerWriteOff: 500 });
  });

  it('lightens what the member bears of a line that is declined', () => {
    const pack = rulePack({ conditions: [{ ...condition, outcome: 'decline' }] });
    const { amounts } = decide({ consent: signed(), paidByOther: money(1_000) }, pack);
    expect(amounts).toMatchObject({ insurer: 0, memberPrivate: 2_000, otherPayers: 1_000 });
  });

  it('counts for nothing where the contract only watches others who pay', () => {
    const { amounts } = decide(
      { paidByOther: money(500) },
      rulePack({ modes: { coordination: 'observe' } }),
    );
    expect(amounts).not.toHaveProperty('otherPayers');
  });
});

const condition = {
  conditionId: 'half',
  scope: null,
  diagnosis: null,
  plans: null,
  when: 'true',
  bearer: 'member',
  text: { ar: 'النصف', en: 'half of it' },
  clause: 'art-12',
} as const;

describe('a condition that reduces', () => {
  const half = { ...condition, outcome: 'reduce', pays: { percent: 50 } } as const;

  it('pays a part before it is shared, and the member signs for the rest', () => {
    const pack = rulePack({ conditions: [half] });
    expect(decide({ consent: signed() }, pack).amounts).toMatchObject({
      ...{ insurer: 1_200, memberShare: 300, memberPrivate: 1_500, providerWriteOff: 0 },
    });
    expect(decide({}, pack)).toMatchObject({
      amounts: { memberPrivate: 0, providerWriteOff: 1_500 },
      ownPart: 1_500,
    });
  });

  it('leaves the rest to the provider where the rule says so', () => {
    const pack = rulePack({ conditions: [{ ...half, bearer: 'provider' }] });
    expect(decide({ consent: signed() }, pack).amounts).toMatchObject({
      ...{ insurer: 1_200, memberShare: 300, memberPrivate: 0, providerWriteOff: 1_500 },
    });
  });

  it('takes nothing while it only warns', () => {
    const pack = rulePack({ conditions: [{ ...half, mode: 'warn' }] });
    expect(decide({}, pack)).toMatchObject({ outcome: 'approved', amounts: { insurer: 2_400 } });
  });
});
