import { describe, expect, it } from 'vitest';
import type { Course } from '#domain/adjudication/contract-terms.ts';
import { isFirstOfCourse } from '#domain/adjudication/courses.ts';
import { shortEpisode } from '#domain/adjudication/episodes.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { PrescribedLine } from '#domain/prescriptions.ts';
import { now } from './builders.ts';
import {
  asking,
  counted,
  decide,
  filled,
  fixedOf,
  sharingOf,
  taken,
  told,
} from './course-stories.ts';
import { history, known, past, prescription, unknown, use } from './terms.ts';

const number = 'C-261101-0004';
const other = 'C-261101-0005';
const key = `${shortEpisode(number)}`;
const continuing = { episode: number };

/** A prescription of ninety tablets, none of them dispensed, and of something else that was. */
const beside = (line: Partial<PrescribedLine>) =>
  prescription({
    lines: [
      { itemCode: 'PARACETAMOL-500', quantity: 90, filled: 0 },
      { itemCode: 'CONSULTATION', quantity: 1, filled: 1, ...line },
    ],
  });

describe('of a co-payment of 5.00 a prescription', () => {
  const first = told(filled(0));

  it.each<[string, Partial<AdjudicationInput>, number | 'referred']>([
    ['what the card counted', { ...first, usage: [counted('RX-1', 300, 0)] }, 200],
    [
      'what the card counted as none, whatever was dispensed elsewhere',
      { ...told(filled(10)), usage: [counted('RX-1', 0, 0)] },
      500,
    ],
    [
      'what one place counted where another cannot tell',
      {
        ...first,
        usage: [
          {
            ...taken('RX-1', 0),
            totals: [unknown('not-present', 'centre'), known(300, 'card', now)],
          },
        ],
      },
      200,
    ],
    [
      'nothing that other prescriptions took',
      { ...first, usage: [taken('RX-2', 500), taken('RX-1', 0)] },
      500,
    ],
    [
      'nothing that is counted otherwise',
      { ...first, usage: [use(500, 500, { course: 'RX-1', period: null }), taken('RX-1', 0)] },
      500,
    ],
    [
      'nothing for what was dispensed of another benefit',
      { ...told(beside({})), usage: [taken('RX-1', 0)] },
      500,
    ],
    [
      'nothing for what nobody knows',
      { ...told(beside({ itemCode: 'NOBODY' })), usage: [taken('RX-1', 0)] },
      500,
    ],
    [
      'nothing for a service of an episode whose number reads like it',
      {
        ...told(filled(0, { prescriptionId: key })),
        services: [history([past({ episode: number })], 'centre')],
        usage: [taken(key, 0)],
      },
      500,
    ],
  ])('%s is taken off', (_, facts, fixed) => {
    expect(fixedOf(decide('prescription', asking([30], facts)))).toEqual([fixed]);
  });
});

describe('of a co-payment of 5.00 an episode', () => {
  const ofEpisode = (prescriptionId: string, units: number | null) =>
    filled(units, { prescriptionId, episode: shortEpisode(number) });

  it.each<[string, Partial<AdjudicationInput>, number]>([
    ['nothing for a service of no episode', { services: [history([past()], 'centre')] }, 500],
    [
      'nothing for a service of another benefit',
      { services: [history([past({ itemCode: 'CONSULTATION', episode: number })], 'centre')] },
      500,
    ],
    [
      'nothing where of a prescription nobody knows what was dispensed',
      told(ofEpisode('RX-2', null)),
      500,
    ],
    [
      'all of it where of another prescription that is known',
      told(ofEpisode('RX-2', null), ofEpisode('RX-3', 1)),
      0,
    ],
  ])('%s is taken off', (_, facts, fixed) => {
    const given = asking([30], { usage: [taken(key, 0)], ...facts }, continuing);
    expect(fixedOf(decide('episode', given))).toEqual([fixed]);
  });

  it('what was taken in the episode of the prescription that the line names', () => {
    const given = asking([30], {
      ...told(
        filled(0, { prescriptionId: 'RX-1', episode: shortEpisode(number) }),
        filled(0, { prescriptionId: 'RX-2', episode: shortEpisode(other) }),
      ),
      usage: [taken(key, 500), taken(`${shortEpisode(other)}`, 100)],
    });
    const lines = given.claim.lines.map((line) => ({ ...line, prescriptionId: 'RX-2' }));
    const naming = { ...given, claim: { ...given.claim, lines } };
    expect(fixedOf(decide('episode', naming))).toEqual([400]);
  });
});

describe('it is shown', () => {
  const amount = (value: number) => ({ kind: 'money', value });
  const counting = (total: number | null, own: number | null, units: number | null = 0) =>
    asking([30], { ...told(filled(units)), usage: [counted('RX-1', total, own)] });
  const elsewhere = asking(
    [30],
    {
      services: [history([past({ episode: number })], 'centre')],
      usage: [taken(key, 0)],
    },
    continuing,
  );

  it.each<[string, Course, AdjudicationInput, object]>([
    [
      'what was counted here',
      'prescription',
      counting(null, 300),
      { name: 'co-payment-used', value: amount(300), source: 'terminal', asOf: now },
    ],
    [
      'that nothing was, here or elsewhere',
      'prescription',
      counting(null, 0),
      { name: 'co-payment-used', value: amount(0), source: 'terminal', asOf: now },
    ],
    [
      'what was counted elsewhere',
      'prescription',
      counting(300, 0),
      { name: 'co-payment-used', value: amount(300), source: 'card', asOf: now },
    ],
    [
      'that nobody counted',
      'prescription',
      counting(null, null),
      { name: 'co-payment-used', value: null, source: 'centre', asOf: null },
    ],
    [
      'that nobody knows what was dispensed',
      'prescription',
      counting(null, 0, null),
      { name: 'filled-quantity', value: null, source: 'card', asOf: null },
    ],
    [
      'by which service it was asked elsewhere',
      'episode',
      elsewhere,
      {
        ...{ name: 'earlier-service', value: { kind: 'date', value: '2026-11-15' } },
        ...{ source: 'centre', asOf: now },
      },
    ],
  ])('%s', (_, per, given, fact) => {
    const facts = sharingOf(decide(per, given)[0])?.facts ?? [];
    const limit = { name: 'co-payment', value: amount(500), source: 'pack', asOf: null };
    expect(facts.filter(({ name }) => name !== 'co-insurance')).toEqual([limit, fact]);
  });
});

describe('a course begins with the claim', () => {
  const opening = asking([30], {}, { claimId: number });

  it.each<[string, AdjudicationInput, string, Course, boolean]>([
    ['that opens it', opening, key, 'episode', true],
    ['but not another', opening, `${shortEpisode(other)}`, 'episode', false],
    [
      'unless it continues one',
      asking([30], {}, { claimId: number, episode: other }),
      key,
      'episode',
      false,
    ],
    ['but no prescription does, whatever its name', opening, key, 'prescription', false],
  ])('%s', (_, given, course, per, isFirst) => {
    expect(isFirstOfCourse(given, course, per)).toBe(isFirst);
  });
});
