import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { type Acknowledgement, listUnacknowledged } from '#domain/clinical/alert.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { alertKinds } from '#domain/clinical/kinds/index.ts';
import { severities } from '#domain/clinical/terms.ts';
import { now, supplies, supply } from '../builders.ts';
import { allergicTo, clinicalPack, record, type Told, told } from './builders.ts';
import { alertCasesOf } from './cases/index.ts';

describe.each(alertKinds)('$id', (kind) => {
  it.each(alertCasesOf[kind.id])('$title', ({ told: given, pack, says }) => {
    const alerts = findAlerts(told(given), compilePack(pack ?? clinicalPack()), [kind]);
    expect(alerts.map(({ code, severity, lineIds }) => [code, severity, ...lineIds])).toEqual(says);
  });

  it('gives every code that it declares, in some story', () => {
    const said = alertCasesOf[kind.id].flatMap(({ says }) => says.map(([code]) => code));
    expect([...new Set(said)].sort()).toEqual([...kind.codes].sort());
  });
});

const find = (given: Told) => findAlerts(told(given), compilePack(clinicalPack()));

describe('the alerts of a claim', () => {
  const everything: Told = {
    lines: ['WARFARIN', 'IBUPROFEN', 'NAPROXEN', 'AMOXICILLIN', 'HERBAL'],
    record: { ...allergicTo('J01CA04'), isVerified: false },
  };

  it('come gravest first', () => {
    const weights = find(everything).map(({ severity }) => severities.indexOf(severity));
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(new Set(weights).size).toBeGreaterThan(2);
  });

  it('have an id each', () => {
    const ids = find(everything).map(({ alertId }) => alertId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keep their ids whatever the order of the lines', () => {
    const lines = everything.lines?.toReversed() ?? [];
    const idsOf = (given: Told) =>
      find(given)
        .map(({ alertId }) => alertId)
        .sort();
    expect(idsOf({ ...everything, lines })).toEqual(idsOf(everything));
  });

  it('name where every fact comes from, and how old it is where it is known', () => {
    for (const { facts } of find(everything)) {
      expect(facts.length).toBeGreaterThan(0);
      for (const { value, asOf } of facts) expect(value === null).toBe(asOf === null);
    }
  });

  it('tell both places that know of one danger', () => {
    const [alert, ...others] = find({
      lines: ['IBUPROFEN'],
      supplies: [supplies([supply({ repeatCode: 104 })])],
      record: record({ medicines: ['WARFARIN'] }),
    });
    expect(others).toEqual([]);
    expect(alert?.facts.map(({ name }) => name)).toEqual([
      'item',
      'active-supply',
      'standing-medicine',
    ]);
  });

  it.each([
    ['J01CA04', { kind: 'code', value: 'amoxicillin (J01CA04)' }],
    ['Amoxicillin', { kind: 'code', value: 'Amoxicillin' }],
    ['J01C', { kind: 'name', value: { ar: 'البنسلينات', en: 'penicillins' } }],
    ['J01CA', { kind: 'code', value: 'J01CA' }],
  ])('call an allergy to %s so that people know it', (name, shown) => {
    const [alert] = find({ lines: ['AMOXICILLIN'], record: allergicTo(name) });
    expect(alert?.shown.allergy).toEqual(shown);
  });

  it('are plain JSON', () => {
    const alerts = find(everything);
    expect(JSON.parse(JSON.stringify(alerts))).toEqual(alerts);
  });
});

describe('an acknowledgement', () => {
  const acknowledge = (alertId: string): Acknowledgement => ({
    ...{ alertId, reason: 'benefit-outweighs', note: null, at: now, userId: 'doctor' },
  });

  it('is asked for by every alert but a note', () => {
    const alerts = find({ lines: ['WARFARIN', 'IBUPROFEN', 'NAPROXEN'], record: null });
    const open = listUnacknowledged(alerts, []);
    expect(alerts.map(({ severity }) => severity)).toContain('note');
    expect(open).toEqual(alerts.filter(({ severity }) => severity !== 'note'));
  });

  it('counts for its own alert alone', () => {
    const alerts = find({ lines: ['WARFARIN', 'IBUPROFEN', 'NAPROXEN'] });
    const [first] = alerts;
    if (first === undefined) throw new Error('there are alerts');
    const open = listUnacknowledged(alerts, [acknowledge(first.alertId)]);
    expect(open).toEqual(alerts.slice(1));
  });
});
