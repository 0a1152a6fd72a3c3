import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestAnswer } from '#contracts/admin-api.ts';
import type { Approval } from '#domain/approvals.ts';
import { addDays } from '#domain/dates.ts';
import { unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { listPended } from '#server/database/requests.ts';
import { line, today } from '#tests/domain/builders.ts';
import { answer, price, type QueuedTerminal, queueTerminal } from './approving-centre.ts';
import { databaseForCases } from './database-for-cases.ts';

const database = databaseForCases();
let members = 0;

const aMember = () => {
  members += 1;
  return String(5_577_811_042 + members);
};
const twoTerminals = async () => {
  const member = aMember();
  return [
    await queueTerminal(database.db, member),
    await queueTerminal(database.db, member),
  ] as const;
};
const deliverAll = async (terminal: QueuedTerminal) => {
  while (await terminal.deliver());
};

const month = { from: today, to: addDays(today, 29) };
const approving = (quantity: number | null, amount: number | null): RequestAnswer => ({
  outcome: 'approved',
  quantity,
  amount: amount === null ? null : money(amount),
  period: month,
  waives: [],
});

/** Asks for a consultation and has it approved. */
async function approved(terminal: QueuedTerminal, given: RequestAnswer): Promise<Approval> {
  const requestId = terminal.request();
  await terminal.deliver();
  expect(await answer(database.db, requestId, given)).toMatchObject({ ok: true });
  const approval = (await terminal.verdictOn(requestId))?.answer?.approval;
  if (approval == null) throw new Error('nothing was approved');
  return approval;
}

describe('requests for approval at the centre', () => {
  it('wait for a person where the contract asks for approval, who answers once', async () => {
    const terminal = await queueTerminal(database.db, aMember());
    const requestId = terminal.request(2);
    await terminal.deliver();
    expect(await terminal.verdicts()).toMatchObject([
      { downSeq: 1, claimId: requestId, version: 1, outcome: 'pended' },
    ]);
    expect(await listPended(database.db, 9)).toMatchObject([
      { requestId, quantity: 2, claimed: 2 * price, reasons: ['approval-needed'] },
    ]);
    expect(await answer(database.db, requestId, approving(1, null))).toMatchObject({ ok: true });
    expect(await terminal.verdictOn(requestId)).toMatchObject({
      ...{ downSeq: 2, version: 2, outcome: 'adjusted' },
      answer: { approval: { quantity: 1, providerId: 'NAFIS', period: month }, reasons: [] },
    });
    expect(await answer(database.db, requestId, approving(2, null))).toMatchObject({
      failure: { code: 'request-answered' },
    });
    expect(await terminal.verdicts()).toHaveLength(2);
    expect(await listPended(database.db, 9)).toEqual([]);
  });

  it('are refused with reasons in writing', async () => {
    const terminal = await queueTerminal(database.db, aMember());
    const requestId = terminal.request();
    await terminal.deliver();
    const reasons = ['يلزم تقرير الطبيب المعالج.'];
    await answer(database.db, requestId, { outcome: 'refused', reasons });
    expect(await terminal.verdictOn(requestId)).toMatchObject({
      outcome: 'rejected',
      answer: { approval: null, reasons },
    });
  });

  it('are approved at once where they lacked only what is known here', async () => {
    const terminal = await queueTerminal(database.db, aMember());
    const requestId = terminal.request(1, {
      membership: unknown('never-synced', 'terminal'),
      lines: [line({ quantity: 30 })],
    });
    await terminal.deliver();
    expect(await terminal.verdictOn(requestId)).toMatchObject({
      ...{ version: 1, outcome: 'accepted' },
      answer: { approval: { itemCode: 'ATORVASTATIN-20', quantity: 30, amount: 19_800 } },
    });
  });

  it.each([
    ['an unknown request', 'no-such-request', approving(1, null), 'request-unknown'],
    [
      'a check that there is not',
      'no-such-request',
      { ...approving(1, null), waives: ['luck'] } as RequestAnswer,
      'input-malformed',
    ],
  ])('are not answered for %s', async (_, requestId, given, code) => {
    expect(await answer(database.db, requestId, given)).toMatchObject({ failure: { code } });
  });
});

describe('approvals at the centre', () => {
  it('carry what rests on them, exactly as far as they go; a void gives back', async () => {
    const terminal = await queueTerminal(database.db, aMember());
    const approval = await approved(terminal, approving(1, price));
    const knows = [approval];
    const first = terminal.claim({ quantity: 1, knows });
    await deliverAll(terminal);
    expect(await terminal.verdictOn(first)).toMatchObject({ outcome: 'accepted' });

    const second = terminal.claim({ quantity: 1, knows });
    await deliverAll(terminal);
    expect(await terminal.verdictOn(second)).toMatchObject({ outcome: 'pended' });

    terminal.takeBack(first, null);
    const third = terminal.claim({ quantity: 1, knows });
    await deliverAll(terminal);
    expect(await terminal.verdictOn(third)).toMatchObject({ outcome: 'accepted' });
  });

  it('are used by their number from another terminal, and what comes late waits for a person', async () => {
    const [owner, other] = await twoTerminals();
    const approval = await approved(owner, approving(1, null));
    const offline = owner.claim({ quantity: 1, knows: [approval] });
    const told = other.claim({ quantity: 1, told: approval.approvalId });
    await deliverAll(other);
    expect(await other.verdictOn(told)).toMatchObject({ outcome: 'adjusted' });
    await deliverAll(owner);
    expect(await owner.verdictOn(offline)).toMatchObject({
      outcome: 'pended',
      hold: 'approval-overdrawn',
    });
  });

  it.each([
    ['more than was granted', (one: Approval) => ({ ...one, quantity: 9 })],
    ['another day', (one: Approval) => ({ ...one, period: { ...month, to: addDays(today, 90) } })],
    ['a number that was never given', (one: Approval) => ({ ...one, approvalId: 'A-x' })],
  ])('are not believed in %s', async (_, change) => {
    const terminal = await queueTerminal(database.db, aMember());
    const approval = change(await approved(terminal, approving(1, null)));
    const claim = terminal.claim({ quantity: 1, knows: [approval] });
    await deliverAll(terminal);
    expect(await terminal.verdictOn(claim)).toMatchObject({ hold: 'facts-differ' });
  });

  /** SYNC invariant 7. */
  it('never pay for more than was granted, whatever two terminals claim and void, in whatever order it comes', async () => {
    const step = fc.record({
      by: fc.integer({ min: 0, max: 1 }),
      quantity: fc.integer({ min: 1, max: 3 }),
      does: fc.constantFrom('claim', 'claim', 'part-void', 'void'),
      isTold: fc.boolean(),
    });
    const run = fc.record({
      quantity: fc.option(fc.integer({ min: 1, max: 4 })),
      amount: fc.option(fc.integer({ min: 1, max: 4 }).map((units) => units * price)),
      steps: fc.array(step, { minLength: 3, maxLength: 8 }),
      order: fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ quantity, amount, steps, order }) => {
        const terminals = await twoTerminals();
        const approval = await approved(terminals[0], approving(quantity, amount));
        const claims: [string[], string[]] = [[], []];
        for (const { by, does, isTold, quantity: asked } of steps) {
          const terminal = terminals[by as 0 | 1];
          const own = claims[by as 0 | 1];
          const last = own.at(-1);
          const told = isTold ? { told: approval.approvalId } : {};
          if (does === 'claim' || last === undefined) {
            own.push(terminal.claim({ quantity: asked, knows: [approval], ...told }));
          } else terminal.takeBack(last, does === 'void' ? null : 1);
        }
        const check = async () => {
          const paid = await paidBy(terminals, claims);
          expect(paid).toBeLessThanOrEqual(amount ?? Number.POSITIVE_INFINITY);
          expect(paid).toBeLessThanOrEqual((quantity ?? Number.POSITIVE_INFINITY) * price);
        };
        for (const by of order) {
          await terminals[by as 0 | 1].deliver();
          await check();
        }
        for (const terminal of terminals) await deliverAll(terminal);
        await check();
      }),
      { numRuns: 12 },
    );
  }, 180_000);
});

/** What the latest verdicts pay of all these claims before it is shared; of a held claim nothing. */
async function paidBy(
  terminals: readonly QueuedTerminal[],
  claims: readonly (readonly string[])[],
): Promise<number> {
  let paid = 0;
  for (const [place, terminal] of terminals.entries()) {
    for (const claimId of claims[place] ?? []) {
      const verdict = await terminal.verdictOn(claimId);
      if (verdict === undefined || verdict.hold !== undefined || verdict.totals === null) continue;
      paid += verdict.totals.insurer + verdict.totals.memberShare;
    }
  }
  return paid;
}
