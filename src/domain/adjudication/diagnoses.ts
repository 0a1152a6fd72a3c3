import type { Shown } from '../facts.ts';
import type { LineBase } from './check.ts';
import type { DiagnosisTerms } from './diagnosis-terms.ts';
import type { FactUsed } from './evidence.ts';
import type { CompiledPack } from './rule-pack.ts';
import { aCode, aName, fromOperator } from './shown.ts';

/** A diagnosis by the insurer's name for it, else by its code. */
export function shownDiagnosis(pack: CompiledPack, code: string): Shown {
  const name = pack.diagnosisName(code);
  return name === null ? aCode(code) : aName(name);
}

/** What the line is for, as facts; one unknown fact where that was not said. */
export const listDiagnosisFacts = ({ input, diagnoses }: LineBase): readonly FactUsed[] =>
  diagnoses.length === 0
    ? [fromOperator(input, 'diagnosis', null)]
    : diagnoses.map((code) => fromOperator(input, 'diagnosis', aCode(code)));

/** What one topic of the contract says of each of the line's diagnoses that it speaks of. */
export const listDiagnosisTerms = <T extends keyof DiagnosisTerms>(
  { pack, diagnoses, planCode }: LineBase,
  topic: T,
): readonly { readonly code: string; readonly term: NonNullable<DiagnosisTerms[T]> }[] =>
  diagnoses.flatMap((code) => {
    const term = pack.diagnosisTerms(code, planCode)?.[topic] ?? null;
    return term === null ? [] : [{ code, term }];
  });
