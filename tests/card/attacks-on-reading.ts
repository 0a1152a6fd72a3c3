import { expect } from 'vitest';
import type { CardImage } from '#card/issue/card-image.ts';
import { issueCard } from '#card/issue/issue-card.ts';
import { encodeRecord } from '#card/profile/ledger-codec.ts';
import { noTables } from '#card/profile/ledger-record.ts';
import { generateP256Key } from '#card/profile/p256.ts';
import { readHistory } from '#card/read-member-card.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { Attack } from './attack.ts';
import {
  dispensing,
  issuer,
  issuerKey,
  knows,
  makeGuardedImage,
  makeTerminal,
  order,
  otherPharmacy,
  pharmacy,
} from './card-builders.ts';
import { openAt, sessionAt } from './session-opener.ts';

const image = makeGuardedImage({ history: [dispensing('2026-03-01', otherPharmacy)] });
const stranger = makeGuardedImage({
  cardNumber: '9760000000000025',
  history: [dispensing('2026-02-01', otherPharmacy)],
});

/** What a terminal sees by itself when it reads a card. */
export const attacksOnReading: readonly Attack[] = [
  {
    attack: 'A copy: everything that can be read, in a chip without the key',
    seenBy: 'the terminal',
    when: 'at the mutual authentication, before any of its history is believed',
    kept: 'the claim says "copy suspected"; nothing is appended',
    attempt: () => expectProof({ ...image, cardKey: generateP256Key() }, 'copy-suspected'),
  },
  {
    attack: 'The HEAD of another card of the same issuer',
    seenBy: 'the terminal',
    when: 'at the mutual authentication: its key is not the one that HEAD names',
    kept: 'the claim says "copy suspected"; nothing is appended',
    attempt: () => expectProof({ ...image, head: stranger.head }, 'copy-suspected'),
  },
  {
    attack: 'A HEAD that the issuer did not sign',
    seenBy: 'the terminal',
    when: 'at the second command; nothing more is asked of the card',
    kept: 'the claim says "forged"; nothing is appended',
    attempt() {
      const forger = { publicKey: issuer.publicKey, sign: pharmacy.sign };
      return expectProof(issueCard(order(), { issuer: forger }), 'forged', 2);
    },
  },
  {
    attack: 'A HEAD under an issuer key that was revoked',
    seenBy: 'the terminal',
    when: 'at the second command, once the trust list that revokes it is installed',
    kept: 'the claim says "issuer unknown"; nothing is appended',
    async attempt() {
      const issuerKeys = [{ ...issuerKey, revoked: true }];
      const { session } = await sessionAt(createVirtualCard(image), { issuerKeys });
      expect(session).toMatchObject({ identity: { proof: 'issuer-unknown' }, ledger: null });
    },
  },
  {
    attack: 'An answer to an earlier challenge, played again by the card',
    seenBy: 'the terminal',
    when: 'at the mutual authentication',
    kept: 'the claim says "copy suspected"; nothing is appended',
    async attempt() {
      const card = createVirtualCard(image);
      let first: Uint8Array | null = null;
      const replaying = answering(card, (response, command) => {
        if (command[1] !== 0x82) return response;
        first ??= response;
        return first;
      });
      expect((await sessionAt(replaying)).session.identity.proof).toBe('genuine');
      expect((await sessionAt(replaying)).session.identity.proof).toBe('copy-suspected');
    },
  },
  {
    attack: 'Another ledger in the place of the one that the card signs',
    seenBy: 'the terminal',
    when: 'at the newest record: the signature of the authentication does not hold over it',
    kept: 'the claim says "copy suspected"; nothing is appended',
    attempt() {
      const older = makeGuardedImage({ history: [dispensing('2026-01-01', otherPharmacy)] });
      const card = answering(createVirtualCard(image), (response) =>
        response.length === 242 ? Uint8Array.of(...(older.ledger[0] ?? []), 0x90, 0) : response,
      );
      return expectProofOf(card, 'copy-suspected');
    },
  },
  {
    attack: 'Records of another card, spliced into the ledger',
    seenBy: 'the terminal',
    when: 'at the record: its signature names the other card',
    kept: 'the records, in an audit event; whatever they would have allowed is referred',
    attempt: () => expectForged({ ...image, ledger: [...stranger.ledger] }),
  },
  {
    attack: 'A record taken out of the middle of the ledger',
    seenBy: 'the terminal',
    when: 'where both its neighbours are read: the later does not follow the earlier',
    kept: 'both records, in an audit event; whatever they would have allowed is referred',
    async attempt() {
      const three = makeGuardedImage({
        history: ['2026-02-01', '2026-02-15', '2026-03-01'].map((day) =>
          dispensing(day, otherPharmacy),
        ),
      });
      const ledger = three.ledger.filter((_, i) => i !== 1);
      const { channel, session } = await sessionAt(createVirtualCard({ ...three, ledger }));
      const history = await readHistory(channel, session.identity, {
        findTerminalKey: knows(pharmacy, otherPharmacy),
        maxRecords: 12,
      });
      expect(history).toMatchObject({ value: { trouble: 'forged', evidence: ledger } });
    },
  },
  {
    attack: 'A record in the name of a terminal that did not sign it',
    seenBy: 'the terminal',
    when: 'at the record',
    kept: 'the record, in an audit event; nothing is appended behind it',
    attempt() {
      const forging = { ...pharmacy, sign: otherPharmacy.sign };
      return expectForged(makeGuardedImage({ history: [dispensing('2026-03-01', forging)] }));
    },
  },
  {
    attack: 'Records of a terminal whose key was revoked, or is unknown here',
    seenBy: 'the terminal',
    when: 'at the record, once the list of keys says so',
    kept: 'the supplies count against the holder, and what they would have allowed is referred',
    async attempt() {
      const revoked = makeTerminal('P-300', { revoked: true });
      for (const findTerminalKey of [knows(revoked, pharmacy), knows(pharmacy)]) {
        const shown = makeGuardedImage({ history: [dispensing('2026-03-10', revoked)] });
        const { session } = await sessionAt(createVirtualCard(shown), { findTerminalKey });
        expect(session.history).toMatchObject({
          state: 'read',
          reading: { trouble: 'unverified', isVerified: false, supplies: [{ repeatCode: 9001 }] },
        });
      }
    },
  },
  {
    attack: 'A card that lies about how long its answer is',
    seenBy: 'the terminal',
    when: 'at that answer, and after 16 rounds at the latest',
    kept: 'a failure that names the step; nothing of the answer is used',
    async attempt() {
      const lies: readonly [(response: Uint8Array) => Uint8Array, string][] = [
        [() => Uint8Array.of(0x41, 0x61, 0x10), 'card-answer-malformed'],
        [() => Uint8Array.of(0x6c, 0x10), 'card-answer-malformed'],
        [(response) => response.slice(1), 'card-record-malformed'],
        [(response) => Uint8Array.of(0, ...response), 'card-record-malformed'],
        [() => Uint8Array.of(0x90), 'card-answer-malformed'],
      ];
      for (const [lie, code] of lies) {
        const card = answering(createVirtualCard(image), (response, command) =>
          command[1] === 0xa4 ? response : lie(response),
        );
        const { session } = await openAt(card);
        expect(session.ok ? null : session.failure.code).toBe(code);
        expect(card.traffic().apdus).toBeLessThan(20);
      }
    },
  },
  {
    attack: 'A ledger that is full of records torn by nobody',
    seenBy: 'the terminal',
    when: 'once all that the card shows was read',
    kept: 'what they would have allowed is referred: a card without one whole record tells of nothing',
    async attempt() {
      const torn = Array.from({ length: 96 }, () => new Uint8Array(240).fill(0xa5));
      const { session } = await sessionAt(createVirtualCard({ ...image, ledger: torn }));
      expect(session.history).toMatchObject({ reading: { trouble: 'torn', isComplete: false } });
    },
  },
  {
    attack: 'A pharmacy that signs a false table of supplies with its own key',
    seenBy: 'nobody here',
    when: 'never at a counter: the newest snapshot rests on one provider’s signature',
    kept: 'the record says whose it is; the centre compares it with the claims',
    async attempt() {
      const { ledger } = image;
      const bytes = encodeRecord(
        {
          ...{ type: 'dispense', seq: 1, at: dispensing('2026-03-01', pharmacy).at },
          ...{ terminalKeyId: otherPharmacy.keyId, terminalCounter: 2, lines: [] },
          ...{ prevHash: '0000000000000000', group: { index: 0, count: 1 } },
          ...{ headVersion: 1, medVersion: 1, fills: { seq: 0, lines: 0 }, tables: noTables },
        },
        order().cardNumber,
        otherPharmacy.sign,
      );
      expect(ledger).toHaveLength(1);
      const { session } = await sessionAt(createVirtualCard({ ...image, ledger: [bytes] }));
      expect(session.history).toMatchObject({
        reading: { trouble: 'none', supplies: [], entries: [{ providerId: 'P-200' }] },
      });
    },
  },
];

