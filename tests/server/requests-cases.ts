import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { requestSignature } from '#contracts/request-signature.ts';
import { paths } from '#contracts/server-api.ts';
import { makeTerminal } from '#tests/sync/test-terminal.ts';
import { codeOf, enrolled, ndjson, post, theCentre, upload } from './test-centre.ts';

export const describeRequests = () =>
  describe('requests', () => {
    it('refuses what another key signed', async () => {
      const terminal = await enrolled();
      const signer = { ...terminal.identity(), sign: makeTerminal().chainKeys.sign };
      const { status, json } = await post(terminal.identity(), gzipSync('{}'), { signer });
      expect([status, codeOf(json)]).toEqual([401, 'request-signature-wrong']);
    });

    it('refuses an enrolled terminal at the address of another', async () => {
      const [terminal, other] = [await enrolled(), await enrolled()];
      const { json } = await post(terminal.identity(), gzipSync('{}'), {
        signer: other.identity(),
      });
      expect(codeOf(json)).toBe('request-signature-wrong');
    });

    it('refuses a body that is not the one that was signed', async () => {
      const terminal = await enrolled();
      const sentBody = gzipSync(ndjson([terminal.add()]));
      const { json } = await post(terminal.identity(), gzipSync(''), { sentBody });
      expect(codeOf(json)).toBe('request-signature-wrong');
    });

    it.each([
      [
        'without a signature',
        ({ 'Signature-Input': _, ...headers }: Record<string, string>) => headers,
      ],
      [
        'with nonsense for one',
        (headers: Record<string, string>) => ({ ...headers, Signature: ';;' }),
      ],
    ])('refuses a request %s', async (_, alter) => {
      const terminal = await enrolled();
      const body = gzipSync(ndjson([terminal.add()]));
      const { status, json } = await post(terminal.identity(), body, { alter });
      expect([status, codeOf(json)]).toEqual([401, 'request-signature-wrong']);
    });

    it.each(requestSignature.fields)('refuses a signature that leaves %s out', async (field) => {
      const terminal = await enrolled();
      const fields = requestSignature.fields.filter((one) => one !== field);
      const body = gzipSync(ndjson([terminal.add()]));
      const { status, json } = await post(terminal.identity(), body, { fields });
      expect([status, codeOf(json)]).toEqual([401, 'request-signature-wrong']);
    });

    it('refuses a signature that names another key than the terminal', async () => {
      const terminal = await enrolled();
      const signer = { ...terminal.identity(), terminalId: 'T-0123456789abcdef' };
      const body = gzipSync(ndjson([terminal.add()]));
      const { json } = await post(terminal.identity(), body, { signer });
      expect(codeOf(json)).toBe('request-signature-wrong');
    });

    it('does not know a terminal that never enrolled', async () => {
      const stranger = makeTerminal();
      const event = stranger.add();
      const unknown = { ok: false, failure: { code: 'terminal-unknown' } };
      expect(await upload(stranger, [event])).toEqual(unknown);
      expect(await theCentre().client.fetchVerdicts(stranger.identity(), 0)).toEqual(unknown);
    });

    it('takes fifty events and not one more', async () => {
      const terminal = await enrolled();
      const events = Array.from({ length: 51 }, () => terminal.add());
      expect(await upload(terminal, events)).toMatchObject({
        failure: { code: 'batch-too-large' },
      });
      const acked = await upload(terminal, events.slice(0, 50));
      expect(acked).toMatchObject({ ok: true, value: { ackSeq: 50 } });
    });

    it('refuses more than 512 KB, more than 480 KB an event, and what unpacks to more than both allow', async () => {
      const terminal = await enrolled();
      const noise = Array.from({ length: 16_000 }, () =>
        createHash('sha256').update(randomUUID()).digest('hex'),
      );
      const large = await post(terminal.identity(), gzipSync(noise.join('')));
      expect([large.status, codeOf(large.json)]).toEqual([413, 'batch-too-large']);
      const long = terminal.add({ body: { text: 'x'.repeat(480 * 1024) } });
      const event = await post(terminal.identity(), gzipSync(ndjson([long])));
      expect([event.status, codeOf(event.json)]).toEqual([413, 'event-too-large']);
      const bomb = await post(terminal.identity(), gzipSync('x'.repeat(30_000_000)));
      expect([bomb.status, codeOf(bomb.json)]).toEqual([413, 'batch-too-large']);
    });

    it.each([
      ['nothing', gzipSync('')],
      ['no gzip', Buffer.from('{}')],
      ['no JSON', gzipSync('not json\n')],
      ['no event', gzipSync('{"envelope":{}}\n')],
      ['no UTF-8', gzipSync(Buffer.from([0xff, 0xfe, 0x0a]))],
    ])('refuses %s', async (_, body) => {
      const terminal = await enrolled();
      const { status, json } = await post(terminal.identity(), body);
      expect([status, codeOf(json)]).toEqual([400, 'input-malformed']);
    });

    it('describes itself', async () => {
      const document = await (await fetch(theCentre().central.url + paths.openApi)).json();
      expect(document).toMatchObject({ openapi: '3.1.0' });
      expect(Object.keys((document as { paths: object }).paths)).toHaveLength(
        Object.keys(paths).length - 1,
      );
      expect(await theCentre().client.status()).toMatchObject({
        ok: true,
        value: { service: 'medexa-central' },
      });
    });
  });
