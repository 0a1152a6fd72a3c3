import { planAppend } from '#card/append-records.ts';
import { planPrescription } from '#card/plan-prescription.ts';
import {
  emptyLedger,
  type LedgerEvent,
  type LedgerState,
  type LedgerWriter,
  type SuppliedLine,
} from '#card/profile/ledger-builder.ts';
import type { PrescriptionLine } from '#card/profile/ledger-record.ts';
import { at, line, order } from './card-builders.ts';

export const { cardNumber } = order();

/** One medicine as a prescription orders it: 30 units a filling, not refilled. */
export const orderedLine = (change: Partial<PrescriptionLine> = {}): PrescriptionLine => ({
  ...{ cardCode: 501, quantity: 30, dose: 10, timesPerDay: 1, days: 30, refills: 0, flags: 0 },
  ...change,
});

export interface Fill {
  readonly quantity?: number;
  readonly cardCode?: number;
  readonly bits?: number;
  readonly rx?: number;
  readonly on?: string;
}

/** A ledger that grows record by record, as cards' do; `stored` is as a card shows it, newest first. */
export function growLedger() {
  let state: LedgerState = emptyLedger(cardNumber);
  let stored: Uint8Array[] = [];
  const put = (records: readonly Uint8Array[], next: LedgerState) => {
    stored = [...records.toReversed(), ...stored];
    state = next;
  };
  const header = { terminalCounter: 1, headVersion: 1, medVersion: 0 };
  const grown = {
    prescribe(writer: LedgerWriter, lines = [orderedLine()], on = '2026-03-01') {
      const planned = planPrescription(state, {
        ...{ ...header, at: at(on), writer, licence: 'SY-1', specialty: 2, validDays: 30 },
        ...{ diagnoses: ['J02.9'], episode: 0, flags: 0, lines },
      });
      put(planned.records, planned.ledger);
      return grown;
    },
    /** Fills line 1 of the first record's prescription unless it says otherwise. */
    fill(writer: LedgerWriter, { bits = 1, on = '2026-03-05', rx = 1, ...what }: Fill = {}) {
      return grown.dispense(
        writer,
        [line({ quantity: 10, ...what })],
        { seq: rx, lines: bits },
        on,
      );
    },
    /** Corrects what filled it: the same, as much again as came back. */
    takeBack(writer: LedgerWriter, { bits = 1, on = '2026-03-06', rx = 1, ...what }: Fill = {}) {
      const back = line({ quantity: 10, days: null, repeatCode: null, ...what });
      return grown.record('correction', writer, [back], { seq: rx, lines: bits }, on);
    },
    dispense(
      writer: LedgerWriter,
      lines: readonly SuppliedLine[],
      fills = { seq: 0, lines: 0 },
      on = '2026-03-05',
    ) {
      return grown.record('dispense', writer, lines, fills, on);
    },
    record(
      type: LedgerEvent['type'],
      writer: LedgerWriter,
      lines: readonly SuppliedLine[],
      fills: Required<LedgerEvent>['fills'],
      on: string,
    ) {
      const planned = planAppend(state, { ...header, type, at: at(on), writer, fills, lines });
      put(planned.records, planned.ledger);
      return grown;
    },
    /** What is at the head goes no further than this many records. */
    dropNewest(count = 1) {
      stored = stored.slice(count);
      return grown;
    },
    tearNewest() {
      const [newest = new Uint8Array(240), ...older] = stored;
      stored = [newest.with(200, (newest[200] ?? 0) ^ 1), ...older];
      return grown;
    },
    stored: () => stored,
    state: () => state,
  };
  return grown;
}
