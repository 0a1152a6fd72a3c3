import { describe, expect, it } from 'vitest';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { SignedEvent } from '#domain/chain.ts';
import { known } from '#domain/facts.ts';
import { zero } from '#domain/money.ts';
import { day, line, now } from '#tests/domain/builders.ts';
import type { TestTerminal } from '#tests/sync/test-terminal.ts';
import { enrolled, verdictOn } from './test-centre.ts';

/** A controlled medicine that a terminal hands out, knowing of no earlier use of its special prescription. */
const handOut = (
  terminal: TestTerminal,
  providerId: string,
  memberNumber: string,
  number: string,
): SignedEvent =>
  terminal.addClaim({
    ...{ providerId, memberNumber },
    recalls: known([], 'centre', now),
    specialUses: [known([], 'terminal', now)],
    lines: [
      line({
        itemCode: 'METFORMIN-850',
        batch: { number: 'M-205', expiresOn: day('2099-01-31') },
        controlled: { prescriptionNumber: number, takerId: '0507' },
      }),
    ],
  });

export const describeSpecialUses = () =>
  describe('a special prescription', () => {
    it('that another pharmacy used for somebody else is found, until that is taken back', async () => {
      const [first, second] = [await enrolled('RABWA'), await enrolled('NAFIS')];
      const used = handOut(first, 'RABWA', '5577811056', 'N-77');
      expect(await verdictOn(first, used)).toMatchObject({
        ...{ outcome: 'accepted', differences: [] },
      });

      const again = await verdictOn(second, handOut(second, 'NAFIS', '5577811057', 'n 77'));
      // What the pharmacy could not know costs nobody who relied on it.
      expect(again).toMatchObject({
        ...{ outcome: 'accepted', decision: { outcome: 'declined' } },
        differences: [{ check: 'controlled', reason: 'special-number-used', guaranteed: true }],
      });
      expect(again.differences[0]?.facts).toContainEqual(
        expect.objectContaining({ name: 'special-uses', source: 'centre' }),
      );
    });

    it('that was taken back whole may be used again', async () => {
      const [first, second] = [await enrolled('RABWA'), await enrolled('NAFIS')];
      const used = handOut(first, 'RABWA', '5577811054', 'N-78');
      await verdictOn(first, used);
      const { claimId } = (used.envelope.body as { input: AdjudicationInput }).input.claim;
      const taken = { claimId, claimEventId: used.envelope.eventId, reason: 'returned' };
      await verdictOn(
        first,
        first.add({ type: 'void', body: { ...taken, lines: null, refund: zero } }),
      );
      const again = await verdictOn(second, handOut(second, 'NAFIS', '5577811055', 'N-78'));
      expect(again).toMatchObject({ outcome: 'accepted', differences: [] });
    });
  });
