import { readFileSync } from 'node:fs';
import { canonicalText } from '#contracts/signed-bytes.ts';
import { toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { checkPack } from '#packs/check/check-pack.ts';
import { completeReference } from '#packs/complete-reference.ts';
import { type Ed25519Signer, openEd25519Signer } from '#packs/ed25519.ts';
import { buildArtefact, signArtefact, writeArtefact } from '#packs/pack-artefact.ts';
import { signReference } from '#packs/signed-reference.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { exits, refuse, sayProblem, sayProblems } from './pack-words.ts';
import { readArguments } from './read-arguments.ts';
import { writeOutput } from './write-output.ts';

/**
 * Signs a pack's source folder as the insurer: the pack alone, or with `--reference` the whole reference data
 * that terminals take. One that is not fit, or whose golden claims fail, is refused.
 */
export const packSignCommand: Command = async (args) => {
  const options = readArguments('pack sign', args, {
    places: ['the pack’s folder'],
    values: {
      key: 'a file with the Ed25519 private key, PEM',
      out: 'the file to write the signed pack to',
      'reference?': 'a file with members, blocked cards and keys',
    },
  });
  if (!options.ok) return refuse(sayRefusal(options.failure), exits.misused);
  const { places, value, optional } = options.value;
  const signer = readSigner(value('key'));
  if (!signer.ok) return refuse(sayRefusal(signer.failure), exits.misused);
  const check = checkPack(places[0] ?? '');
  if (check.pack === null || check.problems.length > 0)
    return refuse(sayProblems(check), exits.unfit);

  const rest = optional('reference');
  const reference = rest === null ? null : completeReference(rest, check.pack);
  if (reference !== null && !reference.ok)
    return refuse(reference.failure.map(sayProblem).join('\n'), exits.unfit);
  const content =
    reference === null
      ? writeArtefact(signArtefact(buildArtefact(check.pack), signer.value.sign))
      : `${canonicalText(signReference(reference.value, signer.value.sign))}\n`;
  const written = writeOutput(value('out'), content);
  if (!written.ok) return refuse(sayRefusal(written.failure), exits.misused);
  const what = reference === null ? 'The signed pack' : 'The signed reference data';
  process.stdout.write(
    `${what} is in ${value('out')}\nIts public key is ${toHex(signer.value.publicKey)}\n`,
  );
  return exits.done;
};

function readSigner(file: string): Result<Ed25519Signer, Failure> {
  try {
    const signer = openEd25519Signer(readFileSync(file, 'utf8'));
    return signer === null ? malformed(file, 'an Ed25519 private key in PEM') : succeed(signer);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return malformed(file, String(error.code));
  }
}

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
