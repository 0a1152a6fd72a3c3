import { describe, expect, test } from 'vitest';
import { readPins } from '../../renderer/screens/patient/typed-pin.ts';

describe('a typed PIN', () => {
  test.each([
    ['four digits', '2580', [2, 5, 8, 0]],
    ['the digits of an Arabic keyboard', '٢٥٨٠', [2, 5, 8, 0]],
    ['twelve', '123456789012', [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2]],
  ])('is %s', (_, text, pin) => {
    expect(readPins([text], false)).toEqual({ pins: [pin], trouble: null });
  });

  test.each([
    ['three digits', '258'],
    ['thirteen', '1234567890123'],
    ['nothing', ''],
    ['letters', 'abcd'],
    ['a space among digits', '25 80'],
  ])('is not %s', (_, text) => {
    expect(readPins([text], false)).toEqual({ pins: null, trouble: 'length' });
  });

  test('that is new stands twice, in whichever digits', () => {
    expect(readPins(['2580', '4711', '٤٧١١'], true)).toEqual({
      pins: [
        [2, 5, 8, 0],
        [4, 7, 1, 1],
        [4, 7, 1, 1],
      ],
      trouble: null,
    });
    expect(readPins(['2580', '4711', '4712'], true)).toEqual({ pins: null, trouble: 'differ' });
    expect(readPins(['4711', '471'], true)).toEqual({ pins: null, trouble: 'length' });
  });
});
