import { describe, expect, it } from 'vitest';
import { createPcscService, usualTimes } from '#card/transport/pcsc-service.ts';
import { cardOf } from './hardship-counter.ts';
import { openTerminal, signInAs } from './open-terminal.ts';
import { playPcsc } from './played-pcsc.ts';

const append = 0xe2;

describe('a card whose session is lost while it lies in the reader', () => {
  it.each([
    ['another program resets it', 'Card was reset', 'card-reset'],
    ['it loses its power', 'Card is unpowered', 'card-mute'],
  ])('is read anew by itself and takes what it did not get, when %s', async (_, text, code) => {
    const card = cardOf('samir');
    let isLost = false;
    const pcsc = playPcsc(async (command) => {
      if (command[1] !== append || isLost) return card.transmit(command);
      isLost = true;
      card.reset();
      throw new Error(text);
    });
    const terminal = await openTerminal(undefined, { cardService: createPcscService(pcsc) });
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    await until(({ visit }) => visit !== null && visit.history.state !== 'reading');
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'MET-850' });
    await until(({ visit }) => visit?.decision != null);
    const before = card.image().ledger.length;
    await call.visit.save();
    const { cardWrite } = await until((desk) => desk.cardWrite?.state === 'waiting');
    expect(cardWrite?.failure?.code).toBe(code);
    await until((desk) => desk.cardWrite?.state === 'written');
    expect(card.image().ledger).toHaveLength(before + 1);
  });

  it('is tried again, a card that another program holds, until it is free', async () => {
    const card = cardOf('samir');
    const pcsc = playPcsc(async (command) => card.transmit(command));
    pcsc.take(true);
    const service = createPcscService(pcsc, usualTimes);
    const { until } = await openTerminal(undefined, { cardService: service });
    await until(({ reader }) => reader.failure?.code === 'card-busy');
    pcsc.take(false);
    const { reader } = await until((desk) => desk.reader.state === 'card');
    expect(reader.attached).toEqual([
      { name: 'A reader', state: 'card', isFollowed: true, protocol: 1 },
    ]);
  });
});
