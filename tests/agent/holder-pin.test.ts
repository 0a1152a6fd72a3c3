import { describe, expect, it } from 'vitest';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createPadReader } from '#card/virtual/pad-reader.ts';
import { openTerminal, signInAs } from './open-terminal.ts';
import { issue } from './prescription-desk.ts';

const pinOf = (text: string) => Array.from(text, Number);

describe('the holder’s PIN at the terminal', () => {
  it('opens the older history; dispensing never asks for it', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await call.demo.insertCard({ cardId: 'rana' });
    const closed = await until(({ visit }) => visit?.pin != null);
    expect(closed.visit?.pin).toEqual({ state: 'wanted', triesLeft: 3 });
    expect(closed.visit?.history).toMatchObject({ state: 'read', entries: [{ kind: 'dispense' }] });

    const wrong = call.card.enterPin({ pin: pinOf('0000') });
    await expect(wrong).rejects.toMatchObject({
      data: { code: 'card-pin-wrong', triesLeft: 2 },
    });
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'FER-FOL' });
    expect((await until(({ visit }) => visit?.decision != null)).visit?.decision?.outcome).toBe(
      'approved',
    );

    await call.card.enterPin({ pin: pinOf('2580') });
    const open = await until(({ visit }) => visit?.pin?.state === 'verified');
    expect(open.visit?.history).toMatchObject({ entries: { length: 2 } });

    await call.card.changePin({ old: pinOf('2580'), next: pinOf('13579') });
    const old = () => call.card.enterPin({ pin: pinOf('2580') });
    await expect(old()).rejects.toMatchObject({ data: { triesLeft: 2 } });
    await expect(old()).rejects.toMatchObject({ data: { triesLeft: 1 } });
    await expect(old()).rejects.toMatchObject({ data: { code: 'card-pin-blocked' } });
  });

  it('may be entered where a receptionist treats, which opens no history and changes no PIN', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'receptionist');
    await call.demo.insertCard({ cardId: 'rana' });
    await until(({ visit }) => visit?.pin?.state === 'wanted');
    await call.card.enterPin({ pin: pinOf('2580') });
    const proved = await until(({ visit }) => visit?.pin?.state === 'verified');
    expect(proved.visit?.history).toEqual({ state: 'not-permitted' });
    const change = call.card.changePin({ old: pinOf('2580'), next: pinOf('13579') });
    await expect(change).rejects.toMatchObject({ data: { code: 'not-permitted' } });
  });
});

describe('the holder’s PIN on the reader’s own keys', () => {
  it('opens the older history and is changed, and nothing of it comes to this machine', async () => {
    const pad = createPadReader();
    const reader = createVirtualService({ pad });
    const terminal = await openTerminal(undefined, { cardService: reader });
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    reader.insert(issue('rana'));
    await until(({ visit }) => visit?.hasPinPad === true);
    pad.type(null, '0000', '2580', '2580', '13579', '13579');
    const enter = () => call.card.enterPin({ pin: null });
    await expect(enter()).rejects.toMatchObject({ data: { code: 'pin-pad-given-up' } });
    await expect(enter()).rejects.toMatchObject({ data: { triesLeft: 2 } });
    await enter();
    await until(({ visit }) => visit?.pin?.state === 'verified');
    await call.card.changePin({ old: null, next: null });
    await enter();
    await expect(call.card.enterPin({ pin: pinOf('2580') })).rejects.toMatchObject({
      data: { triesLeft: 2 },
    });
  });
});
