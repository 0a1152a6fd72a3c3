import { expect } from 'vitest';
import { getChallenge } from '#card/apdu.ts';
import type { CardRole } from '#card/profile/cvc.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { calendarDate } from '#domain/dates.ts';
import type { Attack } from './attack.ts';
import {
  certificateFor,
  issuer,
  knows,
  makeGuardedImage,
  makeTerminal,
  otherPharmacy,
  pharmacy,
} from './card-builders.ts';
import { entered, image, recordFor, selected } from './guarded-card.ts';
import { sessionAt } from './session-opener.ts';
import { append, authenticate, bodyOf, enter, present, select } from './terminal-at-card.ts';

/** What the chip refuses to a terminal that means it ill. */
export const attacksOnChip: readonly Attack[] = [
  {
    attack: 'A terminal’s answer to an earlier challenge, played again',
    seenBy: 'the chip',
    when: 'at MUTUAL AUTHENTICATE: each challenge can be answered once',
    kept: 'nothing is opened; the status word is shown to the technician',
    attempt() {
      const card = selected();
      present(card, pharmacy.certificate);
      const challenge = bodyOf(card, getChallenge(16));
      expect(authenticate(card, pharmacy, { challenge })).toBe('9000');
      expect(authenticate(card, pharmacy, { challenge })).toBe('6985');
    },
  },
  {
    attack: 'A certificate that grants itself the issuer’s role under the provider’s anchor',
    seenBy: 'the chip',
    when: 'at the certificate',
    kept: 'nothing is opened',
    attempt() {
      const roles: CardRole[] = ['ISSUER'];
      expect(present(selected(), certificateFor(pharmacy.publicKey, { roles }))).toBe('6982');
    },
  },
  {
    attack: 'A certificate with lesser roles, to write what they do not cover',
    seenBy: 'the chip',
    when: 'at the append: the type of the record must fit the role',
    kept: 'the card holds what it held',
    attempt() {
      const card = entered({ roles: ['MED', 'LEDGER'] });
      expect(append(card, recordFor(card))).toBe('6982');
      expect(card.image().ledger).toEqual(image.ledger);
    },
  },
  {
    attack: 'A certificate that was changed, or is signed by a strange anchor',
    seenBy: 'the chip',
    when: 'at the certificate',
    kept: 'nothing is opened',
    attempt() {
      const changed = pharmacy.certificate.map((byte, i) => (i === 60 ? byte ^ 1 : byte));
      expect(present(selected(), changed)).toBe('6300');
      const strange = certificateFor(pharmacy.publicKey, {}, makeTerminal('P-900'));
      expect(present(selected(), strange)).toBe('6a88');
    },
  },
  {
    attack: 'A certificate that has run out, at a card that saw a later day',
    seenBy: 'the chip',
    when: 'at the certificate; the newest day survives a reset',
    kept: 'nothing is opened',
    attempt() {
      const card = createVirtualCard({ ...image, newestDay: calendarDate('2026-01-01') });
      select(card);
      expect(present(card, expired)).toBe('6985');
      card.reset();
      select(card);
      expect(present(card, expired)).toBe('6985');
    },
  },
  {
    attack: 'A certificate that has run out, at a card that saw no later day',
    seenBy: 'another terminal',
    when: 'at its records, where the list of keys says that the key had ended by the day that they state',
    kept: 'the card has no clock and takes them; what they would have allowed is referred',
    async attempt() {
      const card = createVirtualCard({ ...image, newestDay: null });
      expect(enter(card, pharmacy, expired)).toBe('9000');
      expect(append(card, recordFor(card))).toBe('9000');
      const ended = { ...pharmacy, key: { ...pharmacy.key, to: calendarDate('2025-12-31') } };
      const findTerminalKey = knows(ended, otherPharmacy);
      const { session } = await sessionAt(card, { terminal: otherPharmacy, findTerminalKey });
      expect(session.history).toMatchObject({ reading: { trouble: 'unverified' } });
    },
  },
  {
    attack: 'A record of another card, or of another terminal, to be appended',
    seenBy: 'the chip',
    when: 'at the append: the signature must be this terminal’s, over this card’s number',
    kept: 'the card holds what it held',
    attempt() {
      const card = entered();
      const ofOther = recordFor(card, {}, { number: '9760000000000025' });
      expect(append(card, ofOther)).toBe('6982');
      expect(append(card, recordFor(card, {}, { writer: otherPharmacy }))).toBe('6982');
      expect(card.image().ledger).toEqual(image.ledger);
    },
  },
  {
    attack: 'A record that forks the ledger: an old number, or another record before it',
    seenBy: 'the chip',
    when: 'at the append: number and hash must follow its newest record',
    kept: 'the card holds what it held',
    attempt() {
      const card = entered();
      expect(append(card, recordFor(card, { seq: 1 }))).toBe('6a80');
      expect(append(card, recordFor(card, { prevHash: '0011223344556677' }))).toBe('6a80');
      expect(card.image().ledger).toEqual(image.ledger);
    },
  },
  {
    attack: 'An older HEAD of the same card, to be appended',
    seenBy: 'the chip',
    when: 'at the append: its version must grow',
    kept: 'the card holds what it held',
    attempt() {
      const card = createVirtualCard(makeGuardedImage({ headVersion: 2 }));
      select(card);
      const roles: CardRole[] = ['ISSUER'];
      const writer = { publicKey: issuer.publicKey, sign: issuer.sign };
      expect(present(card, certificateFor(issuer.publicKey, { roles }, issuer))).toBe('9000');
      expect(authenticate(card, writer)).toBe('9000');
      const older = card.image().head[0] ?? new Uint8Array(0);
      expect(append(card, older, 'HEAD')).toBe('6a80');
    },
  },
  {
    attack: 'Junk appends, to flush the history out of the card',
    seenBy: 'another terminal',
    when: 'at its records: three a session, each signed by the terminal that wrote it',
    kept: 'the junk names its writer; what was flushed out is told by the claims at the centre alone',
    async attempt() {
      const card = createVirtualCard({ ...image, ledgerCapacity: 3 });
      for (let session = 0; session < 2; session += 1) {
        card.reset();
        expect(enter(card, pharmacy)).toBe('9000');
        const words = [2, 3, 4, 5].map((seq) =>
          append(card, recordFor(card, { seq: seq + session * 3 })),
        );
        expect(words).toEqual(['9000', '9000', '9000', '6985']);
      }
      const { session } = await sessionAt(card, { terminal: otherPharmacy });
      expect(session.records.length).toBeGreaterThan(0);
      expect(session.history).toMatchObject({ reading: { entries: [{ providerId: 'P-100' }] } });
    },
  },
];

const expired = certificateFor(pharmacy.publicKey, {
  validity: { from: calendarDate('2025-01-01'), to: calendarDate('2025-12-31') },
  issuedOn: calendarDate('2025-01-01'),
});
