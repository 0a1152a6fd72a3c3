import { randomBytes } from 'node:crypto';
import {
  type Certificate,
  certificateSize,
  findCertificate,
  isCertificateSignedBy,
} from '../profile/cvc.ts';
import { bytesToProve, encodeHeadProof } from '../profile/head-proof.ts';
import { challengeSize, signatureSize } from '../profile/layout.ts';
import { bytesForCard, bytesForTerminal } from '../profile/mutual-proof.ts';
import { isSignedBy, terminalKeyIdOf } from '../profile/p256.ts';
import { statusWords } from '../status-words.ts';
import { answer, type Chip, findCardNumber, provenHead, word } from './chip.ts';
import type { Command } from './command.ts';

/** Signs the challenge and the head of the ledger with the card's key. */
export function internalAuthenticate(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0 || p2 !== 0) return word(statusWords.wrongParameters);
  if (body?.length !== challengeSize || wanted === null) return word(statusWords.wrongLength);
  const head = provenHead(chip);
  const signature = chip.signer.sign(bytesToProve(body, head));
  return answer(encodeHeadProof({ head, signature }), wanted);
}

/** Takes a terminal's certificate; whoever was authenticated before is no longer. */
export function verifyCertificate(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0x00 || p2 !== 0xbe) return word(statusWords.wrongParameters);
  if (body?.length !== certificateSize || wanted !== null) return word(statusWords.wrongLength);
  chip.volatile = { ...chip.volatile, certificate: null, terminal: null };
  const certificate = findCertificate(body);
  if (certificate === null) return word(statusWords.wrongData);
  const refusal = refuseCertificate(chip, certificate, body);
  if (refusal !== null) return word(refusal);
  const { newestDay } = chip.image;
  // The card has no clock: what an anchor signed on some day proves that this day has come.
  if (newestDay === null || certificate.issuedOn > newestDay) {
    chip.image = { ...chip.image, newestDay: certificate.issuedOn };
  }
  chip.volatile = { ...chip.volatile, certificate };
  return word(statusWords.done);
}

/** A challenge that can be answered once. */
export function getChallenge(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0 || p2 !== 0) return word(statusWords.wrongParameters);
  if (body !== null || wanted !== challengeSize) return word(statusWords.wrongLength);
  const challenge = new Uint8Array(randomBytes(challengeSize));
  chip.volatile = { ...chip.volatile, challenge };
  return answer(challenge, wanted);
}

/** Verifies the terminal's signature and answers with the card's own. */
export function mutualAuthenticate(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (p1 !== 0 || p2 !== 0) return word(statusWords.wrongParameters);
  if (body?.length !== challengeSize + signatureSize || wanted === null) {
    return word(statusWords.wrongLength);
  }
  const { certificate, challenge } = chip.volatile;
  const cardNumber = findCardNumber(chip);
  // Right or wrong, an answer uses the challenge up.
  chip.volatile = { ...chip.volatile, challenge: null, terminal: null };
  if (certificate === null || challenge === null || cardNumber === null) {
    return word(statusWords.conditionsNotSatisfied);
  }
  const challenges = { terminal: body.slice(0, challengeSize), card: challenge, cardNumber };
  const signature = body.subarray(challengeSize);
  if (!isSignedBy(certificate.publicKey, bytesForTerminal(challenges), signature)) {
    return word(statusWords.verificationFailed);
  }
  chip.volatile = { ...chip.volatile, terminal: certificate };
  return answer(chip.signer.sign(bytesForCard(challenges, provenHead(chip))), wanted);
}

/** Why a certificate is not taken; null when it is. */
function refuseCertificate(
  { image }: Chip,
  certificate: Certificate,
  bytes: Uint8Array,
): number | null {
  const { anchors, newestDay } = image;
  if (anchors === null) return statusWords.referenceNotFound;
  const isUnder = (anchor: Uint8Array) => terminalKeyIdOf(anchor) === certificate.anchorKeyId;
  const byIssuer = isUnder(anchors.issuer);
  if (!byIssuer && !isUnder(anchors.provider)) return statusWords.referenceNotFound;
  const anchor = byIssuer ? anchors.issuer : anchors.provider;
  if (!isCertificateSignedBy(bytes, anchor)) return statusWords.verificationFailed;
  if (certificate.roles.includes('ISSUER') && !byIssuer) return statusWords.notPermitted;
  const isExpired = newestDay !== null && certificate.validity.to < newestDay;
  return isExpired ? statusWords.conditionsNotSatisfied : null;
}
