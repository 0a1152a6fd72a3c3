import type { PlannedAppend } from './append-records.ts';
import { addSupplies, type LedgerEvent, type LedgerState } from './profile/ledger-builder.ts';
import { encodeRecord, hashOfRecord } from './profile/ledger-codec.ts';
import type { LedgerRecord, PrescriptionRecord } from './profile/ledger-record.ts';

/** What a doctor orders, as it enters the ledger. */
export interface PrescriptionEvent
  extends Omit<LedgerEvent, 'type' | 'fills' | 'lines'>,
    Pick<PrescriptionRecord, PrescribedFields> {}

type PrescribedFields =
  | 'licence'
  | 'specialty'
  | 'validDays'
  | 'diagnoses'
  | 'episode'
  | 'flags'
  | 'lines';

/**
 * The two records by which a prescription enters the ledger: what is ordered, and the checkpoint that closes
 * the group with the tables. A RangeError for what does not fit the record.
 */
export function planPrescription(state: LedgerState, event: PrescriptionEvent): PlannedAppend {
  const { writer, headVersion, medVersion, terminalCounter, at, ...ordered } = event;
  const header = { at, terminalKeyId: writer.keyId };
  const sign = (record: LedgerRecord) => encodeRecord(record, state.cardNumber, writer.sign);
  const order = sign({
    ...{ ...header, ...ordered, type: 'prescription', terminalCounter },
    ...{ seq: state.seq + 1, prevHash: state.hash, group: { index: 0, count: 2 } },
  });
  const tables = addSupplies(state.tables, { at, lines: [] });
  const closing = sign({
    ...{ ...header, type: 'checkpoint', terminalCounter: terminalCounter + 1, headVersion },
    ...{ seq: state.seq + 2, prevHash: hashOfRecord(order), group: { index: 1, count: 2 } },
    ...{ medVersion, lines: [], fills: { seq: 0, lines: 0 }, tables },
  });
  const ledger = { ...state, seq: state.seq + 2, hash: hashOfRecord(closing), tables };
  return { records: [order, closing], ledger };
}

/** What names a prescription for good, at whichever place it stands: who wrote it, and the second. */
export const prescriptionIdOf = ({
  at,
  terminalKeyId,
}: Pick<PrescriptionRecord, 'at' | 'terminalKeyId'>): string =>
  `${terminalKeyId}-${Math.floor(Date.parse(at) / 1000)}`;
