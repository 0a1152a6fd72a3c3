import { describe, expect, it } from 'vitest';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { SignedEvent } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { known } from '#domain/facts.ts';
import { zero } from '#domain/money.ts';
import { fetchMemberFacts } from '#sync/facts-client.ts';
import { day, line, today } from '#tests/domain/builders.ts';
import type { TestTerminal } from '#tests/sync/test-terminal.ts';
import { enrolled, theCentre, upload, verdictOn } from './test-centre.ts';

const since = day('2025-10-18');

const ask = (terminal: TestTerminal, memberNumber: string, from = since, cardNumber?: string) =>
  fetchMemberFacts({ baseUrl: theCentre().central.url, timeoutMs: 10_000 }, terminal.identity(), {
    ...{ memberNumber, serviceDate: today },
    since: from,
    ...(cardNumber === undefined ? {} : { cardNumber }),
  });

const dispense = (terminal: TestTerminal, memberNumber: string): SignedEvent =>
  terminal.addClaim({
    ...{ providerId: 'RABWA', memberNumber },
    lines: [line({ itemCode: 'ATORVASTATIN-20', quantity: 30, daysSupply: 30 })],
  });

const services = (...list: readonly unknown[]) => ({ since: null, services: list });
const given = {
  services: services(
    expect.objectContaining({ itemCode: 'ATORVASTATIN-20', on: today, quantity: 30 }),
  ),
  supplies: [expect.objectContaining({ repeatCode: 101, days: 30, providerId: 'RABWA' })],
};
const nothing = { services: services(), supplies: [] };

export const describeMemberFacts = () =>
  describe('what the centre knows of a member', () => {
    it('is told to another terminal as soon as the claim is decided, and no more once it is taken back', async () => {
      const [there, here] = [await enrolled('RABWA'), await enrolled('NAFIS')];
      const member = '5577811060';
      expect(await ask(here, member)).toMatchObject({ ok: true, value: nothing });
      const sold = dispense(there, member);
      await verdictOn(there, sold);
      expect(await ask(here, member)).toMatchObject({ ok: true, value: given });

      const { claimId } = (sold.envelope.body as { input: AdjudicationInput }).input.claim;
      const taken = { claimId, claimEventId: sold.envelope.eventId, reason: 'returned' };
      await verdictOn(
        there,
        there.add({ type: 'void', body: { ...taken, lines: null, refund: zero } }),
      );
      expect(await ask(here, member)).toMatchObject({ ok: true, value: nothing });
    });

    it('leaves out what the asking terminal tells itself, from the day on that it names', async () => {
      const there = await enrolled('RABWA');
      const member = '5577811061';
      await verdictOn(there, dispense(there, member));
      expect(await ask(there, member)).toMatchObject({ ok: true, value: nothing });
      expect(await ask(there, member, day('2026-11-23'))).toMatchObject({
        ...{ ok: true, value: { services: given.services, supplies: [] } },
      });
    });

    it('is told of the member that was asked about alone', async () => {
      const [there, here] = [await enrolled('RABWA'), await enrolled('NAFIS')];
      await verdictOn(there, dispense(there, '5577811062'));
      expect(await ask(here, '5577811063')).toMatchObject({
        ok: true,
        value: { services: services() },
      });
    });

    it('names a card that is blocked, and says of another that it is not', async () => {
      const terminal = await enrolled('NAFIS');
      const told = async (cardNumber?: string) => {
        const facts = await ask(terminal, '5577811063', since, cardNumber);
        return facts.ok ? facts.value.hotlist : facts.failure;
      };
      expect(await told('99990000')).toMatchObject({ why: 'lost' });
      expect(await told('99104471')).toBeNull();
      expect(await told()).toBeUndefined();
    });

    it('is not told to a terminal whose chain was forked', async () => {
      const terminal = await enrolled('NAFIS');
      const first = terminal.add();
      await upload(terminal, [first]);
      terminal.restoreTo(0);
      await upload(terminal, [terminal.add({ body: { what: 'something else' } })]);
      expect(await ask(terminal, '5577811042')).toMatchObject({
        ok: false,
        failure: { code: 'terminal-unknown' },
      });
    });

    it('must have been asked for by whoever says so: else its claim waits for a person', async () => {
      const terminal = await enrolled('NAFIS');
      const member = '5577811064';
      const told = await ask(terminal, member);
      if (!told.ok) throw new Error(told.failure.code);
      const none = { claims: 0, amount: zero };
      const offline = { isOnline: true, member: none, terminal: none };
      const claim = (asOf: Instant) =>
        terminal.addClaim({
          ...{ providerId: 'NAFIS', memberNumber: member },
          lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
          offline: known(offline, 'centre', asOf),
        });
      expect(await verdictOn(terminal, claim('2026-11-22T09:59:00.000Z' as Instant))).toMatchObject(
        {
          ...{ outcome: 'pended', hold: 'facts-differ' },
        },
      );
      expect(await verdictOn(terminal, claim(told.value.serverTime))).toMatchObject({
        outcome: 'accepted',
      });
    });
  });
