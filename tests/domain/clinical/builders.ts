import type { Item, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Claim } from '#domain/claims.ts';
import {
  type Allergy,
  type ClinicalInput,
  clinicalInputOf,
  type MedicalRecord,
} from '#domain/clinical/clinical-input.ts';
import type { ClinicalTerms, Warning } from '#domain/clinical/terms.ts';
import type { BirthDate } from '#domain/dates.ts';
import { type Fact, known } from '#domain/facts.ts';
import type { Sex } from '#domain/people.ts';
import { day, input, line, now, rulePack, supplies } from '../builders.ts';

/** Stories start from a man of 58 years with a record that names nothing, given what they state. */

const named = (en: string) => ({ en, ar: `دواء ${en}` });

const medicine = (code: string, cardCode: number, atc: string, ingredient: string): Item => ({
  ...{ code, cardCode, kind: 'medicine', name: named(code), benefit: 'medicines', unit: 'tablet' },
  medicine: {
    ...{ atc, ingredient, strength: '1 mg', form: 'tablet', packSize: 10, saleableUnit: 1 },
    ...{ gtins: [], repeatCode: repeatCodes[code] ?? null, dailyDose: 1 },
  },
});

const repeatCodes: Readonly<Record<string, number>> = {
  ATORVASTATIN: 101,
  'ATORVASTATIN-B': 101,
  ROSUVASTATIN: 103,
  WARFARIN: 104,
};

const medicines = [
  medicine('ATORVASTATIN', 1, 'C10AA05', 'atorvastatin'),
  medicine('ATORVASTATIN-B', 2, 'C10AA05', 'atorvastatin'),
  medicine('ROSUVASTATIN', 3, 'C10AA07', 'rosuvastatin'),
  medicine('FENOFIBRATE', 4, 'C10AB05', 'fenofibrate'),
  medicine('WARFARIN', 5, 'B01AA03', 'warfarin'),
  medicine('IBUPROFEN', 6, 'M01AE01', 'ibuprofen'),
  medicine('NAPROXEN', 7, 'M01AE02', 'naproxen'),
  medicine('DICLOFENAC', 8, 'M01AB05', 'diclofenac'),
  medicine('AMOXICILLIN', 9, 'J01CA04', 'amoxicillin'),
  medicine('CO-AMOXICLAV', 10, 'J01CR02', 'amoxicillin and clavulanic acid'),
  medicine('AMPICILLIN', 11, 'J01CA01', 'ampicillin'),
  medicine('CEFIXIME', 12, 'J01DD08', 'cefixime'),
  medicine('AZITHROMYCIN', 13, 'J01FA10', 'azithromycin'),
  medicine('DOXYCYCLINE', 14, 'J01AA02', 'doxycycline'),
  medicine('ISOTRETINOIN', 15, 'D10BA01', 'isotretinoin'),
  medicine('RAMIPRIL', 16, 'C09AA05', 'ramipril'),
];

const consultation: Item = {
  ...{ code: 'CONSULTATION', cardCode: 90, kind: 'consultation', benefit: 'consultations' },
  ...{ name: named('CONSULTATION'), unit: 'session', medicine: null },
};
const herbal: Item = { ...consultation, code: 'HERBAL', cardCode: 91, kind: 'medicine' };

const warning = (id: string, severity: Warning['severity']): Warning => ({
  ...{ id, severity },
  text: { ar: 'ضرر', en: 'harm' },
  management: { ar: 'احذر', en: 'take care' },
});

export const clinicalTerms: ClinicalTerms = {
  interactions: [
    { ...warning('anticoagulant-nsaid', 'serious'), between: ['B01AA'], and: ['M01A', 'N02BA'] },
    { ...warning('statin-macrolide', 'caution'), between: ['C10AA05'], and: ['J01FA'] },
  ],
  ageCautions: [
    {
      ...warning('tetracycline-teeth', 'contraindicated'),
      scope: { atc: 'J01AA' },
      age: { from: null, to: { value: 7, unit: 'years' } },
    },
    {
      ...warning('nsaid-old', 'caution'),
      scope: { atc: 'M01A' },
      age: { from: { value: 75, unit: 'years' }, to: null },
    },
  ],
  pregnancyCautions: [
    {
      ...warning('isotretinoin', 'contraindicated'),
      scope: { item: 'ISOTRETINOIN' },
      phases: ['first', 'second', 'third'],
    },
    {
      ...warning('ace-inhibitor', 'serious'),
      scope: { atc: 'C09AA' },
      phases: ['second', 'third'],
    },
    {
      ...warning('tetracycline', 'serious'),
      scope: { atc: 'J01AA' },
      phases: ['second', 'third', 'breastfeeding'],
    },
  ],
  childbearing: { from: { value: 12, unit: 'years' }, to: { value: 55, unit: 'years' } },
  allergyClasses: [
    {
      id: 'penicillins',
      name: { ar: 'البنسلينات', en: 'penicillins' },
      names: ['Penicillin', 'penicillins', 'بنسلين'],
      atc: ['J01C'],
      crossing: [{ ...warning('penicillin-cephalosporin', 'caution'), atc: ['J01D'] }],
    },
  ],
};

export const clinicalPack = (changes: Partial<RulePack> = {}): RulePack =>
  rulePack({
    items: [...medicines, consultation, herbal],
    prices: [],
    repeatKeys: [
      { code: 101, name: { ar: 'أتورفاستاتين', en: 'Atorvastatin' } },
      { code: 103, name: { ar: 'روسوفاستاتين', en: 'Rosuvastatin' } },
      { code: 104, name: { ar: 'وارفارين', en: 'Warfarin' } },
    ],
    clinical: clinicalTerms,
    ...changes,
  });

export const record = (changes: Partial<MedicalRecord> = {}): MedicalRecord => ({
  ...{ allergies: [], medicines: [], isVerified: true },
  ...changes,
});

export const allergicTo = (name: string, to: Allergy['to'] = 'substance'): MedicalRecord =>
  record({ allergies: [{ to, name }] });

export interface Told {
  readonly lines?: readonly string[];
  readonly record?: MedicalRecord | null | Fact<MedicalRecord | null>;
  readonly supplies?: ClinicalInput['supplies'];
  readonly sex?: Sex;
  readonly birth?: BirthDate;
  readonly pregnancy?: Claim['pregnancy'];
  readonly unverified?: NonNullable<ClinicalInput['unverified']>;
}

/** What is told of somebody who is given these items on 22 November 2026. */
export function told({ lines = [], pregnancy, ...rest }: Told): ClinicalInput {
  const base = input({
    lines: lines.map((itemCode, at) => line({ lineId: `line-${at + 1}`, itemCode })),
    supplies: rest.supplies ?? [supplies([])],
    ...(rest.unverified === undefined ? {} : { unverified: rest.unverified }),
  });
  const person = {
    sex: rest.sex ?? 'male',
    birth: rest.birth ?? ({ date: day('1968-03-14'), precision: 'day' } as const),
  };
  const claim = pregnancy === undefined ? base.claim : { ...base.claim, pregnancy };
  return { ...clinicalInputOf({ ...base, claim }, factOf(rest.record)), person };
}

function factOf(given: Told['record']): Fact<MedicalRecord | null> {
  if (given !== undefined && given !== null && 'known' in given) return given;
  return known(given === undefined ? record() : given, 'card', now);
}
