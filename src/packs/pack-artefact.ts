import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalText } from '#contracts/signed-bytes.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { isEd25519Signature } from './ed25519.ts';

/** A pack built from its source: one file, canonical JSON (RFC 8785); the same source gives the same bytes. */
export interface PackArtefact {
  readonly format: 1;
  readonly pack: RulePack;
  /** Hex SHA-256 of the pack's canonical JSON. */
  readonly sha256: string;
  /** Hex Ed25519 signature over "pack1" || the pack's canonical JSON. */
  readonly sig?: string;
}

export const buildArtefact = (pack: RulePack): PackArtefact => ({
  format: 1,
  pack,
  sha256: hashOf(pack),
});

/** `sign` returns the 64 bytes of the signature. */
export const signArtefact = (
  artefact: PackArtefact,
  sign: (bytes: Uint8Array) => Uint8Array,
): PackArtefact => ({ ...artefact, sig: toHex(sign(bytesToSign(artefact.pack))) });

/** The file's content. */
export const writeArtefact = (artefact: PackArtefact): string => `${canonicalText(artefact)}\n`;

/** Whether the artefact's hash, and with a raw Ed25519 key its signature, fits what it holds. */
export function judgeArtefact(
  { pack, sha256, sig }: z.output<typeof artefactSchema>,
  key: Uint8Array | null,
): 'sound' | 'altered' | 'not-signed-by-it' {
  if (hashOf(pack) !== sha256) return 'altered';
  if (key === null) return 'sound';
  const isSigned = sig !== undefined && isEd25519Signature(bytesToSign(pack), fromHex(sig), key);
  return isSigned ? 'sound' : 'not-signed-by-it';
}

export const artefactSchema = z.object({
  format: z.literal(1),
  pack: z.record(z.string(), z.unknown()),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sig: z
    .string()
    .regex(/^[0-9a-f]{128}$/)
    .optional(),
});

const hashOf = (pack: unknown): string =>
  createHash('sha256').update(canonicalText(pack)).digest('hex');

const bytesToSign = (pack: unknown): Uint8Array =>
  new TextEncoder().encode(`pack1${canonicalText(pack)}`);
