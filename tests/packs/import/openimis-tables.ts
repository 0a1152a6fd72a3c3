type Rows = Record<string, string>[];
export type Tables = Record<string, Rows>;

/** A small openIMIS database that does not exist: one product, one hospital, one service for each thing a row can ask. */
export function openImisTables(): Tables {
  const services = servicesWith.map(([code, name, terms], at) => ({
    ServiceID: String(at + 1),
    ServCode: code,
    ServName: name,
    ServType: 'C',
    ServLevel: 'S',
    ServPrice: '200.00',
    ServCareType: 'B',
    ServFrequency: '0',
    ServPatCat: '15',
    ServCategory: '',
    ...terms,
  }));
  const idOf = (code: string) => services.find((row) => row.ServCode === code)?.ServiceID ?? '';
  const offered = services.filter(({ ServCode }) => ServCode !== 'OUT');
  const product = (terms: Readonly<Record<string, string>>) => ({
    ProdID: '4',
    LimitationType: 'C',
    LimitAdult: '100.00',
    LimitChild: '100.00',
    WaitingPeriodAdult: '',
    WaitingPeriodChild: '',
    LimitNoAdult: '',
    LimitNoChild: '',
    LimitationTypeE: 'C',
    LimitAdultE: '',
    ...terms,
  });
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    SHARE: { LimitAdult: '80.00', LimitChild: '80.00' },
    WAIT: { WaitingPeriodAdult: '6', WaitingPeriodChild: '6' },
    FIXED: { LimitationType: 'F', LimitationTypeE: 'F', LimitAdult: '50.00', LimitChild: '50.00' },
    TWICE: { LimitNoAdult: '2', LimitNoChild: '2' },
  };
  return {
    services,
    items: [
      {
        ItemID: '1',
        ItemCode: '0001',
        ItemName: 'Tablets',
        ItemType: 'D',
        ItemPackage: '100 TABLETS',
        ItemPrice: '10.00',
        ItemCareType: 'O',
        ItemFrequency: '0',
        ItemPatCat: '15',
      },
    ],
    facilities: [
      {
        HfID: '1',
        HFCode: 'HOS',
        HFName: 'Hospital',
        HFLevel: 'H',
        HFCareType: 'B',
        PLServiceID: '7',
        PLItemID: '8',
      },
    ],
    icd10: [{ ICDCode: 'A00', ICDName: 'Cholera' }],
    'price-lists-items': [{ PLItemID: '8', PLItemName: 'Hospital list', DatePL: '2018-01-01' }],
    'price-lists-services': [
      { PLServiceID: '7', PLServName: 'Hospital list', DatePL: '2018-01-01' },
    ],
    'item-price-list': [{ PLItemID: '8', ItemID: '1', PriceOverule: '12.50' }],
    'service-price-list': services
      .filter(({ ServCode }) => ServCode !== 'UNPRICED')
      .map(({ ServiceID }) => ({ PLServiceID: '7', ServiceID, PriceOverule: '' })),
    products: [
      {
        ProdID: '4',
        ProductCode: 'BASIC',
        ProductName: 'Basic cover',
        InsurancePeriod: '12',
        WaitingPeriod: '0',
        MaxPolicy: '1000.00',
        DedInsuree: '',
      },
    ],
    'product-items': [{ ProdItemID: '1', ItemID: '1', ...product({}) }],
    'product-services': offered.map(({ ServCode }, at) => ({
      ProdServiceID: String(at + 1),
      ServiceID: idOf(ServCode),
      ...product(own[ServCode] ?? {}),
    })),
    policies: [
      {
        PolicyID: '1',
        EffectiveDate: '2026-01-01',
        ExpiryDate: '2026-12-31',
        PolicyStatus: '2',
        ProdID: '4',
      },
    ],
    members: [
      {
        InsureeID: '1',
        CHFID: '0700',
        LastName: 'Doe',
        OtherNames: 'Jane',
        DOB: '1980-05-01',
        Gender: 'F',
        Relationship: '',
        IsHead: '1',
      },
      {
        InsureeID: '2',
        CHFID: '0701',
        LastName: 'Doe',
        OtherNames: 'Kim',
        DOB: '2015-05-01',
        Gender: 'O',
        Relationship: '4',
        IsHead: '0',
      },
    ],
    'member-policies': [
      { InsureeId: '1', PolicyId: '1', EffectiveDate: '2026-01-01', ExpiryDate: '2026-12-31' },
      { InsureeId: '2', PolicyId: '1', EffectiveDate: '2026-01-01', ExpiryDate: '2026-12-31' },
    ],
  };
}

const servicesWith: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['WOMEN', 'For women', { ServPatCat: '14' }],
  ['MEN', 'For men', { ServPatCat: '13' }],
  ['CHILD', 'For children', { ServPatCat: '11' }],
  ['ADULT', 'For adults', { ServPatCat: '7' }],
  ['OFTEN', 'Every thirty days', { ServFrequency: '30' }],
  ['STAY', 'For inpatients', { ServCareType: 'I' }],
  ['SHARE', 'With a share', {}],
  ['WAIT', 'After waiting', {}],
  ['FIXED', 'With a limit', { ServPrice: '80.00' }],
  ['TWICE', 'Twice a year', {}],
  ['OUT', 'Not in the product', {}],
  ['UNPRICED', 'In no list', {}],
];
