import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findCertificate, isCertificateSignedBy } from '#card/profile/cvc.ts';
import { generateP256Key, openSigner, terminalKeyIdOf } from '#card/profile/p256.ts';
import { paths, type TerminalKeyPage } from '#contracts/server-api.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { addMonths, dayOf, type Instant } from '#domain/dates.ts';
import { enrol } from '#sync/enrol.ts';
import { fetchTerminalKeys } from '#sync/fetch-terminal-keys.ts';
import type { TerminalIdentity } from '#sync/ports.ts';
import { makeTerminal, type TestTerminal } from '#tests/sync/test-terminal.ts';
import { anchor, enrolled, theCentre, upload } from './test-centre.ts';

const today = () => dayOf(new Date().toISOString() as Instant);

export const describeCardKeys = () => {
  describe('the card-verifiable certificate', () => {
    it("comes with enrolment, signed by the provider anchor for the terminal's own card key", async () => {
      const { chainKeys, cardKeys } = makeTerminal();
      const attempt = { code: await theCentre().central.mint(), chainKeys, cardKeys };
      const before = today();
      const granted = await enrol(theCentre().client, attempt);
      const after = today();
      const bytes = certificateIn(granted.ok ? granted.value.cardCertificate : null);
      expect(bytes).toHaveLength(220);
      expect(isCertificateSignedBy(bytes, anchor.publicKey)).toBe(true);
      const certificate = findCertificate(bytes);
      expect(certificate?.publicKey).toEqual(new Uint8Array(cardKeys.publicKey));
      expect(certificate).toMatchObject({
        anchorKeyId: terminalKeyIdOf(anchor.publicKey),
        providerId: 'NAFIS',
        roles: ['MED', 'LEDGER', 'DISPENSE', 'DOCTOR', 'SERVICE'],
      });
      const issuedOn = certificate?.issuedOn;
      expect([before, after]).toContain(issuedOn);
      const to = issuedOn === undefined ? null : addMonths(issuedOn, 12);
      expect(certificate?.validity).toEqual({ from: issuedOn, to });
      // ECDSA never signs twice alike: the very same grant was kept.
      expect(await enrol(theCentre().client, attempt)).toEqual(granted);
    });

    it('is renewed for the same key whenever its terminal asks', async () => {
      const terminal = await enrolled();
      const [first, second] = [await renewed(terminal), await renewed(terminal)];
      for (const bytes of [first, second]) {
        expect(isCertificateSignedBy(bytes, anchor.publicKey)).toBe(true);
        const publicKey = new Uint8Array(terminal.cardKeys.publicKey);
        expect(findCertificate(bytes)).toMatchObject({ publicKey, issuedOn: today() });
      }
      expect(toHex(first)).not.toBe(toHex(second));
    });

    it('is renewed for its own terminal alone', async () => {
      const [terminal, other] = [await enrolled(), await enrolled()];
      const posing = { ...terminal.identity(), sign: other.chainKeys.sign };
      expect(await theCentre().client.renewCertificate(posing)).toEqual({
        ok: false,
        failure: { code: 'request-signature-wrong' },
      });
    });

    it('is not renewed while the chain of its terminal is in doubt', async () => {
      const terminal = await enrolled();
      await upload(terminal, [terminal.add()]);
      terminal.restoreTo(0);
      expect((await upload(terminal, [terminal.add()])).ok).toBe(false);
      expect(await theCentre().client.renewCertificate(terminal.identity())).toMatchObject({
        ok: true,
        value: { cardCertificate: null },
      });
    });
  });

  describe("the terminals' keys", () => {
    it('are known to every terminal, its own among them, in one gap-free sequence', async () => {
      const [one, two] = [await enrolled(), await enrolled()];
      for (const asking of [one, two]) {
        const keys = await allKeys(asking.identity());
        expect(keys.map(({ seq }) => seq)).toEqual(keys.map((_, place) => place + 1));
        for (const { cardKeys } of [one, two]) {
          const publicKey = toHex(cardKeys.publicKey);
          expect(keys.filter((key) => key.publicKey === publicKey)).toEqual([
            {
              seq: expect.any(Number),
              keyId: terminalKeyIdOf(cardKeys.publicKey),
              publicKey,
              providerId: 'NAFIS',
              from: today(),
              to: null,
              revoked: false,
            },
          ]);
        }
      }
    });

    it('are the same however often and from wherever they are asked for', async () => {
      const identity = (await enrolled()).identity();
      const keys = await allKeys(identity);
      expect(await allKeys(identity)).toEqual(keys);
      const { client } = theCentre();
      const from = keys.length - 1;
      const last = await client.fetchTerminalKeys(identity, from);
      expect(last).toMatchObject({ ok: true, value: { after: from, keys: keys.slice(from) } });
      const end = await client.fetchTerminalKeys(identity, keys.length);
      expect(end).toMatchObject({ ok: true, value: { keys: [] } });
    });

    it('are published once when a terminal enrols again with the same key', async () => {
      const terminal = await enrolled();
      const before = await allKeys(terminal.identity());
      await terminal.enrol(theCentre().client, await theCentre().central.mint());
      expect(await allKeys(terminal.identity())).toEqual(before);
    });

    it('end when their terminal enrols with another, and begin again when it comes back to them', async () => {
      const terminal = await enrolled();
      const other = openSigner(generateP256Key());
      const change = async (cardKeys: TestTerminal['cardKeys']) => {
        const code = await theCentre().central.mint();
        const attempt = { code, chainKeys: terminal.chainKeys, cardKeys };
        expect((await enrol(theCentre().client, attempt)).ok).toBe(true);
      };
      const start = (await allKeys(terminal.identity())).length;
      await change(other);
      await change(terminal.cardKeys);
      const news = (await allKeys(terminal.identity())).slice(start);
      const [own, others] = [toHex(terminal.cardKeys.publicKey), toHex(other.publicKey)];
      expect(news.map(({ publicKey, to }) => [publicKey, to])).toEqual([
        [own, today()],
        [others, null],
        [others, today()],
        [own, null],
      ]);
    });

    it('keep their sequence although many terminals enrol at once', async () => {
      const terminals = await Promise.all(Array.from({ length: 6 }, () => enrolled()));
      const [first] = terminals;
      if (first === undefined) throw new Error('six were enrolled');
      const keys = await allKeys(first.identity());
      expect(keys.map(({ seq }) => seq)).toEqual(keys.map((_, place) => place + 1));
      const known = new Set(keys.map(({ publicKey }) => publicKey));
      expect(terminals.every(({ cardKeys }) => known.has(toHex(cardKeys.publicKey)))).toBe(true);
    });

    it('are for enrolled terminals alone', async () => {
      const stranger = makeTerminal();
      const ask = (identity: TerminalIdentity) => theCentre().client.fetchTerminalKeys(identity, 0);
      expect(await ask(stranger.identity())).toMatchObject({
        failure: { code: 'terminal-unknown' },
      });
      const { privateKey } = generateKeyPairSync('ed25519');
      const posing = {
        ...(await enrolled()).identity(),
        sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
      };
      expect(await ask(posing)).toMatchObject({ failure: { code: 'request-signature-wrong' } });
      const unsigned = await fetch(`${theCentre().central.url}${paths.terminalKeys}?after=0`);
      expect(unsigned.status).toBe(401);
    });
  });
};

const certificateIn = (hex: string | null): Uint8Array => {
  if (hex === null) throw new Error('no certificate was issued');
  return new Uint8Array(fromHex(hex));
};

async function renewed(terminal: TestTerminal): Promise<Uint8Array> {
  const issued = await theCentre().client.renewCertificate(terminal.identity());
  return certificateIn(issued.ok ? issued.value.cardCertificate : null);
}

/** Every key as a terminal that knows none yet is told it. */
async function allKeys(identity: TerminalIdentity): Promise<TerminalKeyPage['keys']> {
  const keys: TerminalKeyPage['keys'] = [];
  const fetched = await fetchTerminalKeys(theCentre().client, identity, {
    cursor: () => keys.length,
    applyPage(page) {
      keys.push(...page.keys);
      return { ok: true, value: null };
    },
  });
  expect(fetched).toEqual({ ok: true, value: keys.length });
  return keys;
}
