import { asciiBytes, isZero, readUint, writeUint } from './bytes.ts';
import type { PrescriptionLine, PrescriptionRecord, RecordHeader } from './ledger-record.ts';
import { startBody } from './record-header.ts';
import { LayoutBroken, mustBe, mustFit } from './rows.ts';

/** A doctor's order: licence, diagnoses and up to six medicines. */
export function encodePrescriptionBody(record: PrescriptionRecord): Uint8Array {
  const body = startBody(record);
  mustFit(record.lines.length, maximumLines);
  mustFit(record.diagnoses.length, maximumDiagnoses);
  body[29] = record.lines.length;
  writeText(body, 30, 8, record.licence);
  writeUint(body, 38, 1, record.specialty);
  writeUint(body, 39, 1, record.validDays);
  record.diagnoses.forEach((code, i) => {
    if (!icdPattern.test(code)) throw new RangeError(`not an ICD-10 code: ${code}`);
    writeText(body, 40 + i * 5, 5, code.replace('.', ''));
  });
  writeUint(body, 55, 4, record.episode);
  writeUint(body, 59, 1, record.flags);
  record.lines.forEach((line, i) => {
    const at = linesAt + i * lineSize;
    writeUint(body, at, 3, line.cardCode);
    writeUint(body, at + 3, 2, line.quantity);
    writeUint(body, at + 5, 2, line.dose);
    writeUint(body, at + 7, 1, line.timesPerDay);
    writeUint(body, at + 8, 1, line.days);
    writeUint(body, at + 9, 1, line.refills);
    writeUint(body, at + 10, 1, line.flags);
  });
  return body;
}

/** Throws LayoutBroken. */
export function readPrescription(bytes: Uint8Array, header: RecordHeader): PrescriptionRecord {
  const count = readUint(bytes, 29, 1);
  mustBe(count <= maximumLines, 'too many lines');
  const end = linesAt + count * lineSize;
  mustBe(isZero(bytes.subarray(end, 172)) && bytes[173] === 0, 'unused bytes are not zero');
  return {
    ...header,
    type: 'prescription',
    licence: readText(bytes, 30, 8),
    specialty: readUint(bytes, 38, 1),
    validDays: readUint(bytes, 39, 1),
    diagnoses: readDiagnoses(bytes),
    episode: readUint(bytes, 55, 4),
    flags: readUint(bytes, 59, 1),
    lines: Array.from({ length: count }, (_, i) => readLine(bytes, linesAt + i * lineSize)),
  };
}

/** Whether a code fits the record's five places. */
export const isDiagnosisForCard = (code: string): boolean => icdPattern.test(code);

const maximumLines = 6;
const maximumDiagnoses = 3;
const linesAt = 60;
const lineSize = 11;
/** The dot is not stored: five places hold a code of up to five letters and digits. */
const icdPattern = /^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,2})?$/;

const readLine = (bytes: Uint8Array, at: number): PrescriptionLine => ({
  cardCode: readUint(bytes, at, 3),
  quantity: readUint(bytes, at + 3, 2),
  dose: readUint(bytes, at + 5, 2),
  timesPerDay: readUint(bytes, at + 7, 1),
  days: readUint(bytes, at + 8, 1),
  refills: readUint(bytes, at + 9, 1),
  flags: readUint(bytes, at + 10, 1),
});

function readDiagnoses(bytes: Uint8Array): string[] {
  const stored = Array.from({ length: maximumDiagnoses }, (_, i) => readText(bytes, 40 + i * 5, 5));
  const used = stored.filter((code) => code !== '');
  mustBe(
    stored.slice(used.length).every((code) => code === ''),
    'diagnoses have a gap',
  );
  return used.map((code) => {
    const dotted = code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
    mustBe(icdPattern.test(dotted), 'not an ICD-10 code');
    return dotted;
  });
}

function writeText(body: Uint8Array, at: number, size: number, text: string): void {
  const bytes = asciiBytes(text);
  if (bytes.length > size) throw new RangeError(`"${text}" does not fit ${size} bytes`);
  body.set(bytes, at);
}

/** Printable ASCII up to the first zero, after which all must be zero. */
function readText(bytes: Uint8Array, at: number, size: number): string {
  const field = bytes.subarray(at, at + size);
  const zero = field.indexOf(0);
  const used = zero === -1 ? field : field.subarray(0, zero);
  mustBe(isZero(field.subarray(used.length)), 'text goes on after its end');
  const text = String.fromCharCode(...used);
  if (!/^[\x20-\x7e]*$/.test(text)) throw new LayoutBroken('text is not printable');
  return text;
}
