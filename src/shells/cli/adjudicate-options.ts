import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Language } from '#contracts/messages/language.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

export interface AdjudicateOptions {
  readonly pack: string;
  /** `-`: standard input. */
  readonly claim: string;
  /** Raw Ed25519 public key, 32 bytes; null: signatures are not asked for. */
  readonly key: Uint8Array | null;
  readonly isBatch: boolean;
  /** Prints the engine's decision alone. */
  readonly isBare: boolean;
  /** Leaves the engine's own decision out of what is printed. */
  readonly isBrief: boolean;
  /** Explains it: in words, or in a batch as JSON beside each decision. */
  readonly isExplained: boolean;
  readonly language: Language;
}

/** Reads the arguments of `adjudicate`; a wrong one is named. */
export function readAdjudicateOptions(args: readonly string[]): Result<AdjudicateOptions, Failure> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const options = optionsSchema.safeParse(parsed.value);
  if (options.success) return succeed(options.data);
  const [issue] = options.error.issues;
  return malformed(`--${String(issue?.path[0] ?? '')}`, issue?.message ?? '');
}

const optionsSchema = z
  .object({
    pack: z.string('a pack’s folder, or its compiled or signed file'),
    claim: z.string('a file with the claim, or - for standard input'),
    key: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'write 64 hex digits')
      .transform((hex): Uint8Array => Buffer.from(hex, 'hex'))
      .optional(),
    language: z.enum(['ar', 'en'], 'write ar or en').default('en'),
    batch: z.boolean().default(false),
    bare: z.boolean().default(false),
    brief: z.boolean().default(false),
    explain: z.boolean().default(false),
  })
  .refine(({ bare, brief, explain }) => !(bare && (brief || explain)), {
    path: ['bare'],
    message: 'leave it out, or leave --explain and --brief out',
  })
  .transform(
    ({ batch, bare, brief, explain, key, ...rest }): AdjudicateOptions => ({
      ...rest,
      key: key ?? null,
      isBatch: batch,
      isBare: bare,
      isBrief: brief,
      isExplained: explain,
    }),
  );

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        pack: text,
        claim: text,
        key: text,
        language: text,
        batch: flag,
        bare: flag,
        brief: flag,
        explain: flag,
      },
    });
    return succeed(values);
  } catch (error) {
    // Node says which option it was: `Unknown option '--x'`.
    return malformed('adjudicate', error instanceof Error ? error.message : String(error));
  }
}

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
