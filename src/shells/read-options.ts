import { z } from 'zod';
import type { AgentOptions, ReferenceOption, ServerOption } from '#agent/agent.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

/** The terminal's settings, as the environment names them. */
const settingsSchema = z.object({
  MEDEXA_FOLDER: z.string().min(1),
  /** Absent: a demonstration with an embedded server. `none`: works alone. */
  MEDEXA_SERVER_URL: z.union([z.literal('none'), z.url({ protocol: /^https?$/ })]).optional(),
  MEDEXA_ENROLMENT_CODE: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'expected 32 hex digits')
    .optional(),
  /** The insurer's signed reference file; absent: the demo insurer. */
  MEDEXA_REFERENCE: z.string().min(1).optional(),
  MEDEXA_REFERENCE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits')
    .optional(),
  MEDEXA_PROVIDER: z.string().min(1).optional(),
});
type Settings = z.output<typeof settingsSchema>;

type WindowOptions = Omit<AgentOptions, 'keyWrap'>;

/** Reads the settings that every shell with a window shares; a wrong one is named. */
export function readOptions(environment: NodeJS.ProcessEnv): Result<WindowOptions, Failure> {
  const parsed = settingsSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return malformed(String(issue?.path[0] ?? ''), issue?.message ?? '');
  }
  const reference = readReference(parsed.data);
  if (!reference.ok) return reference;
  return succeed({
    folder: parsed.data.MEDEXA_FOLDER,
    server: readServer(parsed.data),
    reference: reference.value,
    cardService: null,
  });
}

function readServer(settings: Settings): ServerOption {
  const { MEDEXA_SERVER_URL: url, MEDEXA_ENROLMENT_CODE: code } = settings;
  if (url === 'none') return { kind: 'none' };
  if (url !== undefined) return { kind: 'remote', url, enrolmentCode: code ?? null };
  return settings.MEDEXA_REFERENCE === undefined ? { kind: 'embedded' } : { kind: 'none' };
}

function readReference(settings: Settings): Result<ReferenceOption, Failure> {
  const {
    MEDEXA_REFERENCE: path,
    MEDEXA_REFERENCE_KEY: key,
    MEDEXA_PROVIDER: providerId,
  } = settings;
  if (path === undefined) return succeed({ kind: 'demo' });
  if (key === undefined) return malformed('MEDEXA_REFERENCE_KEY', 'needed with MEDEXA_REFERENCE');
  if (providerId === undefined) return malformed('MEDEXA_PROVIDER', 'needed with MEDEXA_REFERENCE');
  return succeed({ kind: 'file', path, key: Buffer.from(key, 'hex'), providerId });
}

const withoutEmpty = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
