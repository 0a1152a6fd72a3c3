import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgePrescriptions } from '#card/judge-prescriptions.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { calendarDate } from '#domain/dates.ts';
import { day } from '../domain/builders.ts';
import { asking, prescription, prescriptions, withItemRule } from '../domain/terms.ts';
import { knows, makeTerminal, otherPharmacy, pharmacy } from './card-builders.ts';
import { cardNumber, growLedger, orderedLine } from './ledger-writer.ts';

const clinic = makeTerminal('P-300');
const pharmacies = [pharmacy, otherPharmacy];
const pack = compilePack(
  withItemRule({ prescription: { isNeeded: true, validDays: 30, takesPaper: true } }),
);

/** What happens at a counter: somebody asks for so much, or brings so much of the last filling back. */
const happening = fc.record({
  at: fc.integer({ min: 0, max: pharmacies.length - 1 }),
  asked: fc.integer({ min: 1, max: 40 }),
  comesBack: fc.boolean(),
});

it('is never filled beyond what it orders, whoever fills it, in whichever parts and order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 2 }),
      fc.array(happening, { minLength: 1, maxLength: 6 }),
      (quantity, refills, happenings) => {
        const ledger = growLedger().prescribe(clinic, [orderedLine({ quantity, refills })]);
        const ordered = quantity * (1 + refills);
        let dispensed = 0;
        for (const { at, asked, comesBack } of happenings) {
          const writer = pharmacies[at] ?? pharmacy;
          const filled = filledOn(ledger.stored());
          expect(filled).toBe(dispensed);
          const back = Math.min(asked, dispensed);
          if (comesBack && back > 0) {
            ledger.takeBack(writer, { quantity: back });
            dispensed -= back;
            continue;
          }
          const given = allowedOf(asked, ordered, filled);
          if (given > 0) ledger.fill(writer, { quantity: given });
          dispensed += given;
          expect(dispensed).toBeLessThanOrEqual(ordered);
          expect(ordered - (filledOn(ledger.stored()) ?? 0)).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 25 },
  );
});

/** As every pharmacy reads it from the card. */
function filledOn(stored: readonly Uint8Array[]): number | null {
  const { prescriptions: read, doubt } = judgePrescriptions(stored, cardNumber, {
    findTerminalKey: knows(clinic, ...pharmacies),
    since: calendarDate('2025-07-01'),
    isWhole: true,
    unwritten: [],
    isSameMedicine: (a, b) => a === b,
  });
  expect(doubt).toBeNull();
  return read[0]?.lines[0]?.filled ?? null;
}

/** What the engine lets a pharmacy dispense of it. */
function allowedOf(quantity: number, ordered: number, filled: number | null): number {
  const lines = [{ itemCode: 'PARACETAMOL-500', quantity: ordered, filled }];
  const told = prescriptions(prescription({ on: day('2026-11-20'), validDays: 30, lines }));
  const [decided] = adjudicate(asking({ quantity }, { prescriptions: told }), pack).lines;
  const isGiven = decided?.outcome === 'approved' || decided?.outcome === 'reduced';
  return isGiven ? decided.allowedQuantity : 0;
}
