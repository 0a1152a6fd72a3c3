import { expect, test } from 'vitest';
import { decodeScan } from '../../renderer/app/scanner.ts';

test.each([
  ['6281001110034', '6281001110034', 'a plain EAN-13'],
  ['0106281001110034', '6281001110034', 'a GS1 element string with its GTIN alone'],
  ['01062810011100341727083110B42', '6281001110034', 'a GTIN followed by expiry and batch'],
  [
    ']D201062810011100341727083110B42',
    '6281001110034',
    'a DataMatrix with its symbology identifier',
  ],
  ['0116281001110031', '16281001110031', 'a GTIN-14 of an outer pack'],
  ['ABC-123', 'ABC-123', 'a code that is no barcode of GS1'],
])('%s is %s: %s', (scanned, code) => {
  expect(decodeScan(scanned)).toBe(code);
});
