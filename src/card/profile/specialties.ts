/** Specialties by their code on the card; 0 is none, or one that has no code. Allotted once, never reused. */
const codes: Readonly<Record<string, number>> = {
  'general-practice': 1,
  'internal-medicine': 2,
  paediatrics: 3,
  gynaecology: 4,
  surgery: 5,
  cardiology: 6,
  gastroenterology: 7,
  neurology: 8,
  psychiatry: 9,
  dermatology: 10,
  ophthalmology: 11,
  otolaryngology: 12,
  orthopaedics: 13,
  urology: 14,
  oncology: 15,
  dentistry: 16,
};

/** As the contract names it; null for none. */
export const specialtyCode = (specialty: string | null): number =>
  specialty === null ? 0 : (codes[specialty] ?? 0);
