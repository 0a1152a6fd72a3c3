import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms } from '#domain/adjudication/arithmetic.ts';
import { shortEpisode } from '#domain/adjudication/episodes.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { listOwnCourseUse } from '#domain/adjudication/own-use.ts';
import type { Claim } from '#domain/claims.ts';
import { unknown } from '#domain/facts.ts';
import { now } from './builders.ts';
import { asking, decide, filled, fixedOf, once, sharingOf, taken, told } from './course-stories.ts';
import { ceiling, claiming, day, history, paracetamol, past, prescription, use } from './terms.ts';

describe('a co-payment of 5.00 a prescription', () => {
  const first = told(filled(0));

  it.each([
    [4, [400]], // less is payable than is fixed
    [5, [500]], // exactly
    [6, [500]],
  ])('takes of %i tablets of its first filling %j', (units, fixed) => {
    const given = asking([units], { ...first, usage: [taken('RX-1', 0)] });
    expect(fixedOf(decide('prescription', given))).toEqual(fixed);
  });

  it.each([
    [0, 500],
    [499, 1],
    [500, 0],
    [501, 0],
  ])('of which %i was borne here leaves %i to bear', (own, fixed) => {
    const given = asking([30], { ...told(filled(10)), usage: [taken('RX-1', own)] });
    // Where nothing was borne here though something was filled, it was asked where that was.
    expect(fixedOf(decide('prescription', given))).toEqual([own === 0 ? 0 : fixed]);
  });

  it.each([
    ['nothing was dispensed anywhere', 0, 500],
    ['one tablet was dispensed at another pharmacy', 1, 0],
  ])('is due where %s', (_, units, fixed) => {
    const given = asking([30], { ...told(filled(units)), usage: [taken('RX-1', 0)] });
    expect(fixedOf(decide('prescription', given))).toEqual([fixed]);
  });

  it('is borne once over the lines that fill it, and again for another', () => {
    const second = prescription({
      prescriptionId: 'RX-2',
      lines: [{ itemCode: 'PARACETAMOL-500', quantity: 90, filled: 0 }],
    });
    const given = asking([3, 30, 30], {
      ...told(filled(0), second),
      usage: [taken('RX-1', 0), taken('RX-2', 0)],
    });
    const lines = given.claim.lines.map((line, at) => ({
      ...line,
      prescriptionId: at === 2 ? 'RX-2' : 'RX-1',
    }));
    expect(fixedOf(decide('prescription', claiming({ lines }, given)))).toEqual([300, 200, 500]);
  });

  it('is borne once a visit by what fills none', () => {
    expect(fixedOf(decide('prescription', asking([30, 30])))).toEqual([500, 0]);
  });

  it.each([
    ['nobody counted it', told(filled(0)), undefined],
    ['it is not known what was counted', told(filled(0)), [taken('RX-1', null)]],
    ['it is not known what was dispensed', told(filled(null)), [taken('RX-1', 0)]],
  ])('refers where %s', (_, facts, usage) => {
    const given = asking([30], { ...facts, ...(usage === undefined ? {} : { usage }) });
    expect(sharingOf(decide('prescription', given)[0])).toMatchObject({
      ...{ outcome: 'referred', reason: 'co-payment-use-unknown' },
    });
  });

  it('shows by what it is known that it was asked elsewhere', () => {
    const given = asking([30], { ...told(filled(10)), usage: [taken('RX-1', 0)] });
    expect(sharingOf(decide('prescription', given)[0])?.facts).toContainEqual({
      ...{ name: 'filled-quantity', value: { kind: 'units', value: 10 }, source: 'card' },
      asOf: now,
    });
  });

  it('stands in the arithmetic under its own name', () => {
    const given = asking([30], { ...first, usage: [taken('RX-1', 0)] });
    const [line] = decide('prescription', given);
    expect(line === undefined ? [] : listTerms(line).map(({ kind }) => kind)).toContain(
      'co-payment-prescription',
    );
  });
});

