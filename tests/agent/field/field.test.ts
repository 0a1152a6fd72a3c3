import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { findMissingPart, runIsolated } from '../../card/pcscd-harness.ts';
import type { Played } from './field.ts';
import type { scenarios } from './scenarios.ts';

type Name = keyof typeof scenarios;

const missing = await findMissingPart();
/** What is promised of every recovery, in milliseconds from the end of its cause. */
const promised = 3000;

describe('a terminal at the real card service, with two readers', () => {
  let played = {} as Record<Name, Played>;

  beforeAll(async () => {
    if (missing !== null) return;
    const script = fileURLToPath(new URL('play-scenarios.ts', import.meta.url));
    played = (await runIsolated(script)) as typeof played;
  }, 130_000);

  const scenario = (name: string, assert: () => void) =>
    it(name, (context: TestContext) => {
      if (missing !== null && process.env.MEDEXA_STRICT === '1') throw new Error(missing);
      if (missing !== null) context.skip(missing);
      assert();
    });

  const read = ['reading first', 'card first'];
  const withoutService = 'no-service reader-service-absent';
  /** A card is back in the reader as soon as its driver is, or a moment later: both may be shown. */
  const withoutEmpty = ({ shown }: Played) =>
    shown.filter((words) => !/^(empty|same-card-wanted)/.test(words));

  scenario('stays with the card in use, and goes on with the one in the other reader', () => {
    const { shown, told } = played.twoReaders;
    expect(told).toEqual([
      { name: 'Virtual PCD 00 00', state: 'card', isFollowed: true, protocol: 1 },
      { name: 'Virtual PCD 00 01', state: 'card', isFollowed: false, protocol: null },
    ]);
    expect(shown).toEqual([
      ...read,
      'empty first',
      'reading second',
      'card second',
      'empty second',
      ...read,
    ]);
  });

  scenario('says that the reader is gone, and takes up the visit when it is back', () => {
    expect(withoutEmpty(played.readerGoneAndBack)).toEqual([
      ...read,
      withoutService,
      'no-reader reader-absent',
      withoutService,
      ...read,
    ]);
    expect(played.readerGoneAndBack.told).toEqual(['MET-850']);
  });

  scenario('says that the service is gone, and takes up the visit when it is back', () => {
    expect(withoutEmpty(played.serviceKilled)).toEqual([...read, withoutService, ...read]);
    expect(played.serviceKilled.told).toEqual(['MET-850']);
  });

  scenario('reads a card during whose reading the service was killed', () => {
    expect(withoutEmpty(played.serviceKilledWhileReading).slice(-3)).toEqual([
      withoutService,
      ...read,
    ]);
  });

  scenario('reads by itself a card that was lost in the middle of a command', () => {
    const { shown } = played.lineDropsWhileReading;
    expect([shown[0], shown.at(-1)]).toEqual(read);
    // The service notices that the card was away, or it does not.
    const between = /^(reading|empty|failed) first( card-(mute|removed|absent))?$/;
    expect(shown.slice(1, -1).filter((words) => !between.test(words))).toEqual([]);
  });

  scenario('writes by itself the record in the middle of which the card was lost', () => {
    expect(played.lineDropsWhileWriting.told).toBe('written');
    expect(played.lineDropsWhileWriting.shown.at(-1)).toBe('card first');
  });

  scenario('says that another program holds the card, and reads it once it is free', () => {
    expect(played.heldByAnotherProgram.shown.slice(-3)).toEqual([
      'failed first card-busy',
      ...read,
    ]);
  });

  scenario('says that a card is mute, and reads the next one', () => {
    expect(played.muteCard.shown).toEqual(['failed first card-mute', 'empty first', ...read]);
  });

  scenario('waits for a card that is slow', () => {
    expect(played.slowCard.shown).toEqual(read);
  });

  scenario('gives up a card that does not answer in time, and reads it as soon as it does', () => {
    expect(played.answerTooLate.shown).toEqual([
      'reading first',
      'failed first card-timeout',
      'card first',
    ]);
  });

  scenario('reads the card that is put in the place of one that never answers', () => {
    expect(played.noAnswerEver.shown.slice(0, 2)).toEqual([
      'reading first',
      'failed first card-timeout',
    ]);
    expect(played.noAnswerEver.shown.at(-1)).toBe('card first');
  });

  scenario('takes no card for another that was put in its place at once', () => {
    expect(played.swappedAtOnce.shown).toEqual([...read, 'empty first', ...read]);
    expect(played.swappedAtOnce.told).toBe(true);
  });

  scenario('speaks T=0 and T=1, and says which', () => {
    expect(played.bothProtocols.told).toEqual([0, 1]);
  });

  scenario('reads a card whose power was taken while it lay there', () => {
    expect(withoutEmpty(played.poweredOffWhileIdle)).toEqual([
      ...read,
      'reading first',
      'failed first card-changed',
      ...read,
    ]);
  });

  scenario('needs no more than three seconds for any recovery', () => {
    const recoveries = Object.entries(played).flatMap(([name, { recoveries: all }]) =>
      all.map(({ starved, took }) => ({ name, waited: took - starved })),
    );
    expect(recoveries.length).toBeGreaterThanOrEqual(12);
    expect(recoveries.filter(({ waited }) => waited > promised)).toEqual([]);
  });
});
