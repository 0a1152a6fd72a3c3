import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { writeWhole } from '#packs/write-whole.ts';

/** Writes a command's output file, whole or not at all; where it cannot be written it is named. */
export function writeOutput(file: string, content: string): Result<null, Failure> {
  try {
    writeWhole(file, content);
    return succeed(null);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return failWith(failure('input-malformed', { where: file, why: String(error.code) }));
  }
}
