/** What an eye needs to see, in hundredths of a dioptre: −2.25 is -225. */
export interface Correction {
  readonly sphere: number;
  readonly cylinder: number;
  /** Degrees, 0 to 180; it says how the cylinder lies and is no strength of its own. */
  readonly axis: number;
  /** For near sight. */
  readonly addition: number;
}

/** A pair of eyes as measured; null: that eye needs none. */
export interface Refraction {
  readonly right: Correction | null;
  readonly left: Correction | null;
}

/** The greatest change of sphere, cylinder or addition of either eye, in hundredths of a dioptre. */
export function greatestChange(before: Refraction, now: Refraction): number {
  const changes = (['right', 'left'] as const).flatMap((eye) => {
    const [a, b] = [before[eye] ?? none, now[eye] ?? none];
    return (['sphere', 'cylinder', 'addition'] as const).map((part) => distance(a[part], b[part]));
  });
  return changes.reduce((most, change) => (change > most ? change : most), 0);
}

const none: Correction = { sphere: 0, cylinder: 0, axis: 0, addition: 0 };

const distance = (a: number, b: number): number => (a > b ? a - b : b - a);
