import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/adjudication/decision.ts';
import { addDays, type CalendarDate } from '#domain/dates.ts';
import { listUnsent } from '#store/events.ts';
import { inStore } from './in-store.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';
import { ask, insert, members, take, today, visitOf, ways } from './ways-without-card.ts';

async function openAs(role: string): Promise<OpenedTerminal> {
  const terminal = await openTerminal();
  await signInAs(terminal, role);
  return terminal;
}

/** The code with which a call is refused; null where it is not. */
const refusalOf = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    (error) => error.data.code,
  );

/** The bodies of this type in the chain of a terminal, which is closed for it. */
async function bodiesOf({ close, folder }: OpenedTerminal, type: string): Promise<unknown[]> {
  await close();
  return inStore(folder, ({ reader }) => listUnsent(reader, 100))
    .filter(({ envelope }) => envelope.type === type)
    .map(({ envelope }) => envelope.body);
}

const identityOf = (findings: readonly Finding[]): Partial<Finding> =>
  findings.find(({ check }) => check === 'identity') ?? {};

describe('somebody without a card of their own', () => {
  it.each(ways)('$name is asked for, decided and saved', async (way) => {
    const terminal = await openAs('doctor');
    const opened = await take(terminal, way);
    expect(opened).toMatchObject({
      person: { memberNumber: way.memberNumber },
      holder: 'not-yet',
      insteadOfCard: way.states,
      encounter: way.states.kind === 'emergency' ? 'emergency' : 'outpatient',
      history: { state: 'unknown' },
      med: { state: 'unknown' },
    });
    expect(opened.card.proof).toBe(way.card === null ? 'none' : 'genuine');
    expect(identityOf(opened.eligibility.findings)).toMatchObject({
      reason: 'holder-not-confirmed',
    });

    expect((await ask(terminal, way.item)).decision).toMatchObject({ outcome: 'approved' });
    const { claimId } = await terminal.call.visit.save();
    expect(await terminal.call.claims.find({ claimId })).toMatchObject({
      insteadOfCard: way.states,
      holder: 'confirmed',
      member: { memberNumber: way.memberNumber },
    });
    expect((await terminal.until(() => true)).cardWrite).toBeNull();
    expect(await bodiesOf(terminal, 'claim')).toMatchObject([
      { input: { insteadOfCard: way.states, claim: { claimId } } },
    ]);
  });

  it.each(ways)('$name is there again after the terminal was closed', async (way) => {
    const before = await openAs('doctor');
    await take(before, way);
    await before.close();
    const after = await openTerminal(before.folder);
    await signInAs(after, 'doctor');
    expect(visitOf(await after.until(({ visit }) => visit !== null))).toMatchObject({
      insteadOfCard: way.states,
      person: { memberNumber: way.memberNumber },
    });
  });
});

describe('a newborn', () => {
  const ages = [
    ['on the day of its birth', 0, 'approved', null],
    ['on its 30th day', 30, 'approved', null],
    ['on its 31st day', 31, 'declined', 'newborn-too-old'],
    ['not born yet', -1, 'referred', 'newborn-birth-unknown'],
  ] as const;

  it.each(ages)('%s: %i days old, %s', async (_, days, outcome, reason) => {
    const terminal = await openAs('doctor');
    await insert(terminal, 'rana');
    await terminal.call.visit.serveNewborn({ born: addDays(today, -days), sex: 'male' });
    await terminal.call.visit.answerHolder({ answer: 'confirmed' });
    const { eligibility } = visitOf(
      await terminal.until(({ visit }) => visit?.holder === 'confirmed'),
    );
    expect(identityOf(eligibility.findings)).toMatchObject({ outcome, reason });
  });

  it('keeps its supplies apart from its mother’s and from another newborn’s', async () => {
    const terminal = await openAs('pharmacist');
    const { call } = terminal;
    const reasonFor = async (born: CalendarDate | null) => {
      await insert(terminal, 'rana');
      if (born !== null) await call.visit.serveNewborn({ born, sex: 'male' });
      const { decision } = await ask(terminal, 'LEV-50');
      if (decision?.outcome === 'approved') await call.visit.save();
      else await call.visit.close();
      return decision?.lines[0]?.findings[0]?.reason;
    };
    const [born, other] = [addDays(today, -3), addDays(today, -5)];
    expect(await reasonFor(born)).toBeNull();
    expect(await reasonFor(born)).toMatch(/^repeat-too-early/);
    expect(await reasonFor(other)).toBeNull();
    expect(await reasonFor(null)).toBeNull();
    expect(await reasonFor(null)).toMatch(/^repeat-too-early/);
  });
});

describe('a newborn’s request for approval', () => {
  it('keeps neither its mother nor another newborn from one of their own', async () => {
    const terminal = await openAs('doctor');
    const { call } = terminal;
    const sendFor = async (born: CalendarDate | null) => {
      await insert(terminal, 'rana');
      if (born !== null) await call.visit.serveNewborn({ born, sex: 'male' });
      const { decision } = await ask(terminal, 'IMG-MRIK');
      const lineId = decision?.lines[0]?.lineId ?? '';
      const refused = await refusalOf(call.visit.sendForApproval({ lineId }));
      await call.visit.close();
      return refused;
    };
    const [born, other] = [addDays(today, -3), addDays(today, -5)];
    expect(await sendFor(born)).toBeNull();
    expect(await sendFor(born)).toBe('request-open');
    expect(await sendFor(other)).toBeNull();
    expect(await sendFor(null)).toBeNull();
    expect(await sendFor(null)).toBe('request-open');
  });
});

