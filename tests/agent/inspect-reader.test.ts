import { describe, expect, it } from 'vitest';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

async function openFor(role: string): Promise<OpenedTerminal> {
  const terminal = await openTerminal();
  await signInAs(terminal, role);
  return terminal;
}

const settled = (terminal: OpenedTerminal) =>
  terminal.until(({ reader }) => reader.state === 'card');

describe('the technician’s look at a card', () => {
  it('tells what it is and how it answers, and nothing of whose it is', async () => {
    const technician = await openFor('technician');
    await technician.call.demo.insertCard({ cardId: 'samir' });
    await settled(technician);
    const inspection = await technician.call.readers.inspect();
    expect(inspection).toMatchObject({
      kind: 'mc-1',
      // In process there is no wire to agree on.
      protocol: null,
      authentication: 'genuine',
      files: [{ file: 'HEAD', version: 1 }, { file: 'MED' }, { file: 'LEDGER' }],
      isAdmitted: true,
      decodedAtr: { protocols: [1], historicalText: expect.stringContaining('MC-1') },
    });
    const [first] = inspection.trace;
    expect(first).toMatchObject({ statusWord: '9000', answer: '[0 bytes]' });
    expect(JSON.stringify(inspection)).not.toMatch(/8076001099104471|1042778155|Samir/);
  });

  it('lets the card be read anew for whoever serves next', async () => {
    const terminal = await openFor('technician');
    await terminal.call.demo.insertCard({ cardId: 'samir' });
    await settled(terminal);
    await terminal.call.readers.inspect();
    await signInAs(terminal, 'pharmacist');
    const { visit } = await terminal.until((desk) => desk.visit?.history.state === 'read');
    expect(visit?.card.proof).toBe('genuine');
  });

  it('finds no card where none is', async () => {
    const { call } = await openFor('technician');
    await expect(call.readers.inspect()).rejects.toMatchObject({ data: { code: 'card-absent' } });
  });

  it('is the technician’s alone', async () => {
    const { call } = await openFor('pharmacist');
    await expect(call.readers.inspect()).rejects.toMatchObject({ data: { code: 'not-permitted' } });
  });
});
