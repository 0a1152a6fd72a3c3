import { describe, expect, it } from 'vitest';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import type { OtherCardHolder } from '#card/virtual/other-cards/holder.ts';
import { virtualOtherCards } from '#card/virtual/other-cards/index.ts';
import { calendarDate } from '#domain/dates.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

/** The demonstration's member whose Thai card is known to the insurer. */
const somying: OtherCardHolder = {
  cardNumber: '1101700230708',
  holderNumber: '1101700230708',
  name: { given: 'สมหญิง', family: 'ใจดี' },
  latinName: { given: 'Somying', family: 'Jaidee' },
  birth: { date: calendarDate('1991-04-12'), precision: 'day' },
  sex: 'female',
  validFrom: calendarDate('2020-01-01'),
  validTo: calendarDate('2099-12-31'),
};

async function openWith(change: Partial<OtherCardHolder>) {
  const cardService = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService });
  await signInAs(terminal, 'doctor');
  cardService.insert(virtualOtherCards.thailand({ ...somying, ...change }));
  const isRead = ({ reader }: { reader: { state: string } }) =>
    reader.state === 'card' || reader.state === 'failed';
  return { terminal, cardService, desk: await terminal.until(isRead) };
}

describe('a health card of another kind', () => {
  it('opens a visit for the member whom its number finds, named as the insurer names them', async () => {
    const { desk } = await openWith({});
    expect(desk.visit).toMatchObject({
      person: { memberNumber: '1083117402', nameAr: 'سومينغ جايدي', nameLatin: 'Somying Jaidee' },
      card: {
        proof: 'unauthenticated',
        kind: 'thailand',
        names: [
          { text: 'สมหญิง ใจดี', language: 'th' },
          { text: 'Somying Jaidee', language: 'en' },
        ],
      },
      history: { state: 'unknown', why: 'not-present' },
      membership: { planCode: 'gold' },
    });
    expect(desk.visit?.eligibility).toMatchObject({ outcome: 'referred' });
  });

  it.each([
    ['a birth date known in part says no more', { birth: partly('1991-01-01') }],
    ['a sex that the card does not state says nothing', { sex: 'unknown' }],
  ] as const)('still finds them where %s', async (_, change) => {
    expect((await openWith(change)).desk.visit?.person.memberNumber).toBe('1083117402');
  });

  it.each([
    ['a number that nobody here has', { holderNumber: '1101700230716' }, 'card-holder-unknown'],
    ['another day of birth', { birth: day('1991-04-13') }, 'card-holder-differs'],
    ['another sex', { sex: 'male' }, 'card-holder-differs'],
  ] as const)('opens no visit with %s', async (_, change, code) => {
    const { desk } = await openWith(change);
    expect(desk.visit).toBeNull();
    expect(desk.reader).toMatchObject({ state: 'failed', failure: { code } });
  });

  it('keeps a claim that says what the card was, and writes nothing to it', async () => {
    const { terminal, cardService } = await openWith({});
    const { call, until } = terminal;
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'LAB-CBC' });
    await until((desk) => desk.visit?.decision != null);
    const { claimId } = await call.visit.save();
    const { decision } = await call.claims.find({ claimId });
    expect(decision.outcome).toBe('pended');
    expect(JSON.stringify(decision)).toContain('card-unauthenticated');
    expect((await until(() => true)).cardWrite).toBeNull();
    cardService.remove();
  });
});

function day(date: string): OtherCardHolder['birth'] {
  return { date: calendarDate(date), precision: 'day' };
}

function partly(date: string): OtherCardHolder['birth'] {
  return { date: calendarDate(date), precision: 'year' };
}
