import { clinicalRecordSchema } from '#contracts/events/clinical-schema.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import {
  type ClinicalInput,
  clinicalInputOf,
  type MedicalRecord,
} from '#domain/clinical/clinical-input.ts';
import { startOfDay } from '#domain/dates.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import { type Case, caseSchema } from './case-schema.ts';

/**
 * What clinical alerts look at: as a claim event recorded it, or as a case states it in `med`. Null where the
 * document says nothing of it, and nobody asked; the input is the one that was read from the same document.
 */
export function openClinical(
  document: unknown,
  input: AdjudicationInput,
  { pack }: CompiledPack,
): ClinicalInput | null {
  if (typeof document !== 'object' || document === null) return null;
  if ('clinical' in document) {
    const recorded = clinicalRecordSchema.safeParse(document.clinical);
    return recorded.success ? recorded.data.input : null;
  }
  if (!('med' in document)) return null;
  const parsed = caseSchema(pack.currency.exponent).safeParse(document);
  const med = parsed.success ? parsed.data.med : undefined;
  return med === undefined ? null : clinicalInputOf(input, recordOf(med, input));
}

function recordOf(
  med: NonNullable<Case['med']> | null,
  { decidedAt }: AdjudicationInput,
): Fact<MedicalRecord | null> {
  if (med === null) return unknown('unreadable', 'card');
  if (med === 'none') return known(null, 'card', decidedAt);
  const { allergies, medicines, verified, writtenOn } = med;
  const asOf = writtenOn === undefined ? decidedAt : startOfDay(writtenOn);
  return known({ allergies, medicines, isVerified: verified }, 'card', asOf);
}
