import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generateP256Key, openSigner } from '#card/profile/p256.ts';
import { toHex } from '#domain/chain.ts';
import { readOptions } from '#server/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'medexa-anchor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const der = generateP256Key();
const { publicKey } = openSigner(der);
const pem = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }).export({
  format: 'pem',
  type: 'pkcs8',
});
const edwards = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });

function fileOf(name: string, content: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function read(args: readonly string[], hex?: string) {
  const plain = ['--folder', 'f', '--reference', 'r', '--reference-key', '00'.repeat(32)];
  return readOptions([...plain, ...args], { MEDEXA_PROVIDER_ANCHOR: hex });
}

describe('the provider anchor among the options', () => {
  it.each([
    ['a file of DER', ['--provider-anchor', fileOf('a.der', der)], undefined],
    ['a file of PEM', ['--provider-anchor', fileOf('a.pem', pem)], undefined],
    ['the environment', [], toHex(der)],
    ['a file before the environment', ['--provider-anchor', fileOf('b.der', der)], toHex(edwards)],
  ])('is read from %s', (_, args, hex) => {
    const options = read(args, hex);
    expect(options.ok && options.value.providerAnchor?.publicKey).toEqual(publicKey);
  });

  it('is absent where none is named', () => {
    expect(read([])).toMatchObject({ ok: true, value: { providerAnchor: null } });
  });

  it.each([
    [
      'a file that is not there',
      ['--provider-anchor', join(folder, 'none')],
      undefined,
      'provider-anchor',
    ],
    ['a key of another curve', [], toHex(edwards), 'provider-anchor'],
    ['text that is no hex', [], 'secret', 'MEDEXA_PROVIDER_ANCHOR'],
  ])('is refused as %s, without repeating it', (_, args, hex, where) => {
    const refused = read(args, hex);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'input-malformed', where } });
    expect(JSON.stringify(refused)).not.toContain(hex ?? folder);
  });
});
