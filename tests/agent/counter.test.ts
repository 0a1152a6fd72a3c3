import { describe, expect, it } from 'vitest';
import { type OpenedTerminal, openTerminal, signInAs, temporaryFolder } from './open-terminal.ts';

/** The code of the failure that a call is refused with; null where it is not refused. */
async function refusalOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof Error && 'data' in error) return (error.data as { code: string }).code;
    throw error;
  }
}

async function insert({ call, until }: OpenedTerminal, cardId: string): Promise<void> {
  await call.demo.insertCard({ cardId });
  await until(({ visit }) => visit !== null && visit.history.state !== 'reading');
}

describe('the visit in progress', () => {
  it('is offered again after the terminal was closed in the middle of it', async () => {
    const folder = temporaryFolder();
    const before = await openTerminal(folder);
    await signInAs(before, 'pharmacist');
    await insert(before, 'samir');
    await before.call.visit.answerHolder({ answer: 'confirmed' });
    await before.call.visit.addLine({ itemCode: 'MET-850' });
    await before.close();

    const after = await openTerminal(folder);
    await signInAs(after, 'pharmacist');
    const { visit } = await after.until((desk) => desk.visit !== null);
    expect(visit?.lines.map(({ line }) => line.itemCode)).toEqual(['MET-850']);
    expect(visit?.card.isPresent).toBe(false);
    expect(visit?.holder).toBe('confirmed');
  });

  it('waits for its own card, keeps what was typed, and refuses another card meanwhile', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await insert(terminal, 'samir');
    await call.visit.addLine({ itemCode: 'MET-850' });
    await call.demo.removeCard();
    await until(({ reader }) => reader.state === 'same-card-wanted');

    await call.demo.insertCard({ cardId: 'george' });
    const desk = await until(({ reader }) => reader.state === 'failed');
    expect(desk.reader.failure?.code).toBe('card-changed');
    expect(desk.visit?.person.nameLatin).toBe('Samir Adnan Al-Halabi');

    await call.visit.close();
    const next = await until(({ visit }) => visit?.person.nameLatin.startsWith('George') === true);
    expect(next.visit?.lines).toEqual([]);
  });

  it.each([
    ['set aside', 'close'],
    ['saved', 'save'],
  ] as const)('wants its card no more once it is %s without it', async (_name, end) => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await insert(terminal, 'samir');
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'MET-850' });
    await call.demo.removeCard();
    await until(({ reader }) => reader.state === 'same-card-wanted');
    await call.visit[end]();
    const { visit, reader } = await until(() => true);
    expect([visit, reader.state]).toEqual([null, 'empty']);
  });

  it('ends when an untouched card is taken out', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'receptionist');
    await insert(terminal, 'samir');
    await terminal.call.demo.removeCard();
    const { reader } = await terminal.until(({ visit }) => visit === null);
    expect(reader.state).toBe('empty');
  });

  it('is not saved before the holder is confirmed, nor without a line, nor after a refusal', async () => {
    const terminal = await openTerminal();
    const { call } = terminal;
    await signInAs(terminal, 'pharmacist');
    expect(await refusalOf(call.visit.save())).toBe('visit-absent');
    await insert(terminal, 'samir');
    await call.visit.addLine({ itemCode: 'MET-850' });
    expect(await refusalOf(call.visit.save())).toBe('visit-unconfirmed');
    await call.visit.answerHolder({ answer: 'refused' });
    expect(await refusalOf(call.visit.save())).toBe('visit-stopped');
    expect(await refusalOf(call.visit.addLine({ itemCode: 'ASA-81' }))).toBe('visit-stopped');
    await call.visit.close();
    await call.demo.removeCard();
    await insert(terminal, 'george');
    await call.visit.answerHolder({ answer: 'confirmed' });
    expect(await refusalOf(call.visit.save())).toBe('visit-empty');
  });

  it('counts what this terminal dispensed today against a second request', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await insert(terminal, 'samir');
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'MET-850' });
    await call.visit.save();

    await insert(terminal, 'samir');
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'MET-850' });
    const { visit } = await until((desk) => desk.visit?.decision != null);
    expect(visit?.decision?.outcome).toBe('declined');
  });
});

describe('who may do what', () => {
  const cases = [
    ['receptionist', 'MET-850', 'not-permitted'],
    ['receptionist', 'CON-GP', null],
    ['doctor', 'CON-GP', null],
    ['doctor', 'MET-850', 'not-permitted'],
    ['pharmacist', 'MET-850', null],
    ['pharmacist', 'CON-GP', 'not-permitted'],
    ['manager', 'MET-850', null],
    ['technician', 'MET-850', 'not-permitted'],
  ] as const;

  it.each(cases)('a %s entering %s: %s', async (role, itemCode, refusal) => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'pharmacist');
    await insert(terminal, 'khaled');
    await terminal.call.session.signOut();
    await signInAs(terminal, role);
    expect(await refusalOf(terminal.call.visit.addLine({ itemCode }))).toBe(refusal);
  });

  it('shows no visit before anybody signed in, nor to a technician', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await call.demo.insertCard({ cardId: 'samir' });
    expect((await until(({ reader }) => reader.state === 'card')).visit).toBeNull();
    expect(await refusalOf(call.visit.close())).toBe('not-signed-in');
    await signInAs(terminal, 'technician');
    expect((await until(({ user }) => user !== null)).visit).toBeNull();
  });

  it("keeps the card's history from a receptionist", async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'receptionist');
    await insert(terminal, 'samir');
    const { visit } = await terminal.until((desk) => desk.visit !== null);
    expect(visit?.history.state).toBe('not-permitted');
  });

  it('locks a user after five wrong PINs, also after a restart', async () => {
    const folder = temporaryFolder();
    const terminal = await openTerminal(folder);
    const wrong = () => refusalOf(terminal.call.session.signIn({ userId: 'doctor', pin: '9999' }));
    for (let left = 4; left > 0; left -= 1) expect(await wrong()).toBe('pin-wrong');
    expect(await wrong()).toBe('user-locked');
    await terminal.close();

    const again = await openTerminal(folder);
    expect(await refusalOf(signInAs(again, 'doctor'))).toBe('user-locked');
  });
});
