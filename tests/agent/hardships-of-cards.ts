import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openCardService } from '#card/transport/open-card-service.ts';
import { createPcscService } from '#card/transport/pcsc-service.ts';
import type { Text } from '#contracts/messages/language.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import {
  afterInserting,
  afterPresenting,
  atCounter,
  cardAnswering,
  cardOf,
  forgedCard,
  present,
  refusalOf,
  serviceSaying,
  tellReader,
} from './hardship-counter.ts';
import type { Hardship, Told } from './hardship-words.ts';
import { answeringUntil, playPcsc } from './played-pcsc.ts';

const done = Uint8Array.of(0x90, 0x00);
/** How long a card may take here for an answer, in milliseconds. */
const patience = 50;

const wordsOf = (screen: string, ...words: Text[]): Told => ({
  screen,
  words,
});

export const readerHardships: readonly Hardship[] = [
  {
    name: 'the card service of the computer is not running',
    async bring(folder) {
      // Where the system's library looks for its service: there is none at this address.
      process.env.PCSCLITE_CSOCK_NAME = join(folder, 'nobody-here');
      onTestFinished(() => void delete process.env.PCSCLITE_CSOCK_NAME);
      const found = await openCardService();
      expect(found.state).not.toBe('answering');
      const cardService = found.service;
      return atCounter(
        folder,
        async ({ until }) => tellReader(await until(({ reader }) => reader.state === 'no-service')),
        { cardService },
      );
    },
    told: ['reader-service-absent'],
  },
  {
    name: 'no reader is attached',
    bring: (folder) =>
      atCounter(
        folder,
        async ({ until }) => tellReader(await until(({ reader }) => reader.state === 'no-reader')),
        { cardService: serviceSaying([]) },
      ),
    told: ['reader-absent'],
  },
  {
    name: 'the reader is empty',
    bring: (folder) =>
      atCounter(folder, async ({ until, call }) => {
        await until(({ reader }) => reader.state === 'empty');
        const saving = await refusalOf(call.visit.save());
        return [wordsOf('empty', patientTexts.insertCard, patientTexts.insertCardHint), ...saving];
      }),
    told: ['empty', 'visit-absent'],
  },
  {
    name: 'a card of another trade',
    bring: afterInserting(cardAnswering(() => Uint8Array.of(0x6a, 0x82))),
    told: ['card-unknown'],
  },
  { name: 'a mute card', bring: afterInserting('mute'), told: ['card-mute'] },
  {
    name: 'a card whose answers are too short to be any',
    bring: afterInserting(cardAnswering(() => Uint8Array.of(0x42))),
    told: ['card-answer-malformed'],
  },
  {
    name: 'a card whose records are garbage',
    bring: afterInserting(
      cardAnswering(([, instruction]) =>
        instruction === 0xb2 ? Uint8Array.from([...Buffer.alloc(252, 0xa7), ...done]) : done,
      ),
    ),
    told: ['card-record-malformed'],
  },
  {
    name: 'a card that refuses to be read',
    bring: afterInserting(
      cardAnswering(([, instruction]) => (instruction === 0xb2 ? Uint8Array.of(0x6f, 0x00) : done)),
    ),
    told: ['card-status'],
  },
  {
    name: 'a card that never answers',
    bring: afterTransmitting(1, () => new Promise<never>(() => undefined), 'failed'),
    told: ['card-timeout'],
  },
  {
    name: 'a card that answers too late in the middle of its reading',
    bring: afterTransmitting(
      2,
      (command) => new Promise((resolve) => setTimeout(resolve, 20 * patience, command)),
      'failed',
    ),
    told: ['card-timeout'],
  },
  {
    name: 'a reader that is unplugged while it reads a card',
    bring: afterTransmitting(
      3,
      (_command, pcsc) => {
        pcsc.unplug();
        return Promise.reject(new Error('Reader unavailable'));
      },
      'no-reader',
    ),
    told: ['reader-absent'],
  },
  {
    name: 'a reader that is unplugged in the middle of a visit',
    async bring(folder) {
      const card = cardOf('samir');
      const pcsc = playPcsc(async (command) => card.transmit(command));
      return atCounter(
        folder,
        async ({ call, until }) => {
          await until(({ visit }) => visit !== null && visit.history.state !== 'reading');
          await call.visit.addLine({ itemCode: 'MET-850' });
          pcsc.unplug();
          const desk = await until(({ reader }) => reader.failure !== null);
          expect(desk.visit).toMatchObject({ lines: [{ line: { itemCode: 'MET-850' } }] });
          return tellReader(desk);
        },
        { cardService: createPcscService(pcsc) },
      );
    },
    told: ['reader-absent'],
  },
];

/** What the reader says in the end when the so-many-th command to a sound card is answered otherwise. */
function afterTransmitting(
  count: number,
  answer: Parameters<typeof answeringUntil>[2],
  state: 'failed' | 'no-reader',
) {
  const times = { answer: patience, connect: patience, retry: patience };
  return (folder: string) =>
    atCounter(
      folder,
      async ({ until }) =>
        tellReader(await until(({ reader }) => reader.state === state && reader.failure !== null)),
      {
        cardService: createPcscService(
          playPcsc(answeringUntil(cardOf('samir'), count, answer)),
          times,
        ),
      },
    );
}

export const cardHardships: readonly Hardship[] = [
  { name: 'a wrong signature', bring: afterPresenting(forgedCard), told: ['card-forged'] },
  {
    name: 'a copied card',
    bring: afterPresenting(() => cardOf('george-copy')),
    told: ['card-copy-suspected'],
  },
  {
    name: 'a card of an issuer that nobody vouches for',
    bring: afterPresenting(() => cardOf('marwan')),
    told: ['card-issuer-unknown'],
  },
  {
    name: 'an expired card',
    bring: afterPresenting(() => cardOf('hassan')),
    told: ['card-expired'],
  },
  {
    name: 'a blocked card',
    bring: afterPresenting(() => cardOf('amina-lost')),
    told: ['card-lost'],
  },
  {
    name: 'the card of another person',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        await present(counter, 'samir');
        await counter.call.visit.addLine({ itemCode: 'MET-850' });
        await counter.call.visit.answerHolder({ answer: 'refused' });
        const { visit } = await counter.until((desk) => desk.visit?.holder === 'refused');
        const findings = visit?.eligibility.findings.slice(0, 1) ?? [];
        const saving = await refusalOf(counter.call.visit.save());
        return [...findings.map((finding) => ({ finding })), ...saving];
      }),
    told: ['holder-refused', 'visit-stopped'],
  },
  {
    name: 'a card swapped in the middle of a visit',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        const { claimId } = await present(counter, 'samir');
        await counter.call.visit.addLine({ itemCode: 'MET-850' });
        counter.reader.insert(cardOf('george'));
        const desk = await counter.until(({ reader }) => reader.state === 'failed');
        expect(desk.visit).toMatchObject({ claimId, lines: [{ line: { itemCode: 'MET-850' } }] });
        return tellReader(desk);
      }),
    told: ['card-changed'],
  },
];
