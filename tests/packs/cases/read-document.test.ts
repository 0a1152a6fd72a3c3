import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#packs/cases/read-document.ts';

describe('a document', () => {
  it('is the same with a byte order mark and with the line ends of any system', () => {
    for (const json of ['{"a":[1,{"b":null}]}', '\uFEFF{\r\n  "a": [1, { "b": null }]\r\n}\r\n']) {
      expect(readDocument(json)).toEqual({ ok: true, value: { a: [1, { b: null }] } });
    }
  });

  it.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":[0,{"b":1,"c":{},"b":2}]}', 'a[1].b'],
    ['{"a":{"x":1},"b":{"x":1},"a":2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a\\"{":1,"a\\"{":2}', 'a"{'],
  ])('%s is refused, for a field is written twice', (json, path) => {
    expect(readDocument(json)).toEqual({
      ok: false,
      failure: [{ path, why: 'it is written twice: keep one of them' }],
    });
  });

  it.each(['', '{', '{"a":1,}', "{'a':1}", '{"a":1} {"a":2}', '{"a":٣}'])(
    '%j is no JSON, and the place is named',
    (text) => {
      expect(readDocument(text)).toMatchObject({
        ok: false,
        failure: [{ path: '', why: expect.stringContaining('not JSON: ') }],
      });
    },
  );

  it('is taken as it stands, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        expect(readDocument(json)).toEqual({ ok: true, value: JSON.parse(json) });
      }),
    );
  });
});