describe('who may be served on whose card', () => {
  const refusals = [
    ['a number that nobody has', 'george', 'member-unknown', serveUnknown],
    ['a newborn on a man’s card', 'george', 'card-not-of-mother', serveBaby],
    ['a child where no card is in', null, 'visit-absent', serveElias],
    ['a newborn where no card is in', null, 'visit-absent', serveBaby],
  ] as const;

  it.each(refusals)('refuses %s', async (_, card, code, serve) => {
    const terminal = await openAs('receptionist');
    if (card !== null) await insert(terminal, card);
    expect(await refusalOf(serve(terminal))).toBe(code);
    const { visit } = await terminal.until(() => true);
    expect(visit?.insteadOfCard ?? null).toBeNull();
  });

  it('loses nothing that was typed', async () => {
    const terminal = await openAs('doctor');
    await insert(terminal, 'george');
    await terminal.call.visit.addLine({ itemCode: 'LAB-CBC' });
    for (const serve of [serveElias, serveBaby, lookUp])
      expect(await refusalOf(serve(terminal))).toBe('visit-begun');
    expect(visitOf(await terminal.until(({ visit }) => visit !== null)).lines).toHaveLength(1);
  });

  it('asks for somebody who is signed in and may look at members', async () => {
    const terminal = await openTerminal();
    expect(await refusalOf(lookUp(terminal))).toBe('not-signed-in');
    await signInAs(terminal, 'technician');
    for (const serve of [lookUp, serveElias, serveBaby])
      expect(await refusalOf(serve(terminal))).toBe('not-permitted');
  });

  const guardians = [
    ['a guardian under the child’s policy', 'george', members.elias, 'approved', null],
    [
      'a guardian of another policy',
      'george',
      members.yazan,
      'declined',
      'guardian-of-other-policy',
    ],
    ['a card of an unknown issuer', 'marwan', members.yazan, 'referred', 'card-issuer-unknown'],
    ['a copied card', 'george-copy', members.elias, 'declined', 'card-copy-suspected'],
    ['a grown-up as a child', 'george', members.rana, 'referred', 'child-age-on-other-card'],
  ] as const;

  it.each(guardians)('%s: %s, %s', async (_, card, memberNumber, outcome, reason) => {
    const terminal = await openAs('doctor');
    await insert(terminal, card);
    await terminal.call.visit.serveChild({ memberNumber });
    await terminal.call.visit.answerHolder({ answer: 'confirmed' });
    const { eligibility } = visitOf(
      await terminal.until(({ visit }) => visit?.holder === 'confirmed'),
    );
    expect(identityOf(eligibility.findings)).toMatchObject({ outcome, reason });
  });

  it('lets the card speak for itself once it is found', async () => {
    const terminal = await openAs('doctor');
    await lookUp(terminal);
    await terminal.call.visit.addLine({ itemCode: 'LAB-CBC' });
    const visit = await insert(terminal, 'samir');
    expect(visit).toMatchObject({
      insteadOfCard: null,
      card: { proof: 'genuine' },
      lines: [{ line: { itemCode: 'LAB-CBC' } }],
      history: { state: 'read' },
    });
  });
});

describe('an answer of "this is not the person"', () => {
  const cases = [
    ['with the card', (terminal: OpenedTerminal) => insert(terminal, 'samir'), '8076001099104471'],
    ['without a card', lookUp, null],
  ] as const;

  it.each(cases)('is provable later, %s, and said once', async (_, open, cardNumber) => {
    const terminal = await openAs('receptionist');
    await open(terminal);
    const { visitId } = visitOf(await terminal.until(({ visit }) => visit !== null));
    await terminal.call.visit.answerHolder({ answer: 'refused' });
    await terminal.call.visit.answerHolder({ answer: 'refused' });
    const memberNumber = members.samir;
    expect(await bodiesOf(terminal, 'audit')).toEqual([
      { what: 'holder-refused', visitId, memberNumber, cardNumber },
    ]);
  });

  it('leaves no such trace where it is the person', async () => {
    const terminal = await openAs('receptionist');
    await insert(terminal, 'samir');
    await terminal.call.visit.answerHolder({ answer: 'confirmed' });
    expect(await bodiesOf(terminal, 'audit')).toEqual([]);
  });
});

function serveUnknown({ call }: OpenedTerminal) {
  return call.visit.serveChild({ memberNumber: '9999999999' });
}

function serveElias({ call }: OpenedTerminal) {
  return call.visit.serveChild({ memberNumber: members.elias });
}

function serveBaby({ call }: OpenedTerminal) {
  return call.visit.serveNewborn({ born: today, sex: 'female' });
}

function lookUp({ call }: OpenedTerminal) {
  return call.visit.openWithoutCard({ memberNumber: members.samir, why: 'forgotten' });
}
