import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/shells/read-options.ts';

const folder = '/tmp/terminal';
const key = 'ab'.repeat(32);
const code = '0123456789abcdef'.repeat(2);
const reference = { MEDEXA_REFERENCE: 'r.json', MEDEXA_REFERENCE_KEY: key, MEDEXA_PROVIDER: 'P1' };

describe('a terminal’s settings', () => {
  it('are a demonstration with its own server where nothing is set', () => {
    expect(readOptions({ MEDEXA_FOLDER: folder, MEDEXA_SERVER_URL: '' })).toEqual({
      ok: true,
      value: {
        folder,
        server: { kind: 'embedded' },
        reference: { kind: 'demo' },
        cardService: null,
      },
    });
  });

  const servers: readonly [string, Record<string, string>, object][] = [
    ['none', { MEDEXA_SERVER_URL: 'none' }, { kind: 'none' }],
    [
      'a remote one, enrolled before',
      { MEDEXA_SERVER_URL: 'https://central.example' },
      { kind: 'remote', url: 'https://central.example', enrolmentCode: null },
    ],
    [
      'a remote one to enrol with',
      { MEDEXA_SERVER_URL: 'https://central.example', MEDEXA_ENROLMENT_CODE: code },
      { kind: 'remote', url: 'https://central.example', enrolmentCode: code },
    ],
    ['none with an insurer’s own reference data', reference, { kind: 'none' }],
  ];
  it.each(servers)('name as server %s', (_, settings, server) => {
    const read = readOptions({ MEDEXA_FOLDER: folder, ...settings });
    expect(read).toMatchObject({ ok: true, value: { server } });
  });

  it('name an insurer’s signed reference data, its key and the provider', () => {
    expect(readOptions({ MEDEXA_FOLDER: folder, ...reference })).toMatchObject({
      ok: true,
      value: {
        reference: {
          kind: 'file',
          path: 'r.json',
          key: Buffer.from(key, 'hex'),
          providerId: 'P1',
        },
      },
    });
  });

  const wrong: readonly [string, Record<string, string>][] = [
    ['MEDEXA_SERVER_URL', { MEDEXA_SERVER_URL: 'central.example' }],
    ['MEDEXA_SERVER_URL', { MEDEXA_SERVER_URL: 'file:///etc/passwd' }],
    ['MEDEXA_ENROLMENT_CODE', { MEDEXA_ENROLMENT_CODE: code.slice(1) }],
    ['MEDEXA_REFERENCE_KEY', { ...reference, MEDEXA_REFERENCE_KEY: key.slice(2) }],
    ['MEDEXA_REFERENCE_KEY', { ...reference, MEDEXA_REFERENCE_KEY: '' }],
    ['MEDEXA_PROVIDER', { ...reference, MEDEXA_PROVIDER: '' }],
  ];
  it.each(wrong)('are refused by the name of %s in %j', (where, settings) => {
    const read = readOptions({ MEDEXA_FOLDER: folder, ...settings });
    expect(read).toMatchObject({ ok: false, failure: { code: 'input-malformed', where } });
  });
});
