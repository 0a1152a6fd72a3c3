import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ackSchema, chainConflictSchema } from '#contracts/server-api.ts';
import type { SignedEvent } from '#domain/chain.ts';
import { codeOf, enrolled, ndjson, post, upload, verdictOn } from './test-centre.ts';

export const describeCustody = () =>
  describe('custody', () => {
    it('acknowledges what it keeps, and the same again when it is sent again', async () => {
      const terminal = await enrolled();
      const events = [terminal.add(), terminal.add(), terminal.add()];
      const first = await upload(terminal, events);
      expect(first).toMatchObject({
        ok: true,
        value: { ackSeq: 3, ackHash: events[2]?.hash, durability: 'process' },
      });
      expect(await upload(terminal, events)).toMatchObject({
        ok: true,
        value: { ackSeq: 3, ackHash: events[2]?.hash },
      });
    });

    it('passes over what it has and takes what is new', async () => {
      const terminal = await enrolled();
      const known = [terminal.add(), terminal.add()];
      await upload(terminal, known);
      const fresh = terminal.add();
      const acked = await upload(terminal, [...known, fresh]);
      expect(acked).toMatchObject({ ok: true, value: { ackSeq: 3 } });
    });

    it('says from where to go on when something is missing', async () => {
      const terminal = await enrolled();
      const [first] = [terminal.add(), terminal.add()];
      const third = terminal.add();
      await upload(terminal, [first]);
      const { status, json } = await post(terminal.identity(), gzipSync(ndjson([third])));
      expect(status).toBe(409);
      expect(chainConflictSchema.parse(json)).toEqual({
        code: 'chain-gap',
        expectedSeq: 2,
        expectedHash: first.hash,
      });
    });

    it('takes what stands before a gap', async () => {
      const terminal = await enrolled();
      const [first, , third] = [terminal.add(), terminal.add(), terminal.add()];
      const acked = await upload(terminal, [first, third]);
      expect(acked).toMatchObject({ ok: true, value: { ackSeq: 1, ackHash: first.hash } });
    });

    it('finds a restored disk by its fork, keeps its claims and pays none of them unseen', async () => {
      const terminal = await enrolled();
      terminal.add();
      terminal.add();
      await upload(terminal, terminal.events);
      const lost = terminal.add();
      await upload(terminal, [lost]);
      terminal.restoreTo(2);
      const other = terminal.add({ body: { what: 'else' } });
      expect(await upload(terminal, [other])).toEqual({
        ok: false,
        failure: { code: 'chain-forked', sequence: 3 },
      });

      terminal.restoreTo(2);
      (terminal.events as SignedEvent[]).push(lost);
      const claim = terminal.addClaim();
      expect(await verdictOn(terminal, claim)).toMatchObject({
        outcome: 'pended',
        hold: 'terminal-suspect',
      });
    });

    it('finds an event that links to another past', async () => {
      const terminal = await enrolled();
      terminal.add();
      await upload(terminal, terminal.events);
      terminal.restoreTo(0);
      terminal.add({ body: { what: 'another first' } });
      const second = terminal.add();
      expect(await upload(terminal, [second])).toMatchObject({
        ok: false,
        failure: { code: 'chain-forked', sequence: 2 },
      });
    });

    it.each([
      [
        'body',
        (event: SignedEvent) => ({
          ...event,
          envelope: { ...event.envelope, body: { what: 'x' } },
        }),
      ],
      ['hash', (event: SignedEvent) => ({ ...event, hash: 'ab'.repeat(32) })],
      ['signature', (event: SignedEvent) => ({ ...event, sig: 'ab'.repeat(64) })],
      [
        'terminal',
        (event: SignedEvent) => ({ ...event, envelope: { ...event.envelope, terminalId: 'T-0' } }),
      ],
    ])(
      'refuses an event whose %s was altered, and takes what stands before it',
      async (_, alter) => {
        const terminal = await enrolled();
        const [first, second] = [terminal.add(), terminal.add()];
        const body = gzipSync(ndjson([first, alter(second)]));
        const taken = await post(terminal.identity(), body);
        expect(ackSchema.parse((taken.json as { ack: unknown }).ack).ackSeq).toBe(1);
        const refused = await post(terminal.identity(), gzipSync(ndjson([alter(second)])));
        expect(refused.status).toBe(409);
        expect(codeOf(refused.json)).toBe('chain-forked');
      },
    );

    it('keeps fields of a later version, over which the hash was taken', async () => {
      const terminal = await enrolled();
      const later = terminal.add({ later: { field: [1, null, 'ü'] } } as object);
      expect((await upload(terminal, [later])).ok).toBe(true);
    });

    it('never refuses a terminal for its clock', async () => {
      const terminal = await enrolled();
      for (const wall of ['1999-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']) {
        const body = gzipSync(ndjson([terminal.add({ wall } as object)]));
        const { status } = await post(terminal.identity(), body, { created: new Date(wall) });
        expect(status).toBe(200);
      }
    });

    it('is not mistaken about two uploads at once', async () => {
      const terminal = await enrolled();
      const events = [terminal.add(), terminal.add()];
      const both = await Promise.all([upload(terminal, events), upload(terminal, events)]);
      expect(both.map((result) => result.ok && result.value.ackSeq)).toEqual([2, 2]);
    });
  });
