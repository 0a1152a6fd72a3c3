/** A field of the dialog about the encounter. */
export type EncounterField =
  | 'kind'
  | 'clinician'
  | 'stay'
  | 'accident'
  | 'onset'
  | 'otherCover'
  | 'pregnancy'
  | 'refraction'
  | 'referral'
  | 'report';
