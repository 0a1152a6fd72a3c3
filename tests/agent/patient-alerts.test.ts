import { describe, expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openTerminal, signInAs } from './open-terminal.ts';
import { insert, members, today, visitOf } from './ways-without-card.ts';

const insurer = buildDemoInsurer(today);

describe('what the card says for emergencies', () => {
  const roles = [
    ['receptionist', 'not-permitted'],
    ['manager', 'not-permitted'],
    ['doctor', 'read'],
    ['pharmacist', 'read'],
  ] as const;

  it.each(roles)('is, to a %s, %s', async (role, state) => {
    const terminal = await openTerminal();
    await signInAs(terminal, role);
    const { med, refillsDue } = await insert(terminal, 'samir');
    expect(med.state).toBe(state);
    expect(refillsDue === null).toBe(state === 'not-permitted');
    if (state === 'not-permitted') expect(JSON.stringify(med)).not.toContain('I10');
  });

  it('is told with the names of the insurer’s lists, its writer and its day', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'doctor');
    const { med } = await insert(terminal, 'samir');
    expect(med).toMatchObject({
      bloodGroup: 'O+',
      conditions: [{ code: 'I10' }, { code: 'E11.9' }, { code: 'E78.5' }],
      allergies: [{ name: 'J01C', isClass: true }],
      contact: { name: 'هدى الصباغ', phone: '+963 944 112 233' },
      writtenOn: addDays(today, -210),
      writer: 'issuer',
      isVerified: true,
    });
    if (med.state !== 'read') throw new Error('it was read');
    expect(med.conditions.every(({ name }) => name !== null)).toBe(true);
    expect(med.medicines.map(({ name }) => name?.en)).toEqual([
      'Metformin 850 mg',
      'Atorvastatin 20 mg',
      'Aspirin 81 mg',
    ]);
    expect(med.allergies[0]?.examples).toHaveLength(2);
  });

  const silences = [
    ['has none', 'george', 'none'],
    ['is another person’s', 'rana', 'unknown'],
    ['is not there', null, 'unknown'],
  ] as const;

  it.each(silences)('is not made up where the card %s', async (_, card, state) => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'doctor');
    const { call, until } = terminal;
    if (card !== null) await insert(terminal, card);
    if (card === 'rana') await call.visit.serveNewborn({ born: today, sex: 'male' });
    if (card === null)
      await call.visit.openWithoutCard({ memberNumber: members.samir, why: 'broken' });
    const visit = await until((desk) => desk.visit !== null && desk.visit.med.state === state);
    expect(visitOf(visit).med).toEqual(
      state === 'none' ? { state } : { state, why: 'not-present' },
    );
  });
});

describe('a medicine that is due', () => {
  /** Supplied for 50 days: it may be repeated from the 38th, and ran out 30 days before the 80th. */
  const cases = [
    ['is not said a day before its repeat is permitted', 37, null],
    ['is said from the day of its repeat on', 38, 0],
    ['is still said 30 days after it ran out', 79, 41],
    ['is no longer said after 31', 80, null],
  ] as const;

  it.each(cases)('%s: %i days ago', async (_, daysAgo, dueFor) => {
    const cardService = createVirtualService();
    const terminal = await openTerminal(undefined, { cardService });
    await signInAs(terminal, 'pharmacist');
    const card = insurer.cards.find(({ cardId }) => cardId === 'huda');
    if (card === undefined) throw new Error('no such demo card');
    const on = addDays(today, -daysAgo);
    const history = card.history.map((past) => ({
      ...past,
      on,
      at: `${on}T08:30:00.000Z` as Instant,
    }));
    cardService.insert(createVirtualCard(personaliseDemoCard(insurer, { ...card, history })));
    const { refillsDue } = visitOf(
      await terminal.until(({ visit }) => visit?.history.state === 'read'),
    );
    expect(refillsDue).toEqual(
      dueFor === null
        ? []
        : [{ name: { ar: 'ليفوثيروكسين', en: 'Levothyroxine' }, since: addDays(today, -dueFor) }],
    );
  });

  it('comes before one that fell due later', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'pharmacist');
    const { refillsDue } = await insert(terminal, 'samir');
    const days = refillsDue?.map(({ since }) => since) ?? [];
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted());
  });
});
