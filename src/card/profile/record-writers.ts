import type { CardRole } from './cvc.ts';
import type { RecordType } from './ledger-record.ts';

/** Which roles may write which ledger records; whoever writes a group closes it with a checkpoint. */
export const writersOf: Readonly<Record<RecordType, readonly CardRole[]>> = {
  prescription: ['DOCTOR'],
  dispense: ['DISPENSE'],
  service: ['SERVICE'],
  correction: ['DISPENSE', 'DOCTOR', 'SERVICE'],
  checkpoint: ['DISPENSE', 'DOCTOR', 'SERVICE', 'ISSUER'],
  anchor: ['ISSUER'],
};
