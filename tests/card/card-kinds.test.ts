import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { OtherCardReading } from '#card/kinds/card-kind.ts';
import { cardKinds } from '#card/kinds/index.ts';
import { readOtherCard } from '#card/kinds/recognise-card.ts';
import { concatBytes } from '#card/profile/bytes.ts';
import { readHead } from '#card/read-head.ts';
import { createEgkCard, createEgkCardWith, holderXml } from '#card/virtual/other-cards/egk.ts';
import { encodeText } from '#card/virtual/other-cards/encode-text.ts';
import { createFileCard } from '#card/virtual/other-cards/file-card.ts';
import { virtualOtherCards } from '#card/virtual/other-cards/index.ts';
import type { AnyVirtualCard } from '#card/virtual/virtual-card.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import type { Failure } from '#domain/failures.ts';
import { otherCardKinds } from '#domain/other-cards.ts';
import type { Result } from '#domain/result.ts';
import { holders } from './other-card-holders.ts';
import { connectTo } from './session-opener.ts';

/** As the terminal does: MC-1 first, and what refuses that as another kind. */
async function readAs(card: AnyVirtualCard): Promise<Result<OtherCardReading, Failure>> {
  const channel = await connectTo(card);
  const head = await readHead(channel);
  if (head.ok) throw new Error('an MC-1 card');
  return head.failure.code === 'card-unknown' ? readOtherCard(channel) : head;
}

/** The card, answering otherwise; what it would have answered is given. */
const altered = (
  card: AnyVirtualCard,
  alter: (response: Uint8Array, count: number, command: Uint8Array) => Uint8Array,
): AnyVirtualCard => {
  let count = 0;
  return {
    ...card,
    transmit(command) {
      count += 1;
      return alter(card.transmit(command), count, command);
    },
  };
};

/** Counts the commands until the card has taken one of the kinds' selections. */
function countingRecognition(card: AnyVirtualCard) {
  const seen: { until: number | null } = { until: null };
  let count = 0;
  const selections = cardKinds.map(({ selection }) => toHex(selection));
  const counting = altered(card, (response, _, command) => {
    count += 1;
    const isTaken = selections.includes(toHex(command)) && response.at(-2) === 0x90;
    if (isTaken) seen.until ??= count;
    return response;
  });
  return { card: counting, seen, count: () => count };
}

const foreignAtr = '3b6500002063cb6800';
const silentCard = () => createFileCard({ atr: foreignAtr, master: null, applications: {} });

describe('the registry of other health cards', () => {
  it('has every kind once, and a virtual card for each', () => {
    expect(cardKinds.map(({ kind }) => kind).toSorted()).toEqual([...otherCardKinds].toSorted());
    expect(Object.keys(virtualOtherCards).toSorted()).toEqual([...otherCardKinds].toSorted());
  });

  it('an unknown card is told to be unknown after 4 commands', async () => {
    const card = silentCard();
    expect(await readAs(card)).toEqual({
      ok: false,
      failure: { code: 'card-unknown', atr: foreignAtr },
    });
    expect(card.traffic().apdus).toBeLessThanOrEqual(4);
  });
});

describe.each(cardKinds)('a card of kind $kind', ({ kind, atr }) => {
  const holder = holders[kind];
  const make = () => virtualOtherCards[kind](holder);

  it('is recognised within 4 commands, the selection of MC-1 included', async () => {
    const { card, seen } = countingRecognition(make());
    expect(await readAs(card)).toMatchObject({ ok: true, value: { kind } });
    expect(seen.until).toBeLessThanOrEqual(4);
    expect(toHex(card.atr)).toMatch(atr);
  });

  it('says who its holder is', async () => {
    const read = await readAs(make());
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const { names, ...rest } = read.value;
    expect(rest).toMatchObject({
      kind,
      cardNumber: holder.cardNumber,
      holderNumber: holder.holderNumber,
      birth: holder.birth,
      sex: holder.sex,
    });
    expect(names.map(({ text }) => text)).toEqual(namesOf[kind]);
  });

  it('fails in words when any answer is cut short, garbage, empty of status or refused', async () => {
    const commands = await countCommands(make());
    for (let at = 2; at <= commands; at += 1) {
      for (const [name, spoil] of Object.entries(spoils)) {
        const card = altered(make(), (response, count) =>
          count === at ? spoil(response) : response,
        );
        const read = await readAs(card);
        if (read.ok) expect([name, read.value]).toEqual([name, expect.objectContaining({ kind })]);
        else expect(expected, `${name} at ${at}`).toContain(read.failure.code);
      }
    }
  });

  it('is cut off when it never ends its answer', async () => {
    const commands = await countCommands(make());
    for (let at = 2; at <= commands; at += 1) {
      const card = altered(make(), (response, count) =>
        count >= at ? Uint8Array.of(0x41, 0x61, 0x10) : response,
      );
      expect(await readAs(card)).toMatchObject({ ok: false });
      expect(card.traffic().apdus).toBeLessThan(80);
    }
  });

  it('behind a foreign answer to reset it is known by its selection, or told to be unknown', async () => {
    const read = await readAs({ ...make(), atr: fromHex(foreignAtr) });
    const isTried = firstTried.includes(kind);
    expect(read).toMatchObject(
      isTried ? { value: { kind } } : { failure: { code: 'card-unknown', atr: foreignAtr } },
    );
  });
});

