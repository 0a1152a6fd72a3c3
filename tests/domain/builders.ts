import type { AdjudicationInput, CardEvidence, HotlistEntry } from '#domain/adjudication/input.ts';
import type { BenefitRule, Item, PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine, Consent } from '#domain/claims.ts';
import { type CalendarDate, calendarDate, type Instant } from '#domain/dates.ts';
import { type Fact, known, type Source } from '#domain/facts.ts';
import type { Supply } from '#domain/history.ts';
import { money } from '#domain/money.ts';
import type { Membership } from '#domain/people.ts';

/** Stories start from a member in order on 22 November 2026; each states only what differs. */

export const day = (text: string): CalendarDate => calendarDate(text);
export const moment = (text: string): Instant => text as Instant;
export const today = day('2026-11-22');
export const now = moment('2026-11-22T10:00:00.000Z');

export const membership = (changes: Partial<Membership> = {}): Membership => ({
  memberNumber: '5577811042',
  policyNumber: '20260417',
  planCode: 'SILVER',
  relationship: 'self',
  employer: null,
  policyStatus: 'active',
  policyPeriod: { from: day('2026-01-01'), to: day('2026-12-31') },
  memberPeriod: { from: day('2026-01-01'), to: null },
  ...changes,
});

export const membershipFact = (
  changes: Partial<Membership> = {},
  asOf: Instant = now,
): Fact<Membership> => known(membership(changes), 'centre', asOf);

export const card = (changes: Partial<CardEvidence> = {}): CardEvidence => ({
  proof: 'genuine',
  cardNumber: '99104471',
  validity: { from: day('2025-01-01'), to: day('2027-12-31') },
  ...changes,
});

export const blocked = (
  why: HotlistEntry['why'],
  since: Instant = moment('2026-11-09T08:15:00.000Z'),
): Fact<HotlistEntry> => known({ cardNumber: '99104471', since, why }, 'centre', now);

export const line = (changes: Partial<ClaimLine> = {}): ClaimLine => ({
  lineId: 'line-1',
  itemCode: 'ATORVASTATIN-20',
  quantity: 30,
  daysSupply: 30,
  unitPrice: null,
  ...changes,
});

/** The member signed for whatever comes to up to so much, in minor units. */
export const signed = (upTo = 1_000_000): Consent => ({
  upTo: money(upTo),
  at: now,
  userId: 'pharmacist',
});

/** Thirty days from 9 November unless told otherwise: the last day is 8 December. */
export const supply = (changes: Partial<Supply> = {}): Supply => ({
  repeatCode: 101,
  endsOn: day('2026-12-08'),
  days: 30,
  quantity: 30,
  providerId: 'RABWA',
  ...changes,
});

export const supplies = (
  list: readonly Supply[],
  source: Source = 'card',
): Fact<readonly Supply[]> => known(list, source, now);

export interface InputChanges extends Partial<Omit<AdjudicationInput, 'claim'>> {
  readonly on?: CalendarDate;
  readonly providerId?: string;
  readonly lines?: readonly ClaimLine[];
}

export function input({ on, providerId, lines, ...changes }: InputChanges = {}): AdjudicationInput {
  return {
    eventId: '019ab000-0000-7000-8000-000000000001',
    decidedAt: now,
    claim: {
      claimId: 'C-261122-0048',
      encounter: 'outpatient',
      serviceDate: on ?? today,
      providerId: providerId ?? 'NAFIS',
      diagnoses: ['E78.0'],
      lines: lines ?? [line()],
    },
    person: {
      memberNumber: '5577811042',
      nameAr: 'سمير عدنان الحلبي',
      nameLatin: 'Samir Adnan Al-Halabi',
      birth: { date: day('1968-03-14'), precision: 'day' },
      sex: 'male',
    },
    card: card(),
    holder: 'confirmed',
    membership: membershipFact(),
    hotlist: known(null, 'centre', now),
    supplies: [supplies([])],
    ...changes,
  };
}

const named = (en: string, ar: string) => ({ ar, en });

const rule = (benefit: string, changes: Partial<BenefitRule> = {}): BenefitRule => ({
  benefit,
  covered: true,
  coInsurancePercent: 20,
  coInsuranceMinimum: null,
  coInsuranceMaximum: null,
  clause: 'art-5',
  ...changes,
});

const item = (code: string, cardCode: number, benefit: string, name: Item['name']): Item => ({
  code,
  cardCode,
  kind: 'consultation',
  name,
  benefit,
  unit: 'session',
  medicine: null,
});

const tablets = (
  code: string,
  cardCode: number,
  repeatCode: number | null,
  name: Item['name'],
): Item => ({
  ...item(code, cardCode, 'medicines', name),
  kind: 'medicine',
  unit: 'tablet',
  medicine: {
    atc: 'C10AA05',
    ingredient: 'atorvastatin',
    strength: '20 mg',
    form: 'tablet',
    packSize: 30,
    saleableUnit: 10,
    gtins: [],
    repeatCode,
    dailyDose: 1,
  },
});

