import { describe, expect, it } from 'vitest';
import { paths } from '#contracts/server-api.ts';
import { enrol } from '#sync/enrol.ts';
import { makeTerminal } from '#tests/sync/test-terminal.ts';
import { enrolled, theCentre, upload } from './test-centre.ts';

export const describeEnrolment = () =>
  describe('enrolment', () => {
    it('grants the id that both sides derive from the chain key, and the same again when asked again', async () => {
      const { chainKeys, cardKeys } = makeTerminal();
      const attempt = { code: await theCentre().central.mint(), chainKeys, cardKeys };
      const first = await enrol(theCentre().client, attempt);
      expect(first).toMatchObject({ ok: true, value: { providerId: 'NAFIS', epoch: 1 } });
      expect(await enrol(theCentre().client, attempt)).toEqual(first);
    });

    it('takes a code as an administrator reads it out: in groups and capitals', async () => {
      const { chainKeys, cardKeys } = makeTerminal();
      const code = (await theCentre().central.mint()).toUpperCase().replaceAll(/(.{4})/g, '$1 ');
      expect((await enrol(theCentre().client, { code, chainKeys, cardKeys })).ok).toBe(true);
    });

    it('refuses other keys with a code that was used', async () => {
      const code = await theCentre().central.mint();
      const { chainKeys, cardKeys } = makeTerminal();
      await enrol(theCentre().client, { code, chainKeys, cardKeys });
      const other = makeTerminal();
      const refused = { ok: false, failure: { code: 'enrolment-code-wrong' } };
      expect(await enrol(theCentre().client, { code, ...other })).toEqual(refused);
      expect(
        await enrol(theCentre().client, { code, chainKeys, cardKeys: other.cardKeys }),
      ).toEqual(refused);
    });

    it('refuses a code that was never minted', async () => {
      const { chainKeys, cardKeys } = makeTerminal();
      for (const code of ['00'.repeat(16), 'no code at all']) {
        const refused = await enrol(theCentre().client, { code, chainKeys, cardKeys });
        expect(refused).toEqual({ ok: false, failure: { code: 'enrolment-code-wrong' } });
      }
    });

    it('refuses keys whose private half is elsewhere', async () => {
      const [own, other] = [makeTerminal(), makeTerminal()];
      const wrong = { ok: false, failure: { code: 'request-signature-wrong' } };
      const stolenChain = { publicKey: other.chainKeys.publicKey, sign: own.chainKeys.sign };
      const stolenCard = { publicKey: other.cardKeys.publicKey, sign: own.cardKeys.sign };
      const offCurve = { publicKey: new Uint8Array(33).fill(0xff), sign: own.cardKeys.sign };
      const code = await theCentre().central.mint();
      expect(await enrol(theCentre().client, { ...own, code, chainKeys: stolenChain })).toEqual(
        wrong,
      );
      expect(await enrol(theCentre().client, { ...own, code, cardKeys: stolenCard })).toEqual(
        wrong,
      );
      expect(await enrol(theCentre().client, { ...own, code, cardKeys: offCurve })).toEqual(wrong);
    });

    it('begins a new epoch when a terminal enrols again, and closes the old one', async () => {
      const terminal = await enrolled();
      const old = terminal.add();
      await upload(terminal, [old]);
      await terminal.enrol(theCentre().client, await theCentre().central.mint());
      expect(terminal.identity().epoch).toBe(2);
      const refused = await upload(terminal, [old]);
      expect(refused).toMatchObject({ ok: false, failure: { code: 'chain-forked' } });
    });

    it('mints codes for an administrator alone, and only for providers that exist', async () => {
      const ask = (headers: Record<string, string>, providerId: string) =>
        fetch(theCentre().central.url + paths.mintCode, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ providerId }),
        });
      expect((await ask({}, 'NAFIS')).status).toBe(401);
      expect((await ask({ authorization: 'Bearer guessed' }, 'NAFIS')).status).toBe(401);
      await expect(theCentre().central.mint('NOBODY')).rejects.toThrow();
    });
  });