/** Three selections fit beside that of MC-1. */
const firstTried = cardKinds
  .filter(({ isNamedBySelection }) => isNamedBySelection)
  .slice(0, 3)
  .map(({ kind }) => kind);

const namesOf = {
  egk: ['Jörg Groß-Šimek'],
  swiss: ['Hélène Zürcher'],
  taiwan: ['陳淑珊'],
  austria: ['Žofia Müller'],
  serbia: ['Јелена Ђорђевић', 'Jelena Đorđević'],
  thailand: ['สมหญิง ใจดี', 'Somying Jaidee'],
};

const expected = ['card-unknown', 'card-answer-malformed', 'card-record-malformed', 'card-status'];

const spoils: Readonly<Record<string, (response: Uint8Array) => Uint8Array>> = {
  'no status word': () => Uint8Array.of(0x90),
  'cut in half': (response) => concatBytes(response.slice(0, response.length >> 1), done),
  'one byte too few': (response) => concatBytes(response.slice(0, -3), done),
  'one byte too many': (response) => concatBytes(response.slice(0, -2), Uint8Array.of(0), done),
  garbage: (response) =>
    concatBytes(
      response.slice(0, -2).map((byte) => byte ^ 0xff),
      done,
    ),
  'all FF': (response) => concatBytes(response.slice(0, -2).fill(0xff), done),
  refused: () => Uint8Array.of(0x69, 0x82),
  'a status word unheard of': () => Uint8Array.of(0x12, 0x34),
};

const done = Uint8Array.of(0x90, 0x00);

async function countCommands(card: AnyVirtualCard): Promise<number> {
  await readAs(card);
  return card.traffic().apdus;
}

describe('character sets and calendars', () => {
  it('Big5 and TIS-620 are the bytes that the cards of those countries hold', () => {
    expect(toHex(encodeText('陳淑珊', 'big5'))).toBe('b3afb251acc0');
    expect(toHex(encodeText('ใจดี', 'windows-874'))).toBe('e3a8b4d5');
    expect(toHex(encodeText('Šœ€', 'iso-8859-15'))).toBe('a6bda4');
    expect(toHex(encodeText('Ђ', 'utf-16le'))).toBe('0204');
  });

  it('years of the Republic and of the Buddha are ours', async () => {
    const taiwan = await readAs(virtualOtherCards.taiwan(holders.taiwan));
    expect(taiwan).toMatchObject({
      value: { validFrom: '2024-02-29', birth: { date: '1979-03-08' } },
    });
    const thai = await readAs(virtualOtherCards.thailand(holders.thailand));
    expect(thai).toMatchObject({ value: { validFrom: '2024-02-29', validTo: '2029-12-31' } });
  });
});

describe('the XML of an eGK', () => {
  const { cardNumber } = holders.egk;
  const xml = holderXml(holders.egk);
  const readXml = (text: string) =>
    readAs(createEgkCardWith(cardNumber, gzipSync(encodeText(text, 'iso-8859-15'))));

  it.each([
    ['is not closed', xml.replace('</Versicherter>', '')],
    [
      'declares entities',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml}`.replace('Jörg', '&e;'),
    ],
    ['uses an entity that is none', xml.replace('Jörg', '&who;')],
    ['has no number', xml.replace(/<Versicherten_ID>.*<\/Versicherten_ID>/, '')],
  ])('is refused when it %s', async (_, text) => {
    expect(await readXml(text)).toMatchObject({
      ok: false,
      failure: { code: 'card-record-malformed', file: 'EF.PD' },
    });
  });

  it('is refused when it grows beyond 16 KB, however small it is on the card', async () => {
    const padded = (size: number) => xml.replace('<Person>', `<Person>${' '.repeat(size)}`);
    const room = 16_384 - encodeText(xml, 'iso-8859-15').length;
    expect(await readXml(padded(room))).toMatchObject({ ok: true });
    expect(await readXml(padded(room + 1))).toMatchObject({ ok: false });
  });

  it('is not read while an update of the card has not come to its end', async () => {
    const card = altered(createEgkCard(holders.egk), (response) =>
      response.length === 27 ? concatBytes(Uint8Array.of(0x31), response.slice(1)) : response,
    );
    expect(await readAs(card)).toMatchObject({ failure: { file: 'EF.StatusVD' } });
  });
});
