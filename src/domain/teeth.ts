/** Teeth in FDI two-digit notation (ISO 3950): quadrant, then place from the middle of the jaw. */

export type ToothKind = 'incisor' | 'canine' | 'premolar' | 'molar';

export interface Tooth {
  readonly dentition: 'primary' | 'permanent';
  readonly kind: ToothKind;
}

/** The tooth that a number names: 11 to 48 are permanent, 51 to 85 primary; null for any other text. */
export function findTooth(fdi: string): Tooth | null {
  const match = /^([1-8])([1-8])$/.exec(fdi);
  if (match === null) return null;
  const place = Number(match[2]);
  const dentition = Number(match[1]) <= 4 ? 'permanent' : 'primary';
  if (dentition === 'primary' && place > 5) return null;
  return { dentition, kind: kindOf(place, dentition) };
}

/** The surfaces that a text names, each once: mesial, occlusal, incisal, distal, buccal or vestibular, lingual, palatal. */
export function findSurfaces(text: string): readonly string[] | null {
  const letters = [...new Set(text.toUpperCase())];
  const isSound = letters.length > 0 && letters.every((letter) => 'MOIDBVLP'.includes(letter));
  return isSound ? letters : null;
}

function kindOf(place: number, dentition: Tooth['dentition']): ToothKind {
  if (place <= 2) return 'incisor';
  if (place === 3) return 'canine';
  return dentition === 'permanent' && place <= 5 ? 'premolar' : 'molar';
}
