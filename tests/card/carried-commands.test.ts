import { describe, expect, it } from 'vitest';
import {
  appendTo,
  askPin,
  changePin,
  getChallenge,
  internalAuthenticate,
  mutualAuthenticate,
  readRecord,
  resetPin,
  selectApplication,
  verifyCertificate,
  verifyPin,
} from '#card/apdu.ts';
import { type IssuerWork, mayCarry } from '#card/carried-commands.ts';
import { applicationId } from '#card/profile/layout.ts';

const bytes = (size: number) => new Uint8Array(size);
const all: readonly IssuerWork[] = ['renew-head', 'unblock-pin', 'checkpoint'];
const none: readonly IssuerWork[] = [];

describe('a command that is carried to a card for the issuer', () => {
  it.each<[string, Uint8Array, readonly IssuerWork[]]>([
    ['SELECT of MC-1', selectApplication(applicationId), all],
    ['SELECT of anything else', selectApplication(bytes(8)), none],
    ['SELECT of the photo', Uint8Array.of(0, 0xa4, 2, 0x0c, 2, 1, 4), none],
    ['READ HEAD', readRecord(1, 1), all],
    ['READ MED', readRecord(2, 1), none],
    ['READ LEDGER', readRecord(3, 1), ['checkpoint']],
    ['READ BINARY', Uint8Array.of(0, 0xb0, 0x84, 0, 0), none],
    ['INTERNAL AUTHENTICATE', internalAuthenticate(bytes(16)), all],
    ['the certificate', verifyCertificate(bytes(220)), all],
    ['GET CHALLENGE', getChallenge(16), all],
    ['MUTUAL AUTHENTICATE', mutualAuthenticate(bytes(16), bytes(64)), all],
    ['APPEND HEAD', appendTo(1, bytes(252)), ['renew-head']],
    ['APPEND MED', appendTo(2, bytes(252)), none],
    ['APPEND LEDGER', appendTo(3, bytes(240)), ['checkpoint']],
    ['VERIFY', verifyPin(bytes(8)), none],
    ['VERIFY without a PIN', askPin, none],
    ['CHANGE PIN', changePin(bytes(8), bytes(8)), none],
    ['RESET PIN', resetPin(bytes(8)), none],
    ['a command of another class', Uint8Array.of(0x80, 0xa4, 4, 0), none],
    ['a command without a header', Uint8Array.of(0), none],
  ])('%s goes where the work needs it', (_name, command, works) => {
    expect(all.filter((work) => mayCarry(work, command))).toEqual(works);
  });
});
