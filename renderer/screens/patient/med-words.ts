import type { MedRecord } from '#contracts/visit-views.ts';
import type { Bilingual } from '#domain/people.ts';
import type { Speech } from '../../app/language.tsx';

/** The name in the language of the screen, else what stands for it. */
export const sayNamed = (name: Bilingual | null, otherwise: string, { say }: Speech): string =>
  name === null ? otherwise : say(name);

/** An ATC code is said by medicines that people know: "J01C (Amoxicillin 500 mg)". */
export function sayAllergy(
  { name, examples }: MedRecord['allergies'][number],
  { say }: Speech,
): string {
  return examples.length === 0 ? name : `${name} (${examples.map((one) => say(one)).join(' · ')})`;
}
