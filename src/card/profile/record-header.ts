import { fromHex, toHex } from '#domain/chain.ts';
import { readUint, writeUint } from './bytes.ts';
import { decodeMoment, encodeMoment } from './days.ts';
import type { RecordHeader, RecordType } from './ledger-record.ts';
import { LayoutBroken, mustBe } from './rows.ts';

/** The part of a ledger record that is signed: bytes 0 to 173. */
export const bodySize = 174;

const format = 1;

/** In the order of their codes, from 1. */
const recordTypes: readonly RecordType[] = [
  'prescription',
  'dispense',
  'service',
  'correction',
  'checkpoint',
  'anchor',
];

/** A body with the header and the group written. */
export function startBody(record: RecordHeader & { readonly type: RecordType }): Uint8Array {
  const body = new Uint8Array(bodySize);
  const { index, count } = record.group;
  if (count < 1 || count > 15 || index < 0 || index >= count) throw new RangeError('no such group');
  if (record.seq < 1) throw new RangeError('records count from 1');
  body[0] = format;
  body[1] = recordTypes.indexOf(record.type) + 1;
  writeUint(body, 2, 3, record.seq);
  writeUint(body, 5, 4, encodeMoment(record.at));
  body.set(eightBytes(record.terminalKeyId), 9);
  writeUint(body, 17, 4, record.terminalCounter);
  body.set(eightBytes(record.prevHash), 21);
  body[172] = (index << 4) | count;
  return body;
}

/** Reads the header; throws LayoutBroken. */
export function readHeader(bytes: Uint8Array): RecordHeader & { readonly type: RecordType } {
  mustBe(bytes[0] === format, 'format unknown');
  const type = recordTypes[readUint(bytes, 1, 1) - 1];
  if (type === undefined) throw new LayoutBroken('type unknown');
  const seq = readUint(bytes, 2, 3);
  mustBe(seq > 0, 'sequence is zero');
  const group = readUint(bytes, 172, 1);
  const [index, count] = [group >> 4, group & 0x0f];
  mustBe(index < count, 'no such group');
  return {
    type,
    seq,
    at: decodeMoment(readUint(bytes, 5, 4)),
    terminalKeyId: toHex(bytes.subarray(9, 17)),
    terminalCounter: readUint(bytes, 17, 4),
    prevHash: toHex(bytes.subarray(21, 29)),
    group: { index, count },
  };
}

export const isLastOfGroup = ({ group }: RecordHeader): boolean => group.index === group.count - 1;

function eightBytes(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes.length !== 8) throw new RangeError('expected 8 bytes');
  return bytes;
}
