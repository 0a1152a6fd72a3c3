import { describe, expect, it } from 'vitest';
import {
  type CardWorth,
  createCardChoice,
  type ReaderEvent,
} from '#card/transport/card-to-follow.ts';
import type { AttachedReader, ServiceLook } from '#card/transport/channel.ts';

/** Two readers, each told by one word: nothing, a mute card, or the so-many-th card that was put in. */
function two(first: Told, second: Told): AttachedReader[] {
  return [reader('first', first), reader('second', second)];
}

type Told = 'empty' | 'mute' | 1 | 2;

const reader = (name: string, told: Told): AttachedReader => ({
  name,
  state: typeof told === 'number' ? 'card' : told,
  atr: typeof told === 'number' ? Uint8Array.of(0x3b, 0) : new Uint8Array(0),
  changes: typeof told === 'number' ? told : 0,
});

const none = two('empty', 'empty');
const say = (event: ReaderEvent): string =>
  'reader' in event ? `${event.state} ${event.reader}` : event.state;

/** What is told after each look, or after each word on the card that is followed. */
function tell(...steps: readonly (ServiceLook | CardWorth)[]): string[] {
  const choice = createCardChoice();
  return steps.map((step) =>
    (typeof step === 'string' ? choice.rate(step) : choice.take(step)).map(say).join(', '),
  );
}

describe('the card that is followed among several readers', () => {
  it.each<[string, readonly (ServiceLook | CardWorth)[], readonly string[]]>([
    ['is none without a service', [null, null], ['no-service', '']],
    ['is none without a reader', [[], none], ['no-reader', 'empty first']],
    ['may lie in either reader', [none, two('empty', 1)], ['empty first', 'card second']],
    [
      'stays the one in use, whatever comes into another reader',
      [none, two('empty', 1), 'in-use', two(1, 1)],
      ['empty first', 'card second', '', ''],
    ],
    [
      'is the other one once the one in use is taken out',
      [two('empty', 1), two(1, 1), two(1, 'empty')],
      ['card second', '', 'empty second, card first'],
    ],
    [
      'gives way to a new one while it is in trouble',
      [none, two(1, 'empty'), 'in-trouble', two(1, 1)],
      ['empty first', 'card first', '', 'empty first, card second'],
    ],
    [
      'is the one in trouble again when the new one is gone',
      [none, two(1, 'empty'), 'in-trouble', two(1, 1), two(1, 'empty')],
      ['empty first', 'card first', '', 'empty first, card second', 'empty second, card first'],
    ],
    [
      'gives way no more once it was read',
      [none, two(1, 'empty'), 'in-trouble', 'in-use', two(1, 1)],
      ['empty first', 'card first', '', '', ''],
    ],
    [
      'is none for a token that was there all along and is of no use',
      [two(1, 'empty'), 'of-no-use', two(1, 1)],
      ['card first', 'empty second', 'card second'],
    ],
    [
      'may be of no use, and is told of where somebody has just put it in',
      [none, two(1, 'empty'), 'of-no-use'],
      ['empty first', 'card first', ''],
    ],
    [
      'is told out and in when it was swapped between two looks',
      [two(1, 'empty'), two(2, 'empty')],
      ['card first', 'empty first, card first'],
    ],
    [
      'is preferred to a mute one, and a mute one to nothing',
      [none, two('mute', 'empty'), two('mute', 1)],
      ['empty first', 'mute first', 'card second'],
    ],
    [
      'leaves its own reader behind empty, not the first of them',
      [none, two('empty', 1), none],
      ['empty first', 'card second', 'empty second'],
    ],
    [
      'is known anew after the service was away, whatever was known of its like',
      [two(1, 'empty'), 'of-no-use', null, two(1, 'empty')],
      ['card first', 'empty second', 'no-service', 'card first'],
    ],
  ])('%s', (_name, steps, told) => {
    expect(tell(...steps)).toEqual(told);
  });
});
