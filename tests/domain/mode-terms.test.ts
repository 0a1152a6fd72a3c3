import { describe, expect, it } from 'vitest';
import { adjudicate, assessEligibility } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Suspension, Trial } from '#domain/adjudication/mode-terms.ts';
import { inModesOf } from '#domain/adjudication/mode-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { known } from '#domain/facts.ts';
import { day, input, line, moment, now, rulePack, supplies, supply } from './builders.ts';

const trial = (changes: Partial<Trial> = {}): Trial => ({
  check: 'repeat-window',
  mode: 'observe',
  providers: ['NAFIS'],
  period: { from: day('2026-11-22'), to: day('2026-11-22') },
  ...changes,
});
const suspension = (changes: Partial<Suspension> = {}): Suspension => ({
  rule: 'repeat-window',
  since: now,
  until: null,
  ...changes,
});

/** A supply that comes too early, so that `repeat-window` declines. */
const tooEarly = input({ supplies: [supplies([supply()])] });
const decideOn = (date: string, providerId: string, pack: Partial<RulePack>) => {
  const given = input({ on: day(date), providerId, supplies: [supplies([supply()])] });
  const [decided] = adjudicate(given, compilePack(rulePack(pack))).lines;
  return decided?.findings.find(({ check }) => check === 'repeat-window');
};

describe('a trial', () => {
  it.each([
    ['2026-11-22', 'NAFIS', 'observe'],
    ['2026-11-21', 'NAFIS', 'enforce'],
    ['2026-11-23', 'NAFIS', 'enforce'],
    ['2026-11-22', 'RABWA', 'enforce'],
  ])('on %s at %s lets the check %s', (date, providerId, mode) => {
    expect(decideOn(date, providerId, { trials: [trial()] })).toMatchObject({ mode });
  });

  it('of no provider by name is at all of them, and without an end it goes on', () => {
    const everywhere = trial({ providers: null, period: { from: day('2026-01-01'), to: null } });
    expect(decideOn('2026-12-01', 'RABWA', { trials: [everywhere] })?.mode).toBe('observe');
  });

  it('comes before the mode of the pack, and the first of several holds', () => {
    const trials = [trial({ mode: 'enforce' }), trial({ mode: 'warn' })];
    const pack = { modes: { 'repeat-window': 'observe' }, trials } as const;
    expect(decideOn('2026-11-22', 'NAFIS', pack)?.mode).toBe('enforce');
  });

  it('at one provider is not taken for the one at another, whatever was decided before', () => {
    const trials = [trial(), trial({ mode: 'warn', providers: ['RABWA'] })];
    const compiled = compilePack(rulePack({ trials }));
    const modeAt = (providerId: string) => {
      const [decided] = adjudicate(
        { ...tooEarly, claim: { ...tooEarly.claim, providerId } },
        compiled,
      ).lines;
      return decided?.findings.find(({ check }) => check === 'repeat-window')?.mode;
    };
    expect(['NAFIS', 'RABWA', 'NAFIS'].map(modeAt)).toEqual(['observe', 'warn', 'observe']);
  });

  it('keeps what is found and decides nothing', () => {
    const [decided] = adjudicate(tooEarly, compilePack(rulePack({ trials: [trial()] }))).lines;
    expect(decided?.outcome).toBe('approved');
    expect(decided?.findings[0]).toMatchObject({ check: 'repeat-window', outcome: 'declined' });
  });
});

describe('a suspension', () => {
  it.each([
    ['from its moment on', now, null, 'approved'],
    ['not a moment earlier', moment('2026-11-22T10:00:00.001Z'), null, 'declined'],
    ['until it ends', now, moment('2026-11-22T10:00:00.001Z'), 'approved'],
    ['not when it has ended', moment('2026-11-01T00:00:00.000Z'), now, 'declined'],
  ])('switches its check off %s', (_, since, until, outcome) => {
    const suspensions = [suspension({ since, until })];
    const [decided] = adjudicate(tooEarly, compilePack(rulePack({ suspensions }))).lines;
    expect(decided?.outcome).toBe(outcome);
  });

  it('comes before a trial', () => {
    const pack = { trials: [trial({ mode: 'enforce' })], suspensions: [suspension()] };
    expect(decideOn('2026-11-22', 'NAFIS', pack)?.mode).toBe('observe');
  });

  it('switches one condition off and leaves the others', () => {
    const faulty = {
      conditionId: 'faulty',
      scope: null,
      diagnosis: null,
      plans: null,
      when: 'true',
      outcome: 'decline',
      bearer: 'provider',
      text: { ar: '-', en: '-' },
      clause: 'art-12',
    } as const;
    const conditions = [faulty, { ...faulty, conditionId: 'sound', bearer: 'member' as const }];
    const suspensions = [suspension({ rule: 'faulty' })];
    const pack = compilePack(rulePack({ conditions, suspensions }), () => ({
      facts: [],
      evaluate: () => true,
    }));
    const [decided] = adjudicate(input({ lines: [line()] }), pack).lines;
    expect(decided?.findings[0]).toMatchObject({
      reason: 'condition-member-pays',
      mode: 'enforce',
    });
  });

  it('holds before any line is entered as well', () => {
    const lost = { cardNumber: '1', since: now, why: 'lost' } as const;
    const given = input({ hotlist: known(lost, 'centre', now) });
    const pack = { suspensions: [suspension({ rule: 'card-status' })] };
    expect(assessEligibility(given, compilePack(rulePack())).outcome).toBe('declined');
    expect(assessEligibility(given, compilePack(rulePack(pack))).outcome).toBe('approved');
  });
});

it('a pack is laid out for the trials of each day, and each trial holds of its own check', () => {
  const later = { from: day('2026-11-23'), to: null };
  const trials = [trial(), trial({ mode: 'warn', period: later }), trial({ check: 'price' })];
  const pack = compilePack(rulePack({ trials }));
  const modesOn = (date: string) => {
    const { mode } = inModesOf(input({ on: day(date) }), pack);
    return ['repeat-window', 'price', 'cover'].map((check) => mode(check));
  };
  expect(modesOn('2026-11-22')).toEqual(['observe', 'observe', 'enforce']);
  expect(modesOn('2026-11-23')).toEqual(['warn', 'enforce', 'enforce']);
});

it('a pack without trials and suspensions is laid out once', () => {
  const pack = compilePack(rulePack());
  expect(inModesOf(tooEarly, pack)).toBe(pack);
  const tried = compilePack(rulePack({ trials: [trial()] }));
  expect(inModesOf(tooEarly, tried)).not.toBe(tried);
  expect(inModesOf(tooEarly, tried)).toBe(inModesOf(tooEarly, tried));
});
