import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedServer } from '#agent/embedded-server.ts';
import { openCardService } from '#card/transport/open-card-service.ts';
import type { Text } from '#contracts/messages/language.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { failure } from '#domain/failures.ts';
import { sayFailure } from '../../src/shells/say-failure.ts';
import {
  afterInserting,
  afterPresenting,
  atCounter,
  cardAnswering,
  cardOf,
  clockOff,
  forgedCard,
  insurer,
  present,
  referenceFile,
  refusalOf,
  refusalToOpen,
  saveClaimOf,
  serviceSaying,
  startAtTakenPort,
  tellReader,
  tellSync,
  today,
  whileDamaged,
  workUntilRefused,
} from './hardship-counter.ts';
import { codeOf, expectWords, type Told } from './hardship-words.ts';

/** What may befall a terminal with one claim saved: how it comes about, and what the person is told. */
interface Hardship {
  readonly name: string;
  bring(folder: string): Promise<readonly Told[]>;
  readonly told: readonly string[];
}

const done = Uint8Array.of(0x90, 0x00);
const wordsOf = (screen: string, ...words: Text[]): Told => ({
  screen,
  words,
});

const readerHardships: readonly Hardship[] = [
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
        { cardService: serviceSaying({ state: 'no-reader' }) },
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
];

const cardHardships: readonly Hardship[] = [
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

const folderHardships: readonly Hardship[] = [
  {
    name: 'a damaged database',
    bring: (folder) =>
      whileDamaged(join(folder, 'terminal.db'), flipBit, () => refusalToOpen(folder)),
    told: ['database-corrupt'],
  },
  {
    name: 'the key of another computer',
    bring: (folder) =>
      whileDamaged(
        join(folder, 'database.key'),
        () => Buffer.alloc(32, 7),
        () => refusalToOpen(folder),
      ),
    told: ['database-key-wrong'],
  },
  {
    name: 'a key that was cut short',
    bring: (folder) =>
      whileDamaged(
        join(folder, 'database.key'),
        (bytes) => bytes.subarray(0, 9),
        () => refusalToOpen(folder),
      ),
    told: ['database-key-wrong'],
  },
  {
    name: 'a full disk',
    async bring(folder) {
      const { saved, refused } = await workUntilRefused(folder);
      expect(saved).not.toEqual([]);
      await atCounter(folder, async ({ call }) => {
        const listed = (await call.claims.list({ day: today })).map(({ claimId }) => claimId);
        expect(listed).toEqual(expect.arrayContaining(saved));
      });
      return refused === null ? [] : [{ failure: refused }];
    },
    told: ['disk-full'],
  },
  {
    name: 'a second terminal on the same folder',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        const told = await refusalToOpen(folder);
        await saveClaimOf(counter, 'george');
        return told;
      }),
    told: ['database-locked'],
  },
  {
    name: 'a demo card whose file is garbage',
    bring: (folder) => {
      writeFileSync(join(folder, 'demo', 'cards', 'george.json'), '{"format": "mc-1');
      return atCounter(
        folder,
        async ({ call, until }) => {
          await call.demo.insertCard({ cardId: 'george' });
          await until(({ reader }) => reader.state === 'card');
          return [];
        },
        { cardService: null },
      );
    },
    told: [],
  },
  {
    name: 'a taken port',
    async bring(folder) {
      const { printed, port, exitCode } = await startAtTakenPort(folder);
      const taken = failure('port-taken', { port });
      expect(exitCode).toBe(1);
      expect(printed.trim()).toBe(`${sayFailure(taken, 'ar')}\n\n${sayFailure(taken, 'en')}`);
      return [{ failure: taken }];
    },
    told: ['port-taken'],
  },
];

/** What a terminal that goes on with what it has says of what it was offered. */
const whenOffered = (content: string | null, key?: Uint8Array) => (folder: string) =>
  atCounter(
    folder,
    async (counter) => {
      const told = tellSync(await counter.until(() => true));
      await saveClaimOf(counter, 'george');
      return told;
    },
    { reference: referenceFile(folder, content, key) },
  );

