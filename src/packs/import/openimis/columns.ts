import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import type { Refuse } from './words.ts';

type Columns = Readonly<Record<'taken' | 'aside', readonly string[]>>;

const limits = [
  ...['ProdID', 'LimitationType', 'PriceOrigin', 'LimitAdult', 'LimitChild'],
  ...['WaitingPeriodAdult', 'WaitingPeriodChild', 'LimitNoAdult', 'LimitNoChild'],
  ...['R', 'E'].flatMap((visit) =>
    ['LimitationType', 'LimitAdult', 'LimitChild'].map((name) => `${name}${visit}`),
  ),
  ...['CeilingExclusionAdult', 'CeilingExclusionChild'],
];

const cares = ['', 'OP', 'IP'];
const bounds = cares.flatMap((care) =>
  ['Ded', 'Max'].flatMap((bound) =>
    ['Treatment', 'Insuree', 'Policy'].map((of) => `${bound}${care}${of}`),
  ),
);
const numbers = ['Consultation', 'Surgery', 'Delivery', 'Antenatal', 'Hospitalizaion', 'Visits'];
const amounts = ['Consultation', 'Surgery', 'Delivery', 'Antenatal', 'Hospitalization'];

/** What decides a claim, or names somebody; and what decides none: contributions, enrolment, capitation, bookkeeping. */
const columns: Readonly<Record<keyof OpenImis, Columns>> = {
  facilities: {
    taken: ['HFCode', 'HFName', 'HFCareType', 'PLServiceID', 'PLItemID'],
    // Hospital and other ceilings, which go by it, are refused.
    aside: ['HfID', 'HFLevel'],
  },
  icd10: { taken: ['ICDCode', 'ICDName'], aside: [] },
  items: {
    taken: [
      ...['ItemID', 'ItemCode', 'ItemName', 'ItemType', 'ItemPackage', 'ItemPrice'],
      ...['ItemCareType', 'ItemFrequency', 'ItemPatCat'],
    ],
    aside: [],
  },
  services: {
    taken: [
      ...['ServiceID', 'ServCode', 'ServName', 'ServLevel', 'ServPrice'],
      ...['ServCareType', 'ServFrequency', 'ServPatCat', 'ServCategory'],
    ],
    aside: ['ServType'],
  },
  'item-price-list': { taken: ['PLItemID', 'ItemID', 'PriceOverule'], aside: [] },
  'service-price-list': { taken: ['PLServiceID', 'ServiceID', 'PriceOverule'], aside: [] },
  'price-lists-items': { taken: [], aside: ['PLItemID', 'PLItemName', 'DatePL'] },
  'price-lists-services': { taken: ['PLServiceID', 'PLServName'], aside: ['DatePL'] },
  'product-items': { taken: ['ItemID', ...limits], aside: ['ProdItemID'] },
  'product-services': { taken: ['ServiceID', ...limits], aside: ['ProdServiceID'] },
  products: {
    taken: [
      ...['ProdID', 'ProductCode', 'ProductName', 'InsurancePeriod'],
      ...bounds,
      ...cares.map((care) => `MaxPolicyExtraMember${care}`),
      ...cares.map((care) => `MaxCeilingPolicy${care}`),
      ...numbers.map((category) => `MaxNo${category}`),
      ...amounts.map((category) => `MaxAmount${category}`),
    ],
    aside: [
      ...['LocationId', 'DateFrom', 'DateTo', 'ConversionProdID', 'MemberCount', 'Recurrence'],
      ...['LumpSum', 'PremiumAdult', 'PremiumChild', 'MaxInstallments', 'ShareContribution'],
      ...['RegistrationLumpSum', 'RegistrationFee', 'GeneralAssemblyLumpSum', 'GeneralAssemblyFee'],
      ...['WaitingPeriod', 'GracePeriod', 'GracePeriodRenewal', 'AdministrationPeriod'],
      ...['StartCycle1', 'StartCycle2', 'StartCycle3', 'StartCycle4'],
      ...['EnrolmentDiscountPerc', 'EnrolmentDiscountPeriod'],
      ...['RenewalDiscountPerc', 'RenewalDiscountPeriod'],
      ...['PeriodRelPrices', 'PeriodRelPricesOP', 'PeriodRelPricesIP'],
      ...['AccCodePremiums', 'AccCodeRemuneration'],
      // The members above which ceilings grow, and whose ceilings are which: what goes by them is refused.
      ...['Threshold', 'CeilingInterpretation', 'CeilingType'],
      ...[1, 2, 3, 4].flatMap((level) => [`Level${level}`, `Sublevel${level}`]),
      ...['WeightPopulation', 'WeightNumberFamilies', 'WeightInsuredPopulation'],
      ...['WeightNumberInsuredFamilies', 'WeightNumberVisits', 'WeightAdjustedAmount'],
    ],
  },
  policies: {
    taken: [
      ...['PolicyID', 'ProdID', 'PolicyStatus', 'PolicyStage', 'EffectiveDate', 'ExpiryDate'],
    ],
    aside: ['FamilyID', 'EnrollDate', 'StartDate', 'PolicyValue', 'OfficerID'],
  },
  members: {
    taken: [
      ...['InsureeID', 'CHFID', 'LastName', 'OtherNames', 'DOB', 'Gender'],
      ...['Relationship', 'IsHead'],
    ],
    aside: ['FamilyID'],
  },
  'member-policies': {
    taken: ['InsureeId', 'PolicyId', 'EffectiveDate', 'ExpiryDate'],
    aside: ['InsureePolicyId', 'EnrollmentDate', 'StartDate'],
  },
};

/** Every table may have them. A row whose `ValidityTo` is filled is no longer in force and is not read. */
const everywhere = ['ValidityFrom', 'ValidityTo', 'LegacyID', 'LegacyId', 'AuditUserID'];
const ofAny = new Set([...everywhere, 'AuditUserId', 'RowID', 'RowId']);

/** Tells every column with content of which nothing is taken, and every one that is missing and reads as empty. */
export function tellColumns(tables: OpenImis, tell: Refuse): void {
  for (const [name, { taken, aside }] of Object.entries(columns)) {
    const rows = tables[name as keyof OpenImis];
    const headings = rows[0]?.headings ?? [];
    const known = new Set([...taken, ...aside]);
    for (const heading of headings)
      if (
        !known.has(heading) &&
        !ofAny.has(heading) &&
        !heading.endsWith('UUID') &&
        isFilled(rows, heading)
      )
        tell(`${name}.csv`, `nothing is taken of the column "${heading}"`);
    if (headings.length === 0) continue;
    for (const column of taken)
      if (!headings.includes(column))
        tell(`${name}.csv`, `there is no column "${column}": it is read as empty`);
  }
}

const isFilled = (rows: readonly OpenImisRow[], column: string): boolean =>
  rows.some((row) => row.cell(column) !== '');

/** Refuses every cell of a number in which something else stands: read as none, it would bound nothing. */
export function refuseOtherThanNumbers(tables: OpenImis, refuse: Refuse): void {
  for (const [name, { taken }] of Object.entries(columns)) {
    const numbers = taken.filter((column) => ofNumbers.test(column));
    for (const row of tables[name as keyof OpenImis])
      for (const column of numbers)
        if (!/^(\d+(\.\d+)?)?$/.test(row.cell(column)))
          refuse(
            row.place,
            `${column} "${row.cell(column)}" is no number: write one such as 12.50, or leave it empty`,
          );
  }
}

const ofNumbers =
  /^(Max|Ded|Limit(No)?(Adult|Child)|WaitingPeriod|InsurancePeriod|PriceOverule)|(Price|Frequency|PatCat)$/;
