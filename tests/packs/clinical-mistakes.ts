import type { Mistake } from './mistake.ts';

/** Lists of clinical alerts whose shape is right and whose content is not. */
export const clinicalMistakes: readonly Mistake[] = [
  {
    did: 'warned of an item that does not exist',
    file: 'cautions.yaml',
    from: 'for: { atc: D10BA }',
    to: 'for: { items: [ISO-20, ISO-40] }',
    where: /^pregnancy\[0\]\.for \(line \d+\)$/,
    why: /^item "ISO-40" is not among the medicines or services/,
  },
  {
    did: 'listed an interaction twice, the other way round',
    file: 'interactions.yaml',
    from: 'between: [N06AB]\n    and: [M01A]',
    to: 'between: [M01A]\n    and: [B01AF, B01AA]',
    where: /^interactions\[\d+\] \(line \d+\)$/,
    why: /^pair of groups "B01AA B01AF with M01A" is there twice: give one of them another$/,
  },
  {
    did: 'gave two interactions one id',
    file: 'interactions.yaml',
    from: 'id: ssri-nsaid',
    to: 'id: ssri-tramadol',
    where: /^interactions\[\d+\]\.id \(line \d+\)$/,
    why: /^interaction "ssri-tramadol" is there twice/,
  },
  {
    did: 'gave two cautions one id',
    file: 'cautions.yaml',
    from: 'id: warfarin-pregnancy',
    to: 'id: valproate-pregnancy',
    where: /^pregnancy\[2\]\.id \(line \d+\)$/,
    why: /^caution "valproate-pregnancy" is there twice/,
  },
  {
    did: 'called two classes of allergies by one name',
    file: 'cautions.yaml',
    from: 'names: [quinolone, ',
    to: 'names: [Penicillin, ',
    where: /^allergies\[2\]\.names\[0\] \(line \d+\)$/,
    why: /^name of an allergy "penicillin" is there twice/,
  },
];
