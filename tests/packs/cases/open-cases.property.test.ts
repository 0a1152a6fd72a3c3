import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellDecision } from '#contracts/messages/tell-decision.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { claim, pack, person, read } from './opened-case.ts';

describe('a case', () => {
  it('never breaks, whatever the document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (document) => {
        const input = read(document);
        if (input.ok) adjudicate(input.value, pack);
        else expect(input.failure.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never breaks, whatever one of its places holds', () => {
    const places = listPlaces(full);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
        const input = read(putAt(full, place, value));
        if (!input.ok) {
          for (const { path, why } of input.failure) {
            expect(typeof path).toBe('string');
            expect(why).not.toBe('');
          }
          return;
        }
        tellDecision(adjudicate(input.value, pack), input.value);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Every field once, so that each of them meets arbitrary values. */
const full = {
  person: {
    ...person,
    unverified: ['sex'],
    cover: { ...person.cover, insuredSince: '2024-01-01' },
  },
  provider: { id: 'NAFIS', clinician: { specialty: 'cardiology' } },
  card: { number: '1', holder: 'confirmed', proof: 'genuine', blocked: false, from: '2026-01-01' },
  history: {
    since: '2025-01-01',
    services: [{ date: '2026-10-01', item: 'CONSULTATION', quantity: 1, place: { side: 'left' } }],
    supplies: [{ date: '2026-10-01', item: 'ATORVASTATIN-20', quantity: 30, days: 30 }],
    prescriptions: [
      {
        id: 'RX',
        date: '2026-11-20',
        prescriberLicence: '1',
        lines: [{ item: 'ATORVASTATIN-20', quantity: 30, filled: 0 }],
      },
    ],
    approvals: [
      { id: 'A', item: 'CONSULTATION', from: '2026-01-01', to: '2026-12-31', amount: '5.00' },
    ],
  },
  usage: [
    { ceiling: 'YEAR', used: '5.00', period: { from: '2026-01-01', to: null } },
    { ceiling: 'VISITS', used: 1 },
  ],
  claim: {
    ...claim,
    stay: { from: '2026-11-22', to: '2026-11-22', roomClass: 'first' },
    lines: [
      { ...claim.lines[0], unitPrice: '6.60', prescription: 'RX' },
      { item: 'CONSULTATION', approval: 'A', place: { tooth: '11', session: 1 } },
    ],
  },
  terminal: {
    decidedAt: '2026-11-22T10:00:00.000Z',
    offline: { member: { claims: 1, amount: '1.00' }, terminal: { claims: 1, amount: '1.00' } },
  },
};

type Place = readonly (string | number)[];

function listPlaces(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [at, ...[...steps].flatMap((step) => listPlaces(Object(value)[step], [...at, step]))];
}

function putAt(value: unknown, [step, ...rest]: Place, put: unknown): unknown {
  if (step === undefined) return put;
  const changed = putAt(Object(value)[step], rest, put);
  if (Array.isArray(value)) return value.with(Number(step), changed);
  return { ...Object(value), [step]: changed };
}