const referenceHardships: readonly Hardship[] = [
  {
    name: 'a malformed reference file at the first start',
    bring: (folder) =>
      refusalToOpen(join(folder, 'another'), { reference: referenceFile(folder, '{"reference"') }),
    told: ['reference-malformed'],
  },
  {
    name: 'a malformed reference file later',
    bring: whenOffered('{"reference"'),
    told: ['reference-malformed'],
  },
  { name: 'no reference file any more', bring: whenOffered(null), told: ['reference-malformed'] },
  {
    name: 'a reference file that somebody else signed',
    bring: whenOffered(JSON.stringify(insurer.signed), insurer.issuer.rawPublicKey.subarray(1)),
    told: ['reference-signature-wrong'],
  },
  {
    name: 'a clock that was set far back',
    bring: (folder) =>
      atCounter(
        folder,
        async (counter) => {
          const told = tellSync(await counter.until(() => true));
          await saveClaimOf(counter, 'george');
          return told;
        },
        { clock: clockOff(-40) },
      ),
    told: ['reference-older'],
  },
  {
    name: 'a clock that runs far ahead',
    bring: (folder) =>
      atCounter(
        folder,
        async (counter) => {
          await present(counter, 'george');
          await counter.call.visit.addLine({ itemCode: 'MET-850' });
          const { visit } = await counter.until((desk) => desk.visit?.decision != null);
          const findings = visit?.decision?.lines[0]?.findings ?? [];
          return findings
            .filter(({ check, reason }) => check === 'clock' && reason !== null)
            .map((finding) => ({ finding }));
        },
        { clock: clockOff(40), reference: referenceFile(folder) },
      ),
    told: ['clock-ahead'],
  },
];

function flipBit(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}

const code = '00112233445566778899aabbccddeeff';

const serverHardships: readonly Hardship[] = [
  {
    name: 'the server is away',
    bring: (folder) =>
      atCounter(
        folder,
        async (counter) => {
          const desk = await counter.until(({ sync }) => sync.lastFailure !== null);
          expect(desk.sync.waiting).toBe(1);
          await saveClaimOf(counter, 'george');
          return tellSync(desk);
        },
        { server: { kind: 'remote', url: 'http://127.0.0.1:9', enrolmentCode: code } },
      ),
    told: ['server-unreachable'],
  },
  {
    name: 'a server with the wrong key',
    async bring(folder) {
      const place = join(folder, 'central');
      const server = startEmbeddedServer({
        folder: place,
        referenceFile: join(folder, 'demo', 'reference.json'),
        referenceKey: insurer.referenceKey,
        providerAnchor: null,
        codes: [{ code, providerId: insurer.defaultProviderId }],
      });
      onTestFinished(() => server.stop());
      const url = await server.url;
      if (!url.ok) throw new Error(JSON.stringify(url.failure));
      const remote = { kind: 'remote', url: url.value, enrolmentCode: code } as const;
      await atCounter(folder, ({ until }) => until(({ sync }) => sync.link === 'online'), {
        server: remote,
      });
      await server.stop();
      rmSync(join(place, 'server-key.pem'));
      await server.start();
      return atCounter(
        folder,
        async (counter) => {
          await saveClaimOf(counter, 'george');
          return tellSync(await counter.until(({ sync }) => sync.lastFailure !== null));
        },
        { server: remote },
      );
    },
    told: ['server-key-wrong'],
  },
];

const template = mkdtempSync(join(tmpdir(), 'medexa-hardship-'));
afterAll(() => rmSync(template, { recursive: true, force: true }));

/** A terminal's folder with one claim saved, made once. */
let made: Promise<string> | null = null;
const makeTemplate = () => {
  made ??= atCounter(template, (counter) => saveClaimOf(counter, 'samir'));
  return made;
};

describe.each([
  ['at the reader', readerHardships],
  ['with the card', cardHardships],
  ['in the folder', folderHardships],
  ['with the reference data and the clock', referenceHardships],
  ['at the server', serverHardships],
])('what goes wrong %s is told in both languages, and costs no saved claim', (_, hardships) => {
  it.each(hardships)('$name', async ({ bring, told }) => {
    const claimId = await makeTemplate();
    const folder = mkdtempSync(join(tmpdir(), 'medexa-hardship-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const name of readdirSync(template))
      cpSync(join(template, name), join(folder, name), { recursive: true });

    const said = await bring(folder);
    expect(said.map(codeOf)).toEqual(told);
    for (const each of said) expectWords(each);
    await atCounter(folder, async ({ call }) => {
      const listed = (await call.claims.list({ day: today })).map((claim) => claim.claimId);
      expect(listed).toContain(claimId);
    });
  });
});
