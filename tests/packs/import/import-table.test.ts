import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importTable } from '#packs/import/import-table.ts';
import type { KindName } from '#packs/import/kinds.ts';
import { readMapping } from '#packs/import/mapping.ts';
import { readCsv } from '#packs/import/table/read-csv.ts';
import { readXlsx } from '#packs/import/table/read-xlsx.ts';
import type { Table } from '#packs/import/table/table.ts';
import { copyPack, write } from '../pack-folder.ts';
import { workbook } from './workbook.ts';

const arabicTable =
  'الرمز;الاسم;السعر\nMET-850;"ميتفورمين; ٨٥٠";٤٫٢٠\n\nPAR-500;باراسيتامول;0.70\n';

const utf16 = (text: string, isBig: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

/** Only what the table above needs: its letters in Windows-1256. */
const windows1256 = (text: string): Uint8Array => {
  const letters = new Map(
    Array.from({ length: 128 }, (_, at) => {
      const byte = at + 128;
      return [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte] as const;
    }),
  );
  return Uint8Array.from([...text].map((one) => letters.get(one) ?? one.charCodeAt(0)));
};

const plain = arabicTable.replace('٨٥٠', '850').replace('٤٫٢٠', '4.20');

describe('a text file', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(arabicTable)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${arabicTable}`)],
    ['UTF-16, little end first, with a mark', utf16(arabicTable, false, true)],
    ['UTF-16, big end first, with a mark', utf16(arabicTable, true, true)],
    [
      'UTF-16, little end first, without one',
      utf16(`${arabicTable}${'A;B;1\n'.repeat(20)}`, false, false),
    ],
    ['Windows-1256', windows1256(plain)],
    ['tabs between its cells', Buffer.from(arabicTable.replaceAll(/;(?! )/g, '\t'))],
    ['commas between its cells', Buffer.from(arabicTable.replaceAll(/;(?! )/g, ','))],
  ])('in %s is read, with its lines', (_what, bytes) => {
    const table = tableOf(readCsv(bytes));
    expect(table.headings).toEqual(['الرمز', 'الاسم', 'السعر']);
    expect(table.rows.slice(0, 2)).toMatchObject([
      {
        line: 2,
        cells: ['MET-850', expect.stringMatching(/^ميتفورمين; (٨٥٠|850)$/), expect.anything()],
      },
      { line: 4, cells: ['PAR-500', 'باراسيتامول', '0.70'] },
    ]);
  });

  test('is told by the line on which a row begins, also after a cell with line ends', () => {
    const table = tableOf(readCsv(Buffer.from('a,b\n1,"x\ny\nz"\n2,w\n')));
    expect(table.rows.map(({ line }) => line)).toEqual([2, 5]);
  });

  test.each([
    ['nothing in it', '', /empty/],
    ['two columns of one heading', 'a,a\n1,2\n', /two columns have the heading "a"/],
    ['a quote that never ends', 'a,b\n"1,2\n', /correct the quotes/],
  ])('with %s is refused with the cure', (_what, text, why) => {
    expect(readCsv(Buffer.from(text))).toMatch(why);
  });
});

describe('a workbook', () => {
  const rows = [
    ['الرمز', 'السعر', 'من'],
    ['MET-850', 4.2, 46023],
    ['PAR-500', '', 46023],
  ];

  test('is read by its first sheet, or by the one that is named', () => {
    const expected = {
      headings: ['الرمز', 'السعر', 'من'],
      rows: [
        { line: 2, cells: ['MET-850', '4.2', '46023'] },
        { line: 3, cells: ['PAR-500', '', '46023'] },
      ],
    };
    expect(readXlsx(workbook(rows), null)).toEqual(expected);
    expect(readXlsx(workbook(rows, 'أسعار'), 'أسعار')).toEqual(expected);
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['another sheet than the mapping names', workbook(rows, 'Other'), /no sheet is called "أسعار"/],
    ['no workbook in it', zipSync({ 'a.txt': strToU8('x') }), /no sheet/],
    ['nothing that a zip file has', Uint8Array.of(0x50, 0x4b, 3, 4, 9), /no Excel workbook/],
    [
      'a document type',
      zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') }),
      /save it again/,
    ],
  ])('with %s is refused with the cure', (_what, bytes, why) => {
    expect(readXlsx(bytes, 'أسعار')).toMatch(why);
  });

  test('that would fill the memory is refused unopened', () => {
    const bomb = workbook(rows);
    const listing = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    // What the first entry of the zip file's listing says of its size.
    listing.setUint32(Buffer.from(bomb).indexOf('PK\u0001\u0002') + 24, 257 * 1024 * 1024, true);
    expect(readXlsx(bomb, null)).toMatch(/more than 256 MB/);
  });
});

const tableOf = (read: Table | string): Table => {
  if (typeof read === 'string') throw new Error(read);
  return read;
};

function run(kind: KindName, csv: string, mapping: string) {
  const folder = copyPack();
  write(folder, 'map.yaml', mapping);
  const { mapping: read, problems } = readMapping(join(folder, 'map.yaml'), kind);
  if (read === null) throw new Error(JSON.stringify(problems));
  return importTable(kind, tableOf(readCsv(Buffer.from(csv))), read);
}

const pricesMap =
  'columns: { item: الرمز, price: السعر }\nfixed: { network: A, from: 2026-01-01 }\n';

describe('an import', () => {
  test('of prices makes lists of one holder and period each', () => {
    const map = 'columns: { item: code, price: price, network: net, from: from }\ndates: dmy\n';
    const csv = 'code,net,price,from\nX,A,"1,250.50",1/2/2026\nY,A,3,1/2/2026\nX,B,٢,1/2/2026\n';
    const { content, rejected } = run('prices', csv, map);
    expect(rejected).toEqual([]);
    expect(parse(content ?? '')).toEqual({
      lists: [
        { network: 'A', from: '2026-02-01', to: null, prices: { X: '1250.50', Y: '3' } },
        { network: 'B', from: '2026-02-01', to: null, prices: { X: '2' } },
      ],
    });
  });

  test('of prices of networks, tiers and providers makes lists of each', () => {
    const map =
      'columns: { item: code, price: price, network: net, tier: tier, provider: who }\nfixed: { from: 2026-01-01 }\n';
    const csv = 'code,net,tier,who,price\nX,A,,,1\nX,,T,,2\nX,,,P,3\n';
    const { content, rejected } = run('prices', csv, map);
    expect(rejected).toEqual([]);
    expect(parse(content ?? '').lists).toEqual([
      { network: 'A', from: '2026-01-01', to: null, prices: { X: '1' } },
      { tier: 'T', from: '2026-01-01', to: null, prices: { X: '2' } },
      { provider: 'P', from: '2026-01-01', to: null, prices: { X: '3' } },
    ]);
    expect(run('prices', 'code,net,tier,who,price\nX,A,T,,1\n', map).rejected).toMatchObject([
      { line: 2, why: expect.stringMatching(/one network, tier or provider/) },
    ]);
  });

  test('rejects every row that is wrong with its line and reason, and writes nothing', () => {
    const csv = 'الرمز,السعر\nA,"1,5"\nB,\nC,2\nC,3\nD,free\n';
    const { content, rejected } = run('prices', csv, pricesMap);
    expect(content).toBeNull();
    expect(rejected).toMatchObject([
      {
        line: 2,
        field: 'price',
        why: expect.stringMatching(/"1,5" is no number, or could be two/),
      },
      { line: 3, field: 'price', why: expect.stringMatching(/empty/) },
      { line: 5, field: 'item', why: expect.stringMatching(/on line 4 already/) },
      { line: 6, field: 'price', why: expect.stringMatching(/"free" is no number/) },
    ]);
  });

  test('says which headings there are when one is missing', () => {
    expect(run('prices', 'الرمز,سعر\nA,1\n', pricesMap).rejected).toMatchObject([
      { line: 0, field: 'price', why: expect.stringMatching(/"السعر": write one of الرمز, سعر/) },
    ]);
  });

  test('of members makes what reference data hold', () => {
    const map = [
      'columns:',
      '  person.memberNumber: رقم',
      '  person.nameAr: الاسم',
      '  person.nameLatin: name',
      '  person.birth.date: الميلاد',
      '  person.sex: الجنس',
      '  membership.policyNumber: العقد',
      '  membership.relationship: الصلة',
      'fixed: { membership.planCode: silver, membership.policyPeriod.from: 2026-01-01, membership.memberPeriod.from: 2026-01-01 }',
      'values:',
      '  person.sex: { ذكر: male, أنثى: female }',
      '  membership.relationship: { رب الأسرة: self, زوجة: spouse }',
      'dates: dmy',
      '',
    ].join('\n');
    const header = 'رقم,الاسم,name,الميلاد,الجنس,العقد,الصلة\n';
    const good = run('members', `${header}0042,سمير,Samir,14/3/1968,ذكر,41,رب الأسرة\n`, map);
    expect(good.rejected).toEqual([]);
    expect(parse(good.content ?? '').members).toMatchObject([
      {
        person: {
          memberNumber: '0042',
          sex: 'male',
          birth: { date: '1968-03-14', precision: 'day' },
        },
        membership: {
          memberNumber: '0042',
          planCode: 'silver',
          employer: null,
          policyStatus: 'active',
        },
      },
    ]);
    expect(parse(good.content ?? '').members[0].membership).not.toHaveProperty('planSince');
    const dated = run(
      'members',
      `${header.trim()},since\n0042,سمير,Samir,14/3/1968,ذكر,41,رب الأسرة,1/7/2026\n`,
      map.replace('fixed:', '  membership.planSince: since\nfixed:'),
    );
    expect(parse(dated.content ?? '').members[0].membership).toMatchObject({
      planSince: '2026-07-01',
    });
    const bad = run('members', `${header}0042,سمير,Samir,30/2/1968,رجل,41,رب الأسرة\n`, map);
    expect(bad.content).toBeNull();
    expect(bad.rejected).toMatchObject([{ line: 2, field: 'person.sex' }]);
  });

  test.each<[KindName, string, string, object]>([
    [
      'diagnoses',
      'code,ar,en\nE11.9,سكري,Diabetes\n',
      'columns: { code: code, name.ar: ar, name.en: en }\n',
      { diagnoses: [{ code: 'E11.9', name: { ar: 'سكري', en: 'Diabetes' } }] },
    ],
    [
      'services',
      'code,card,ar,en\nCON,7,استشارة,Consultation\n',
      'columns: { code: code, cardCode: card, name.ar: ar, name.en: en }\nfixed: { benefit: visits, unit: visit, kind: consultation }\n',
      { services: [{ code: 'CON', cardCode: 7, kind: 'consultation' }] },
    ],
    [
      'medicines',
      'code,card,ar,en,gtin\nMET,٧,ميتفورمين,Metformin,6210417010019؛ 6210417010026\n',
      'columns: { code: code, cardCode: card, name.ar: ar, name.en: en, gtins: gtin }\nfixed: { benefit: b, unit: tablet, atc: A10BA02, ingredient: metformin, strength: 850 mg, form: tablet, packSize: 60, saleableUnit: 10 }\n',
      {
        medicines: [
          { code: 'MET', cardCode: 7, packSize: 60, gtins: ['6210417010019', '6210417010026'] },
        ],
      },
    ],
    [
      'medicines',
      'code,card,ar,en,group,narrow\nWAR,7,وارفارين,Warfarin,,نعم\nAML,8,أملوديبين,Amlodipine,A,لا\nMET,9,ميتفورمين,Metformin,,\n',
      'columns: { code: code, cardCode: card, name.ar: ar, name.en: en, substitutionGroup: group, narrowIndex: narrow }\nvalues: { narrowIndex: { نعم: "yes", لا: "no" } }\nfixed: { benefit: b, unit: tablet, atc: A10BA02, ingredient: x, strength: 5 mg, form: tablet, packSize: 60, saleableUnit: 10 }\n',
      {
        medicines: [
          { ...plainMedicine('WAR', 7, 'وارفارين', 'Warfarin'), narrowIndex: true },
          { ...plainMedicine('AML', 8, 'أملوديبين', 'Amlodipine'), substitutionGroup: 'A' },
          plainMedicine('MET', 9, 'ميتفورمين', 'Metformin'),
        ],
      },
    ],
  ])('of %s makes the topic', (kind, csv, map, content) => {
    const imported = run(kind, csv, map);
    expect(imported.rejected).toEqual([]);
    expect(parse(imported.content ?? '')).toMatchObject(content);
  });
});

test.each([
  [
    'a field that prices do not have',
    'columns: { item: a, price: b, from: c, colour: d }',
    /no field "colour"/,
  ],
  ['nothing for the price', 'columns: { item: a, from: c }', /nothing says where price comes from/],
  ['no such order of dates', 'columns: { item: a, price: b, from: c }\ndates: ydm', /not one of/],
])('a mapping with %s is refused at its line', (_what, text, why) => {
  const folder = copyPack();
  const file = join(folder, 'map.yaml');
  writeFileSync(file, `${text}\n`);
  const { mapping, problems } = readMapping(file, 'prices');
  expect(mapping).toBeNull();
  expect(problems[0]).toMatchObject({ file: 'map.yaml', why: expect.stringMatching(why) });
});

test('a narrow index that is neither yes nor no is refused', () => {
  const imported = run(
    'medicines',
    'code,narrow\nWAR,perhaps\n',
    'columns: { code: code, narrowIndex: narrow }\nfixed: { cardCode: 7, name.ar: وارفارين, name.en: Warfarin, benefit: b, unit: tablet, atc: A10BA02, ingredient: x, strength: 5 mg, form: tablet, packSize: 60, saleableUnit: 10 }\n',
  );
  expect(imported.rejected).toMatchObject([{ field: 'narrowIndex' }]);
});

/** As a row of a table becomes a medicine, nothing more being said of it. */
function plainMedicine(code: string, cardCode: number, ar: string, en: string) {
  return {
    ...{ code, cardCode, name: { ar, en }, benefit: 'b', unit: 'tablet', atc: 'A10BA02' },
    ...{ ingredient: 'x', strength: '5 mg', form: 'tablet', packSize: 60, saleableUnit: 10 },
    ...{ gtins: [], repeatCode: null, dailyDose: null },
  };
}
