import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VoidBody } from '#contracts/events/void.ts';
import type { SignedEvent } from '#domain/chain.ts';
import { zero } from '#domain/money.ts';
import type { TestTerminal } from '#tests/sync/test-terminal.ts';
import { enrolled, verdictOn } from './test-centre.ts';

const claimIdOf = ({ envelope }: SignedEvent): string =>
  (envelope.body as { input: { claim: { claimId: string } } }).input.claim.claimId;

const addVoid = (
  terminal: TestTerminal,
  { claimId, claimEventId }: { claimId: string; claimEventId: string },
  lines: VoidBody['lines'] = null,
): SignedEvent =>
  terminal.add({
    type: 'void',
    body: { claimId, claimEventId, reason: 'returned', lines, refund: zero } satisfies VoidBody,
  });

const named = (event: SignedEvent) => ({
  claimId: claimIdOf(event),
  claimEventId: event.envelope.eventId,
});

const nothing = { claimed: 0, insurer: 0, memberShare: 0, memberPrivate: 0, providerWriteOff: 0 };

export const describeVoids = () =>
  describe('voids', () => {
    it('reverses a claim that has its verdict, once however often it is taken back', async () => {
      const terminal = await enrolled();
      const claim = terminal.addClaim({ memberNumber: '5577811050' });
      expect(await verdictOn(terminal, claim)).toMatchObject({ outcome: 'accepted', version: 1 });
      const first = addVoid(terminal, named(claim));
      const reversed = { claimId: claimIdOf(claim), outcome: 'reversed', totals: nothing };
      expect(await verdictOn(terminal, first)).toMatchObject({ ...reversed, version: 2 });
      const again = addVoid(terminal, named(claim), [{ lineId: 'line-1', quantity: 1 }]);
      expect(await verdictOn(terminal, again)).toMatchObject({ ...reversed, version: 3 });
    });

    it('leaves what was not taken back of a line', async () => {
      const terminal = await enrolled();
      const claim = terminal.addClaim({ memberNumber: '5577811051' });
      const { totals } = await verdictOn(terminal, claim);
      const [line] = (
        claim.envelope.body as { input: { claim: { lines: { quantity: number }[] } } }
      ).input.claim.lines;
      const quantity = (line?.quantity ?? 0) / 2;
      const part = addVoid(terminal, named(claim), [{ lineId: 'line-1', quantity }]);
      const { insurer = 0 } = totals ?? {};
      expect(insurer).toBeGreaterThan(0);
      expect(await verdictOn(terminal, part)).toMatchObject({
        outcome: 'reversed',
        totals: { insurer: insurer / 2 },
        voids: [part.envelope.eventId],
      });
    });

    it('lets another pharmacy supply what was taken back', async () => {
      const memberNumber = '5577811052';
      const [first, second] = [await enrolled('RABWA'), await enrolled('NAFIS')];
      const claim = first.addClaim({ memberNumber, providerId: 'RABWA' });
      await verdictOn(first, claim);
      await verdictOn(first, addVoid(first, named(claim)));
      expect(await verdictOn(second, second.addClaim({ memberNumber }))).toMatchObject({
        outcome: 'accepted',
        differences: [],
      });
    });

    it('holds one whose claim has not come, and counts it when that comes', async () => {
      const terminal = await enrolled();
      const claimId = randomUUID();
      const early = addVoid(terminal, { claimId, claimEventId: randomUUID() });
      const claim = terminal.addClaim({ claimId, memberNumber: '5577811053' });
      expect(await verdictOn(terminal, claim)).toMatchObject({
        outcome: 'reversed',
        version: 1,
        totals: nothing,
        voids: [early.envelope.eventId],
      });
      expect(terminal.applied).toHaveLength(1);
    });

    it('takes nothing back for another terminal, nor for a body that cannot be read', async () => {
      const [owner, other] = [await enrolled(), await enrolled()];
      const claim = owner.addClaim({ memberNumber: '5577811054' });
      await verdictOn(owner, claim);
      addVoid(other, named(claim));
      other.add({ type: 'void', body: { claimId: 7 } });
      const later = other.addClaim({ memberNumber: '5577811055' });
      expect(await verdictOn(other, later)).toMatchObject({ outcome: 'accepted' });
      expect(other.applied).toHaveLength(1);
      const part = addVoid(owner, named(claim), [{ lineId: 'no-such-line', quantity: 1 }]);
      const { totals } = await verdictOn(owner, part);
      expect(totals?.insurer).toBeGreaterThan(0);
    });
  });