export const priceRow = (
  scope: PriceRow['scope'],
  code: string,
  unitPrice: number,
  from = '2026-01-01',
  to: string | null = null,
): PriceRow => ({
  scope,
  item: code,
  period: { from: day(from), to: to === null ? null : day(to) },
  unitPrice: money(unitPrice),
});

export const silverBenefits: readonly BenefitRule[] = [
  rule('medicines'),
  rule('consultations', { coInsuranceMinimum: money(1_000), coInsuranceMaximum: money(5_000) }),
  rule('dental', { covered: false, clause: 'art-9' }),
];

export const rulePack = (changes: Partial<RulePack> = {}): RulePack => ({
  packId: 'SY-2026-0417',
  version: 118,
  insurer: { code: 'MDX', name: named('Medexa', 'ميديكسا') },
  contract: {
    code: 'SY-2026-0417',
    name: named('Textiles', 'النسيج'),
    period: { from: day('2026-01-01'), to: day('2026-12-31') },
  },
  currency: { code: 'SYP', exponent: 2, cashStep: 100 },
  currencyKeys: [],
  plans: [
    {
      code: 'SILVER',
      name: named('Silver', 'الفضّية'),
      networks: ['DAMASCUS'],
      benefits: silverBenefits,
      excludedItems: [{ item: 'WHITENING', clause: 'art-11' }],
      isEmergencyAnywhere: false,
      stay: null,
    },
  ],
  networks: [{ code: 'DAMASCUS', name: named('Damascus', 'دمشق') }],
  providers: ['NAFIS', 'RABWA'].map((providerId) => ({
    providerId,
    name: named(`${providerId} pharmacy`, `صيدلية ${providerId}`),
    place: named('Damascus', 'دمشق'),
    network: 'DAMASCUS',
    contract: null,
    licences: null,
    settings: null,
  })),
  benefits: [
    { code: 'medicines', name: named('medicines', 'الأدوية') },
    { code: 'consultations', name: named('consultations', 'الاستشارات') },
    { code: 'dental', name: named('dental care', 'الأسنان') },
    { code: 'optical', name: named('glasses', 'النظارات') },
  ],
  items: [
    tablets('ATORVASTATIN-20', 1, 101, named('Atorvastatin 20 mg', 'أتورفاستاتين ٢٠ ملغ')),
    tablets('ATORVASTATIN-20-B', 2, 101, named('Atorvastatin B', 'أتورفاستاتين ب')),
    tablets('METFORMIN-850', 3, 102, named('Metformin 850 mg', 'ميتفورمين ٨٥٠ ملغ')),
    tablets('PARACETAMOL-500', 4, null, named('Paracetamol 500 mg', 'باراسيتامول ٥٠٠ ملغ')),
    item('CONSULTATION', 5, 'consultations', named('Consultation', 'استشارة')),
    item('WHITENING', 6, 'medicines', named('Whitening', 'تبييض')),
    item('FILLING', 7, 'dental', named('Filling', 'حشوة')),
    item('GLASSES', 8, 'optical', named('Glasses', 'نظارات')),
    item('UNPRICED', 9, 'consultations', named('New service', 'خدمة جديدة')),
  ],
  prices: [
    priceRow({ network: 'DAMASCUS' }, 'ATORVASTATIN-20', 660),
    priceRow({ network: 'DAMASCUS' }, 'ATORVASTATIN-20-B', 500),
    priceRow({ network: 'DAMASCUS' }, 'METFORMIN-850', 420),
    priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 100),
    priceRow({ network: 'DAMASCUS' }, 'CONSULTATION', 20_000),
    priceRow({ network: 'DAMASCUS' }, 'WHITENING', 50_000),
    priceRow({ network: 'DAMASCUS' }, 'FILLING', 30_000),
    priceRow({ network: 'DAMASCUS' }, 'GLASSES', 80_000),
  ],
  decrees: [],
  taxes: [],
  diagnoses: [],
  repeatKeys: [],
  repeat: { thresholdPercent: 75, clause: 'art-7-3' },
  offline: {
    membership: { softHours: 168, hardHours: 720 },
    hotlist: { softHours: 24, hardHours: 168 },
    rules: null,
    limits: null,
    clock: null,
  },
  identity: { collection: [], insteadOfCard: [] },
  itemRules: [],
  programmes: [],
  serviceGroups: [],
  frequencies: [],
  waiting: [],
  diagnosisRules: [],
  diagnosisNeededFor: [],
  ceilings: [],
  deductibles: [],
  outOfPocket: [],
  conditions: [],
  modes: {},
  clauses: [],
  ...changes,
});