/** The card, its answers changed. */
export const answering = (
  card: VirtualCard,
  answer: (response: Uint8Array, command: Uint8Array) => Uint8Array,
): VirtualCard => ({
  ...card,
  transmit: (command) => answer(card.transmit(command), command),
});

const expectProof = (shown: CardImage, proof: string, apdus?: number): Promise<void> =>
  expectProofOf(createVirtualCard(shown), proof, apdus);

/** Nothing is to be written to it, and its MED and its history are not believed. */
async function expectProofOf(card: VirtualCard, proof: string, apdus?: number): Promise<void> {
  const { session } = await openAt(card);
  expect(session).toMatchObject({
    ok: true,
    value: { identity: { proof, ledgerHead: null }, med: { state: 'unknown' }, ledger: null },
  });
  if (apdus !== undefined) expect(card.traffic().apdus).toBe(apdus);
}

/** What is found so is kept whole, and nothing is appended to it. */
async function expectForged(shown: CardImage): Promise<void> {
  const { session } = await sessionAt(createVirtualCard(shown));
  expect(session.ledger).toBeNull();
  expect(session.history).toMatchObject({ state: 'read', reading: { trouble: 'forged' } });
  const { history } = session;
  const evidence = history.state === 'read' ? history.reading.evidence : [];
  expect(evidence).toEqual(shown.ledger);
}