describe('a co-payment of 5.00 an episode', () => {
  const number = 'C-261101-0004';
  const key = `${shortEpisode(number)}`;
  const continuing = { episode: number };

  it('is due once of what the claim opens, whatever was used before', () => {
    const given = asking([3, 30, 30], { usage: [taken(key, 500)] });
    expect(fixedOf(decide('episode', given))).toEqual([300, 200, 0]);
  });

  it.each([
    [0, 500],
    [499, 1],
    [500, 0],
    [501, 0],
  ])('of which %i was borne here leaves %i to bear', (own, fixed) => {
    const given = asking([30], { usage: [taken(key, own)] }, continuing);
    expect(fixedOf(decide('episode', given))).toEqual([fixed]);
  });

  it('belongs to the episode in which the prescription was written', () => {
    const written = told(filled(0, { episode: shortEpisode(number) }));
    const given = asking([30], { ...written, usage: [taken(key, 500)] });
    expect(fixedOf(decide('episode', given))).toEqual([0]);
  });

  it.each([
    ['another prescription of the episode was filled', shortEpisode(number), 1, 0],
    ['one of another episode was', shortEpisode('C-261101-0005'), 1, 500],
    ['none was filled', shortEpisode(number), 0, 500],
  ])('is due by what the card tells: %s', (_, episode, units, fixed) => {
    const other = filled(units, { prescriptionId: 'RX-2', on: day('2026-11-01'), episode });
    const own = filled(0, { episode: shortEpisode(number) });
    const given = asking([30], { ...told(own, other), usage: [taken(key, 0)] });
    const lines = given.claim.lines.map((line) => ({ ...line, prescriptionId: 'RX-1' }));
    expect(fixedOf(decide('episode', claiming({ lines }, given)))).toEqual([fixed]);
  });

  it.each([
    ['another place tells of a service of it', 'centre', number, 0],
    ['this terminal tells of one', 'terminal', number, 500],
    ['another place tells of another episode', 'centre', 'C-261101-0005', 500],
  ] as const)('is due by the history: %s', (_, source, episode, fixed) => {
    const services = [history([past({ episode })], source)];
    const given = asking([30], { services, usage: [taken(key, 0)] }, continuing);
    expect(fixedOf(decide('episode', given))).toEqual([fixed]);
  });

  it('refers where the claim continues one and nobody counted', () => {
    expect(sharingOf(decide('episode', asking([30], {}, continuing))[0])).toMatchObject({
      ...{ outcome: 'referred', reason: 'co-payment-use-unknown' },
    });
  });

  it('stands in the arithmetic under its own name', () => {
    const [line] = decide('episode', asking([30]));
    expect(line === undefined ? [] : listTerms(line).map(({ kind }) => kind)).toContain(
      'co-payment-episode',
    );
  });
});

describe('what a claim leaves behind of a course', () => {
  it('is what its lines of that course bore', () => {
    const pack = once('prescription');
    const facts = { ...told(filled(0)), usage: [taken('RX-1', 0)] };
    const given = asking([3], facts);
    const lines = given.claim.lines.map((line) => ({ ...line, prescriptionId: 'RX-1' }));
    const before = claiming({ lines }, given);
    const claims = [{ input: before, decision: adjudicate(before, pack) }];
    const uses = (next: AdjudicationInput) =>
      listOwnCourseUse(pack, claims, next).map(({ course, used }) => [course, used]);
    expect(uses(before)).toEqual([['RX-1', 300]]);
    const other = claiming({ lines: lines.map((one) => ({ ...one, prescriptionId: 'RX-2' })) });
    expect(uses(other)).toEqual([['RX-2', 0]]);
    expect(uses(asking([3]))).toEqual([]);
  });

  it('is told of each course apart, and of nothing else that is counted', () => {
    const pack = once('prescription', { ceilings: [ceiling()] });
    const second = filled(0, { prescriptionId: 'RX-2' });
    const given = asking([3, 4], {
      ...told(filled(0), second),
      usage: [taken('RX-1', 0), taken('RX-2', 0), use(0)],
    });
    const lines = given.claim.lines.map((line, at) => ({
      ...line,
      prescriptionId: `RX-${at + 1}`,
    }));
    const before = claiming({ lines }, given);
    const claims = [{ input: before, decision: adjudicate(before, pack) }];
    const uses = listOwnCourseUse(pack, claims, before);
    expect(uses.map(({ course, used }) => [course, used])).toEqual([
      ['RX-1', 300],
      ['RX-2', 400],
    ]);
  });

  it('is asked of no line outside the benefit', () => {
    const lines = ['CONSULTATION', 'NOBODY'].map((itemCode) =>
      paracetamol({ itemCode, prescriptionId: 'RX-1' }),
    );
    expect(listOwnCourseUse(once('prescription'), [], claiming({ lines }))).toEqual([]);
  });

  it('is asked of the episode that is continued, and of none that is opened', () => {
    const pack = once('episode');
    const opening = asking([3], {}, { claimId: 'C-261101-0004' });
    const claims = [{ input: opening, decision: adjudicate(opening, pack) }];
    const uses = (claim: Partial<Claim>) =>
      listOwnCourseUse(pack, claims, asking([3], {}, claim)).map(({ used }) => used);
    expect(uses({ claimId: 'C-261110-0001', episode: 'C-261101-0004' })).toEqual([300]);
    expect(uses({ claimId: 'C-261110-0001' })).toEqual([]);
  });

  it('is not known of a prescription that nobody could read', () => {
    const given = asking([30], { prescriptions: [unknown('unreadable', 'card')] });
    expect(fixedOf(decide('prescription', given))).toEqual([500]);
  });
});
