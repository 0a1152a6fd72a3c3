import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { clinicalInputOf, type MedicalRecord } from '#domain/clinical/clinical-input.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import { anyInput, anyPack } from '../arbitraries.ts';
import { now } from '../builders.ts';
import { clinicalTerms } from './builders.ts';

const itemCodes = ['ATORVASTATIN-20', 'METFORMIN-850', 'PARACETAMOL-500', 'NO-SUCH-CODE'];

const anyRecord: fc.Arbitrary<Fact<MedicalRecord | null>> = fc.oneof(
  fc.constant(unknown('unreadable', 'card')),
  fc
    .record({
      allergies: fc.array(
        fc.record({
          to: fc.constantFrom('substance' as const, 'class' as const),
          name: fc.oneof(fc.constantFrom('C10AA05', 'C10', 'atorvastatin'), fc.string()),
        }),
        { maxLength: 4 },
      ),
      medicines: fc.array(fc.constantFrom(...itemCodes), { maxLength: 4 }),
      isVerified: fc.boolean(),
    })
    .map((value) => known(value, 'card', now)),
  fc.constant(known(null, 'card', now)),
);

/** Two groups that every pack of the builders has in one: alerts abound. */
const clinical = {
  ...clinicalTerms,
  interactions: clinicalTerms.interactions.map((one) => ({ ...one, between: ['C'], and: ['C'] })),
};

it('never lets an alert change a decision: with the lists, without them, before and after', () => {
  let alerts = 0;
  fc.assert(
    fc.property(anyInput, anyPack, anyRecord, (input, pack, record) => {
      const plain = canonicalize(adjudicate(input, compilePack(pack)));
      const listed = compilePack({ ...pack, clinical });
      alerts += findAlerts(clinicalInputOf(input, record), listed).length;
      expect(canonicalize(adjudicate(input, listed))).toBe(plain);
    }),
    { numRuns: 300 },
  );
  expect(alerts).toBeGreaterThan(300);
});

it('finds the same alerts again in what was recorded', () => {
  fc.assert(
    fc.property(anyInput, anyPack, anyRecord, (input, pack, record) => {
      const listed = compilePack({ ...pack, clinical });
      const looked = clinicalInputOf(input, record);
      const recorded: typeof looked = JSON.parse(JSON.stringify(looked));
      expect(findAlerts(recorded, listed)).toEqual(findAlerts(looked, listed));
    }),
    { numRuns: 200 },
  );
});
