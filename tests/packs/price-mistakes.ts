import type { Mistake } from './mistake.ts';

/** The demo's prices with a tax before them, and what of it was mistaken. */
function withTax(rates: string, changes: Readonly<Record<string, string>> = {}) {
  const tax = {
    category: 'sales',
    name: '{ ar: ضريبة, en: Tax }',
    prices: 'without-tax',
    bearer: 'shared',
    countsTowardsCeilings: 'true',
    rates: `[${rates}]`,
    clause: 'art-11-1',
    ...changes,
  };
  const fields = Object.entries(tax).map(([name, value]) => `${name}: ${value}`);
  return {
    file: 'prices.yaml',
    from: 'lists:',
    to: `taxes:\n  - ${fields.join('\n    ')}\nlists:`,
  };
}

/** Mistakes in prices, their taxes, the currency and the repeat keys. */
export const priceMistakes: readonly Mistake[] = [
  {
    did: 'wrote one decimal too many',
    file: 'prices.yaml',
    from: 'MET-850: "4.20"',
    to: 'MET-850: "4.205"',
    where: /^lists\[0\]\.prices\.MET-850 \(line 9\)$/,
    why: /^"4.205" is not an amount of SYP with at most 2 decimals: write no more decimals$/,
  },
  {
    did: 'cited an unknown clause for repeats',
    file: 'repeat.yaml',
    from: 'clause: art-7-3',
    to: 'clause: art-7-9',
    where: /^clause \(line 5\)$/,
    why: /^clause "art-7-9" is not among the clauses/,
  },
  {
    did: 'priced an item that does not exist',
    file: 'prices.yaml',
    from: 'CON-ER: "180.00"',
    to: 'CON-ERR: "180.00"',
    where: /^lists\[6\]\.prices\.CON-ERR/,
    why: /^item "CON-ERR" is not among the medicines or services/,
  },
  {
    did: 'used a repeat code twice',
    file: 'repeat.yaml',
    from: 'code: 2002',
    to: 'code: 2001',
    where: /^keys\[1\].code \(line 9\)$/,
    why: /^repeat code "2001" is there twice/,
  },
  {
    did: 'left an item without a price in a network',
    file: 'prices.yaml',
    from: '      MET-500: "3.00"\n',
    to: '',
    saidOf: 'medicines.yaml',
    where: /^medicines\[0\] \(line 4\)$/,
    why: /^"MET-500" has no price in network "A" on 2026-01-01: add it to the prices, or to the network's withoutItems$/,
  },
  {
    did: 'left a gap between two price lists',
    file: 'prices.yaml',
    from: 'to: 2026-12-31',
    to: 'to: 2026-12-30',
    saidOf: 'services.yaml',
    where: /^services\[\d+\] \(line \d+\)$/,
    why: /^"DEN-EXM" has no price in network "A" on 2026-12-31: add it to the prices/,
  },
  {
    did: 'let two price lists overlap by a day',
    file: 'prices.yaml',
    from: 'to: 2026-12-31',
    to: 'to: 2027-01-01',
    where: /^lists\[3\]\.prices\.DEN-EXM/,
    why: /^"DEN-EXM" has two prices on 2027-01-01: end the earlier one the day before/,
  },
  {
    did: 'gave a price list two owners',
    file: 'prices.yaml',
    from: '- provider: SY-HOM-0007',
    to: '- provider: SY-HOM-0007\n    network: A',
    where: /^lists\[6\]/,
    why: /^a list belongs to one network, tier or provider: name exactly one/,
  },
  {
    did: 'gave a price list a tier and a provider',
    file: 'prices.yaml',
    from: '- provider: SY-HOM-0007',
    to: '- provider: SY-HOM-0007\n    tier: centre',
    where: /^lists\[6\]/,
    why: /^a list belongs to one network, tier or provider: name exactly one/,
  },
  {
    did: 'priced for an unknown tier',
    file: 'prices.yaml',
    from: '- provider: SY-HOM-0007',
    to: '- tier: centre',
    where: /^lists\[6\]\.prices\.\S+ \(line \d+\)$/,
    why: /^tier "centre" is not among the tiers/,
  },
  {
    did: 'ended the contract before it begins',
    file: 'contract.yaml',
    from: 'to: 2027-12-31',
    to: 'to: 2025-12-31',
    where: /^contract\.period \(line 12\)$/,
    why: /^the period ends before it begins: correct one of the dates$/,
  },
  {
    did: 'gave a tax two rates on a day',
    ...withTax(
      '{ from: 2026-01-01, to: 2026-07-01, percent: "5" }, { from: 2026-07-01, to: null, percent: "7" }',
    ),
    where: /^taxes\[0\]\.rates\[1\]/,
    why: /^tax "sales" has two rates on 2026-07-01: end the earlier one the day before/,
  },
  {
    did: 'left a day of the contract without a rate of tax',
    ...withTax('{ from: 2026-01-02, to: null, percent: "5" }'),
    where: /^taxes\[0\]\.rates/,
    why: /^tax "sales" has no rate on 2026-01-01: add one; nothing is "0"/,
  },
  {
    did: 'set a tax that no rule names',
    ...withTax('{ from: 2026-01-01, to: null, percent: "5" }'),
    where: /^taxes\[0\]\.category/,
    why: /^no rule names tax "sales": write of which items it is, or remove it$/,
  },
  {
    did: 'redenominated what is not whole afterwards',
    file: 'contract.yaml',
    from: 'cashStep: "1.00" }',
    to: 'cashStep: "1.00", redenominations: [{ from: 2027-01-01, key: SYN, code: SYP, exponent: 2, cashStep: "0.01", ratio: { before: 100, after: 1 } }] }',
    saidOf: 'prices.yaml',
    where: /^lists\[0\]\.prices\.MET-850/,
    why: /^it comes to no whole amount of "SYN": write one that does, or end it the day before/,
  },
  {
    did: 'redenominated before the contract begins',
    file: 'contract.yaml',
    from: 'cashStep: "1.00" }',
    to: 'cashStep: "1.00", redenominations: [{ from: 2026-01-01, key: SYN, code: SYP, exponent: 2, cashStep: "0.01", ratio: { before: 100, after: 100 } }] }',
    where: /^currency\.redenominations\[0\]\.from/,
    why: /^it does not begin after the key before it, within the contract/,
  },
];
