import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result } from '#domain/result.ts';
import { artefactSchema, judgeArtefact } from './pack-artefact.ts';
import { readPackSource } from './read-pack-source.ts';
import { parseRulePack } from './rule-pack-schema.ts';
import { verifyReference } from './signed-reference.ts';

/**
 * Opens a pack from a source folder, a compiled artefact, or a signed reference that contains it.
 * With a key (raw Ed25519, 32 bytes) only what is signed by it is opened.
 * Fails with `reference-malformed` or `reference-signature-wrong`.
 */
export function openPack(place: string, key: Uint8Array | null): Result<RulePack, Failure> {
  if (isFolder(place)) {
    return key === null
      ? readPackSource(place)
      : malformed(place, 'a folder is not signed: leave the key out');
  }
  const document = readDocument(place);
  if (!document.ok) return document;
  const artefact = artefactSchema.safeParse(document.value);
  if (artefact.success) return openArtefact(place, artefact.data, key);
  if (key === null) return parseRulePack(packIn(document.value));
  const verified = verifyReference(document.value, key);
  return verified.ok ? parseRulePack(verified.value.pack) : verified;
}

function openArtefact(
  place: string,
  artefact: z.output<typeof artefactSchema>,
  key: Uint8Array | null,
): Result<RulePack, Failure> {
  const judgement = judgeArtefact(artefact, key);
  if (judgement === 'sound') return parseRulePack(artefact.pack);
  return judgement === 'altered'
    ? malformed(place, 'its hash does not fit what it holds, it was altered: build it again')
    : failWith(failure('reference-signature-wrong', { file: basename(place) }));
}

/** The pack itself, or the one inside an envelope: `{ "pack" }`, `{ "reference": { "pack" }, "sig" }`. */
function packIn(document: unknown): unknown {
  const envelope = envelopeSchema.safeParse(document);
  if (!envelope.success) return document;
  return 'pack' in envelope.data ? envelope.data.pack : envelope.data.reference.pack;
}

const holdsPack = z.object({ pack: z.record(z.string(), z.unknown()) });
const envelopeSchema = z.union([holdsPack, z.object({ reference: holdsPack })]);

function readDocument(file: string): Result<unknown, Failure> {
  try {
    return { ok: true, value: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error;
    return malformed(
      file,
      isAbsent
        ? `it cannot be read (${String(error.code)}): name a folder or a file that exists`
        : 'it is not JSON: name a pack’s folder or its compiled file',
    );
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

const malformed = (file: string, why: string) =>
  failWith(failure('reference-malformed', { file: basename(file), where: '', why }));
