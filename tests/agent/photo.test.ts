import { describe, expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import type { CardImage } from '#card/issue/card-image.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

const insurer = buildDemoInsurer(systemClock().today());

function imageOf(cardId: string): CardImage {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no card ${cardId}`);
  return personaliseDemoCard(insurer, card);
}

async function openCounter() {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  await signInAs(terminal, 'pharmacist');
  return { ...terminal, reader };
}

describe('the holder’s photo at the terminal', () => {
  it('is read once, verified, shown, and shown again without asking the card', async () => {
    const { call, reader, until } = await openCounter();
    const image = imageOf('samir');
    reader.insert(createVirtualCard(image));
    const { visit } = await until((desk) => desk.visit?.photo.state === 'here');
    const { photo } = visit ?? {};
    if (photo?.state !== 'here') throw new Error('no photo');
    const shown = await call.card.photo({ hash: photo.hash });
    expect(shown.type).toBe('image/png');
    expect(Buffer.from(shown.base64, 'base64')).toEqual(Buffer.from(image.photo ?? []));

    reader.remove();
    await until((desk) => desk.visit === null);
    const again = createVirtualCard({ ...image, photo: null });
    reader.insert(again);
    await until((desk) => desk.visit?.photo.state === 'here');
  });

  it.each<[string, Partial<CardImage>, string]>([
    ['of another person', { photo: imageOf('huda').photo }, 'wrong'],
    [
      'changed by one bit',
      { photo: (imageOf('samir').photo ?? new Uint8Array()).with(300, 1) },
      'wrong',
    ],
    ['that is not there', { photo: null }, 'unreadable'],
  ])('%s is not shown, and the window says so', async (_name, change, state) => {
    const { reader, until } = await openCounter();
    reader.insert(createVirtualCard({ ...imageOf('samir'), ...change }));
    const { visit } = await until(
      (desk) => desk.visit !== null && desk.visit.photo.state !== 'reading',
    );
    expect(visit?.photo).toEqual({ state });
  });

  it('of a copy is not shown', async () => {
    const { reader, until } = await openCounter();
    reader.insert(createVirtualCard(imageOf('george-copy')));
    const { visit } = await until((desk) => desk.visit !== null);
    expect(visit?.photo).toEqual({ state: 'none' });
  });
});
