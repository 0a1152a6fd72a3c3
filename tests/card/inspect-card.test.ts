import { describe, expect, it } from 'vitest';
import { decodeAtr } from '#card/inspect/decode-atr.ts';
import { inspectCard } from '#card/inspect/inspect-card.ts';
import { virtualOtherCards } from '#card/virtual/other-cards/index.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { fromHex } from '#domain/chain.ts';
import { otherCardKinds } from '#domain/other-cards.ts';
import {
  dispensing,
  issuerKey,
  makeGuardedImage,
  order,
  pharmacy,
  today,
} from './card-builders.ts';
import { holders } from './other-card-holders.ts';
import { connectTo } from './session-opener.ts';

const trust = { issuerKeys: [issuerKey], today };

describe('an answer to reset', () => {
  it('of MC-1 offers T=1, says its name, and its check byte is right', () => {
    expect(decodeAtr(createVirtualCard(makeGuardedImage()).atr)).toEqual({
      convention: 'direct',
      interfaceBytes: [{ name: 'TD1', value: '01' }],
      protocols: [1],
      historical: '80544d432d31',
      historicalText: '.TMC-1',
      check: { value: expect.stringMatching(/^[0-9a-f]{2}$/), isRight: true },
    });
  });

  it.each([
    ['names TA1 to TC1 without a protocol: T=0', '3b799600005448204e49442031 33', [0], 'TH NID 13'],
    ['offers T=1 behind TD1 and TD2', '3bf41300008131fe4552465a4fed', [1], 'RFZO'],
  ])('%s', (_, hex, protocols, historicalText) => {
    const decoded = decodeAtr(fromHex(hex.replaceAll(' ', '')));
    expect(decoded).toMatchObject({ protocols, historicalText });
  });

  it.each([
    ['empty', ''],
    ['cut short', '3b86018054'],
    ['of no convention', '00010203'],
    ['too long', '3b0680544d432d3100'],
  ])('is told to be none when it is %s', (_, hex) => {
    expect(decodeAtr(fromHex(hex))).toBeNull();
  });
});

describe('an inspection', () => {
  it('tells what an MC-1 card is and proved', async () => {
    const channel = await connectTo(createVirtualCard(makeGuardedImage()));
    const inspection = await inspectCard(channel, trust);
    expect(inspection).toMatchObject({
      kind: 'mc-1',
      files: [
        { file: 'HEAD', version: 1, records: 1 },
        { file: 'MED', version: null, records: null },
        { file: 'LEDGER', version: null, records: null },
      ],
      pin: null,
      isAdmitted: null,
      issuerKeyId: issuerKey.keyId,
      authentication: 'genuine',
      trace: [
        { command: '00a4040c08f04f484301000100', answer: '[0 bytes]', statusWord: '9000' },
        { command: '00b2010c00', answer: '[252 bytes]', statusWord: '9000' },
        { command: '0088000010 [16 bytes] 00', answer: '[75 bytes]', statusWord: '9000' },
        { command: '00b2010c00', answer: '[252 bytes]', statusWord: '9000' },
        { command: '00b2020c00', answer: '[0 bytes]', statusWord: '6a83' },
        { command: '00b2011400', answer: '[0 bytes]', statusWord: '6982' },
        { command: '00b2011c00', answer: '[0 bytes]', statusWord: '6982' },
      ],
    });
  });

  it.each([
    ['none', 0, 0, false],
    ['one', 1, 1, false],
    ['two', 2, 2, false],
    ['32', 32, 32, false],
    ['33', 33, 33, true],
    ['40', 40, 33, true],
  ])('counts what a terminal is shown: of %s records', async (_name, all, records, mayBeMore) => {
    const history = Array.from({ length: all }, () => dispensing('2026-01-10', pharmacy));
    const card = createVirtualCard(makeGuardedImage({ history, pin: Uint8Array.of(2, 5, 8, 0) }));
    const inspection = await inspectCard(await connectTo(card), { ...trust, terminal: pharmacy });
    expect(inspection).toMatchObject({
      ...{ isAdmitted: true, pin: 'wanted' },
      files: [
        { file: 'HEAD', version: 1, records: 1 },
        { file: 'MED', version: 1, records: 1 },
        { file: 'LEDGER', version: all === 0 ? null : all, records, mayBeMore },
      ],
      tables: all === 0 ? null : { hasMoreSupplies: false, unknownCeilings: 0 },
    });
  });

  it('shows nothing of whose card it is, in text or in hex', async () => {
    const { cardNumber, person, policyNumber } = order();
    const image = makeGuardedImage();
    const told = [
      JSON.stringify(await inspectCard(await connectTo(createVirtualCard(image)), trust)),
    ];
    for (const kind of otherCardKinds) {
      const channel = await connectTo(virtualOtherCards[kind](holders[kind]));
      const inspection = await inspectCard(channel, trust);
      expect(inspection).toMatchObject({ kind, authentication: 'unauthenticated' });
      told.push(JSON.stringify(inspection));
    }
    const marked = [
      cardNumber,
      policyNumber,
      ...[person, ...Object.values(holders)].flatMap((each) => Object.values(each).filter(isText)),
      ...Object.values(holders).flatMap(({ latinName, name }) => [
        ...Object.values(name),
        ...Object.values(latinName),
      ]),
    ];
    expect(marked.length).toBeGreaterThan(30);
    for (const text of marked) {
      const hex = Buffer.from(text, 'utf8').toString('hex');
      for (const one of told) {
        expect(one).not.toContain(text);
        expect(one).not.toContain(hex);
      }
    }
  });
});

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 6 && !/^\d{4}-/.test(value);
