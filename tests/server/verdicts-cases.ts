import { describe, expect, it } from 'vitest';
import { unknown } from '#domain/facts.ts';
import { line, moment, supplies, supply } from '#tests/domain/builders.ts';
import { enrolled, verdictOn } from './test-centre.ts';

const daysFromNow = (days: number) =>
  moment(new Date(Date.now() + days * 86_400_000).toISOString());

export const describeVerdicts = () =>
  describe('verdicts', () => {
    it('accepts a claim that it decides alike', async () => {
      const terminal = await enrolled();
      const event = terminal.addClaim({
        lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      });
      const verdict = await verdictOn(terminal, event);
      expect(verdict).toMatchObject({
        outcome: 'accepted',
        version: 1,
        downSeq: 1,
        differences: [],
      });
      expect(verdict.totals).toMatchObject({
        claimed: 20_000,
        insurer: 16_000,
        memberShare: 4_000,
      });
    });

    it.each([8, 200])(
      'accepts a claim that comes %i days late: what the centre knows does not age on its way',
      async (days) => {
        const terminal = await enrolled();
        const event = terminal.addClaim({
          membership: unknown('never-synced', 'terminal'),
          decidedAt: daysFromNow(-days),
          lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
        });
        expect(await verdictOn(terminal, event)).toMatchObject({
          outcome: 'adjusted',
          totals: { insurer: 16_000 },
        });
      },
    );

    it('leaves to a person what was decided by a clock that runs eight days ahead', async () => {
      const terminal = await enrolled();
      const event = terminal.addClaim({
        decidedAt: daysFromNow(8),
        lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      });
      expect(await verdictOn(terminal, event)).toMatchObject({ outcome: 'pended' });
    });

    it('rejects a claim of which nothing is covered', async () => {
      const terminal = await enrolled();
      const event = terminal.addClaim({
        lines: [line({ itemCode: 'FILLING', quantity: 1, daysSupply: null })],
      });
      expect(await verdictOn(terminal, event)).toMatchObject({ outcome: 'rejected' });
    });

    it('leaves a referred line to a person', async () => {
      const terminal = await enrolled();
      const event = terminal.addClaim({ supplies: [unknown('unreadable', 'card')] });
      const verdict = await verdictOn(terminal, event);
      expect(verdict).toMatchObject({ outcome: 'pended' });
      expect(verdict.hold).toBeUndefined();
    });

    it('honours a guaranteed line although another pharmacy supplied the same, and names what was not known', async () => {
      const memberNumber = '5577811043';
      const [first, second] = [await enrolled('RABWA'), await enrolled('NAFIS')];
      const earlier = first.addClaim({ memberNumber, providerId: 'RABWA' });
      expect(await verdictOn(first, earlier)).toMatchObject({ outcome: 'accepted' });

      const verdict = await verdictOn(second, second.addClaim({ memberNumber }));
      expect(verdict).toMatchObject({
        outcome: 'accepted',
        totals: { insurer: 15_840 },
        decision: { outcome: 'declined' },
        differences: [
          {
            lineId: 'line-1',
            check: 'repeat-window',
            reason: 'repeat-too-early-from-supplier',
            guaranteed: true,
          },
        ],
      });
      expect(verdict.differences[0]?.facts).toContainEqual(
        expect.objectContaining({ name: 'last-supply', source: 'centre' }),
      );
    });

    it('adjusts a line that was not guaranteed and that it decides otherwise', async () => {
      const terminal = await enrolled();
      const event = terminal.addClaim({
        membership: unknown('never-synced', 'terminal'),
        lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      });
      expect(await verdictOn(terminal, event)).toMatchObject({
        outcome: 'adjusted',
        totals: { insurer: 16_000 },
        differences: [{ guaranteed: false }],
      });
    });

    it('knows the member from its own data', async () => {
      const terminal = await enrolled();
      const event = terminal.addClaim({
        tamper: (body) => {
          const { membership } = body.input;
          if (!membership.known || membership.value === null)
            throw new Error('a member is expected');
          const value = { ...membership.value, planCode: 'GOLD' };
          return { ...body, input: { ...body.input, membership: { ...membership, value } } };
        },
      });
      expect(await verdictOn(terminal, event)).toMatchObject({
        outcome: 'pended',
        hold: 'facts-differ',
      });
    });

    it.each([
      ['under the policy that is theirs', '5577811043', '20260417', undefined],
      ['said to be under the child’s policy', '5577811043', '20269999', 'facts-differ'],
      ['said not to be known', '5577811043', null, 'facts-differ'],
      ['whom nobody knows, said to be known', '1', '20260417', 'facts-differ'],
      ['whom nobody knows', '1', null, undefined],
    ] as const)(
      'knows the guardian from its own data: one %s',
      async (_, memberNumber, policyNumber, hold) => {
        const terminal = await enrolled();
        const event = terminal.addClaim({
          insteadOfCard: { kind: 'guardian-card', guardian: { memberNumber, policyNumber } },
        });
        // These rules permit no such way, so that nothing is accepted in any case.
        const verdict = await verdictOn(terminal, event);
        expect(verdict.outcome).toBe('pended');
        expect(verdict.hold).toBe(hold);
      },
    );

    it.each([
      [
        'a decision that the engine does not give',
        'not-reproduced',
        {
          lines: [line({ itemCode: 'FILLING', quantity: 1, daysSupply: null })],
          tamper: (body: { decision: object }) => ({
            ...body,
            decision: { ...body.decision, outcome: 'approved' },
          }),
        },
      ],
      ['a claim for another provider', 'provider-differs', { providerId: 'RABWA' }],
      ['rules that were never published', 'reference-unknown', { manifestVersion: 99 }],
    ] as const)('holds %s', async (_, hold, changes) => {
      const terminal = await enrolled('NAFIS');
      const event = terminal.addClaim(changes);
      expect(await verdictOn(terminal, event)).toMatchObject({ outcome: 'pended', hold });
    });

    it('keeps a body that cannot be understood, answers it, and holds nobody up', async () => {
      const terminal = await enrolled();
      const deep = JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown;
      const poison = [
        terminal.add({ type: 'claim', body: null }),
        terminal.add({ type: 'claim', body: { input: { claim: { claimId: 'C-known' } } } }),
        terminal.add({ type: 'claim', body: { input: { claim: { claimId: 'a\u0000b' } } } }),
        terminal.add({ type: 'claim', body: deep }),
        terminal.add({ type: 'odd\u0000type' } as object),
        terminal.addClaim({ claimId: 'nul\u0000' }),
      ];
      const sound = terminal.addClaim({ memberNumber: '5577811044' });
      expect(await verdictOn(terminal, sound)).toMatchObject({ outcome: 'accepted' });
      const answers = poison.map(({ envelope }) =>
        terminal.applied.find(({ eventId }) => eventId === envelope.eventId),
      );
      expect(answers.map((verdict) => verdict?.hold)).toEqual([
        ...Array<string>(4).fill('malformed'),
        undefined,
        'malformed',
      ]);
      expect(answers[1]).toMatchObject({ claimId: 'C-known', outcome: 'pended', decision: null });
    });

    it('counts no event and no claim twice', async () => {
      const [terminal, other] = [await enrolled(), await enrolled()];
      const first = terminal.addClaim({ supplies: [supplies([supply({ repeatCode: 102 })])] });
      await verdictOn(terminal, first);
      const again = other.add({
        type: 'claim',
        eventId: first.envelope.eventId,
        body: first.envelope.body,
      });
      expect(await verdictOn(other, again)).toMatchObject({
        outcome: 'pended',
        hold: 'event-repeated',
      });
      const { claimId } = (first.envelope.body as { input: { claim: { claimId: string } } }).input
        .claim;
      const copied = other.addClaim({ claimId });
      expect(await verdictOn(other, copied)).toMatchObject({
        outcome: 'pended',
        hold: 'claim-repeated',
      });
    });
  });
