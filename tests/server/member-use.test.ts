import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { countMemberUse } from '#server/adjudication/member-use.ts';
import { settleEarlier } from '#server/adjudication/settle-earlier.ts';
import { tellMemberFacts } from '#server/adjudication/tell-member-facts.ts';
import { replaceSettled } from '#server/database/settled-claims.ts';
import type { PublishedReferences } from '#server/published-references.ts';
import { day, input, line, membership, now, rulePack, today } from '#tests/domain/builders.ts';
import { ceiling, deductible, maximum } from '#tests/domain/terms.ts';
import { answer, queueTerminal } from './approving-centre.ts';
import { databaseForCases } from './database-for-cases.ts';

const database = databaseForCases();

const pack = preparePack(
  rulePack({
    ceilings: [
      ceiling({
        ceilingId: 'YEAR',
        scope: null,
        per: 'calendar-year',
        basis: 'net',
        limit: 100_000,
      }),
      ceiling({
        ceilingId: 'FAMILY',
        scope: null,
        per: 'policy-year',
        basis: 'net',
        limit: 200_000,
        of: 'family',
      }),
      ceiling({ ceilingId: 'VISITS', scope: null, per: 'month', basis: 'visits', limit: 5 }),
    ],
    deductibles: [deductible({ ceilingId: 'FIRST', scope: null, limit: 1_000 })],
    outOfPocket: [maximum({ ceilingId: 'MOST', scope: null, limit: 50_000 })],
  }),
);

const families: Readonly<Record<string, readonly string[]>> = {
  '1': ['1', '2'],
  '2': ['1', '2'],
};
const reference: PublishedReferences['current'] = {
  ...{ manifestVersion: 7, publishedAt: now, pack },
  membership: (memberNumber) => membership({ memberNumber }),
  familyOf: (memberNumber) => families[memberNumber] ?? null,
  hotlistEntry: () => null,
  course: () => ({}),
  ...{ recalls: null, terminalKeys: [] },
};
const references: PublishedReferences = { current: reference, find: () => reference };

/** A consultation of 200.00, of which the first 10.00 are the member's, and then a fifth. */
function visit(memberNumber: string, on = today): PastClaim {
  const plain = input({
    on,
    lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
  });
  const { person, claim } = plain;
  const known = { known: true, source: 'centre', asOf: now, value: 0 } as const;
  const told = {
    ...plain,
    claim: { ...claim, claimId: randomUUID() },
    person: person === null ? null : { ...person, memberNumber },
    membership: { ...known, value: membership({ memberNumber }) },
    usage: ['YEAR', 'FAMILY', 'VISITS', 'FIRST', 'MOST'].map((ceilingId) => ({
      ...{ ceilingId, period: null, totals: [known], own: known },
    })),
  };
  return { input: told, decision: adjudicate(told, pack) };
}

const settle = (terminalId: string, claim: PastClaim) =>
  database.db.transaction().execute((write) => replaceSettled(write, terminalId, claim));

async function useOf(memberNumber: string, isUsed = (_terminalId: string) => true) {
  const { usage, services } = await countMemberUse(
    ...([database.db, references, pack] as const),
    { memberNumber, historyKey: memberNumber, on: today },
    { isUsed: ({ terminalId }) => isUsed(terminalId), isServed: () => true },
  );
  const used = Object.fromEntries(usage.map(({ counter, used: one }) => [counter.ceilingId, one]));
  return { used, services: services.length };
}

describe('the centre', () => {
  it('counts ceilings, deductibles and maxima over all terminals, and the family’s over the family', async () => {
    await settle('T-1', visit('1'));
    await settle('T-2', visit('1'));
    await settle('T-2', visit('2'));
    const first = await useOf('1');
    expect(first.services).toBe(2);
    expect(first.used).toEqual({
      ...{ YEAR: 2 * 15_200, FAMILY: 3 * 15_200, VISITS: 2 },
      ...{ FIRST: 2 * 1_000, MOST: 2 * 4_800 },
    });
    expect((await useOf('2')).used).toMatchObject({ YEAR: 15_200, FAMILY: 3 * 15_200 });
  });

  it('counts what lies in the period of each alone', async () => {
    await settle('T-1', visit('3', day('2026-10-31')));
    await settle('T-1', visit('3', day('2026-11-01')));
    expect((await useOf('3')).used).toMatchObject({ YEAR: 2 * 15_200, VISITS: 1 });
  });

  it('counts no more once a claim is taken back, and what is left of it once', async () => {
    const claim = visit('4');
    await settle('T-1', claim);
    await settle('T-1', claim);
    expect((await useOf('4')).used).toMatchObject({ YEAR: 15_200 });
    await settle('T-1', { ...claim, decision: { lines: [] } });
    expect((await useOf('4')).used).toMatchObject({ YEAR: 0, VISITS: 0 });
  });

  it('counts what was decided before it counted, once', async () => {
    const terminal = await queueTerminal(database.db, '7');
    const requestId = terminal.request(2);
    await terminal.deliver();
    const period = { from: today, to: today };
    const given = { outcome: 'approved' as const, quantity: 2, amount: null, period, waives: [] };
    await answer(database.db, requestId, given);
    const { answer: told } = (await terminal.verdictOn(requestId)) ?? {};
    const knows = told?.approval == null ? [] : [told.approval];
    const claimId = terminal.claim({ quantity: 2, knows });
    terminal.takeBack(claimId, 1);
    while (await terminal.deliver());
    const settled = () => database.db.selectFrom('settled_claim').selectAll().execute();
    const before = (await settled()).filter((row) => row.claim_id === claimId);
    expect(before).toHaveLength(1);

    await database.db.deleteFrom('settled_claim').execute();
    await settleEarlier(database.db);
    expect(await settled()).toEqual(before);
    await settleEarlier(database.db);
    expect(await settled()).toEqual(before);
  });

  it('says nothing of a family that it does not know', async () => {
    await settle('T-1', visit('5'));
    expect((await useOf('5')).used).not.toHaveProperty('FAMILY');
  });

  it('leaves out the claims that the one who asks tells itself', async () => {
    await settle('T-1', visit('6'));
    await settle('T-2', visit('6'));
    expect((await useOf('6', (terminalId) => terminalId !== 'T-2')).used).toMatchObject({
      YEAR: 15_200,
    });
  });

  it('tells of the latest services, whole days of them, and from when on they are all', async () => {
    const asking = await queueTerminal(database.db, '8');
    for (const on of ['2026-11-20', '2026-11-21', '2026-11-22']) await settle('T-1', busy(day(on)));
    const told = await tellMemberFacts(
      ...([database.db, references, asking.terminalId] as const),
      { memberNumber: '8', serviceDate: today, since: day('2026-01-01') },
      now,
    );
    expect(told.services.since).toBe('2026-11-21');
    expect(told.services.services).toHaveLength(400);
  });
});

/** Two hundred services of one day. */
function busy(on: CalendarDate): PastClaim {
  const { input: told, decision } = visit('8', on);
  const ids = Array.from({ length: 200 }, (_, at) => `line-${at}`);
  const [asked] = told.claim.lines;
  const [decided] = decision.lines;
  if (asked === undefined || decided === undefined) throw new Error('no line');
  return {
    input: {
      ...told,
      claim: { ...told.claim, lines: ids.map((lineId) => ({ ...asked, lineId })) },
    },
    decision: { lines: ids.map((lineId) => ({ ...decided, lineId })) },
  };
}
