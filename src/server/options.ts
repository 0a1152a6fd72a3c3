import { parseArgs } from 'node:util';
import { z } from 'zod';
import { hexSchema } from '#contracts/schemas.ts';
import { fromHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { readRoles } from './database/roles.ts';
import { openAnchor } from './open-anchor.ts';
import type { ServerOptions } from './open-server.ts';

export interface ServeOptions extends Omit<ServerOptions, 'report'> {
  /** The provider for which a fresh enrolment code is told at the start. */
  readonly mintFor: string | null;
  /** End when the process that started this one ends. */
  readonly isTiedToParent: boolean;
}

/** How to start the server, as told by `--help`. */
export const usage = `medexa-central: the reference central server

  --folder DIR          its database and signing key (required)
  --reference FILE      signed reference data to publish (required)
  --reference-key HEX   raw Ed25519 key under which they are signed (required)
  --provider-anchor FILE  P-256 private key (PKCS #8, DER or PEM) that vouches for terminals before cards
  --issuer-key FILE     P-256 private key (the same) that signs cards: with it the issuer works on them through terminals
  --port N              0 takes any free port (default 0)
  --host ADDRESS        default 127.0.0.1
  --public-url URL      the address that terminals use, where a proxy stands before this one
  --mint-code PROVIDER  tells a fresh enrolment code for a provider
  --exit-with-parent    ends with the process that started it

  MEDEXA_ADMIN_TOKEN      opens the administrator's routes to its bearer
  MEDEXA_PROVIDER_ANCHOR  the same key as hex of its DER, where no file is named
  MEDEXA_ISSUER_KEY       the issuer's key as hex of its DER, where no file is named
  MEDEXA_ENROLMENT_CODES  "<32 hex digits>:<provider>[:ROLE+ROLE...],...": codes that hold for 24 hours from the
                          start; roles are what cards let the terminal do at most, of MED, LEDGER, DISPENSE, DOCTOR, SERVICE
`;

const flags = {
  folder: { type: 'string' },
  reference: { type: 'string' },
  'reference-key': { type: 'string' },
  'provider-anchor': { type: 'string' },
  'issuer-key': { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  'mint-code': { type: 'string' },
  'exit-with-parent': { type: 'boolean' },
} as const;

const role = '(MED|LEDGER|DISPENSE|DOCTOR|SERVICE)';
const entry = `[0-9a-f]{32}:[^:,]+(:${role}(\\+${role})*)?`;
const codesPattern = new RegExp(`^(${entry}(,${entry})*)?$`);

const derSchema = z
  .string()
  .regex(/^([0-9a-f]{2})+$/i)
  .nullable()
  .default(null);

const schema = z.object({
  folder: z.string().min(1),
  reference: z.string().min(1),
  'reference-key': hexSchema(32),
  'provider-anchor': z.string().min(1).nullable().default(null),
  'issuer-key': z.string().min(1).nullable().default(null),
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  host: z.string().default('127.0.0.1'),
  'public-url': z.url().nullable().default(null),
  'mint-code': z.string().nullable().default(null),
  'exit-with-parent': z.boolean().default(false),
  MEDEXA_ADMIN_TOKEN: z.string().min(16).nullable().default(null),
  MEDEXA_PROVIDER_ANCHOR: derSchema,
  MEDEXA_ISSUER_KEY: derSchema,
  MEDEXA_ENROLMENT_CODES: z.string().regex(codesPattern).default(''),
});

/** Reads flags and environment; fails with 'input-malformed' naming the option. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<ServeOptions, Failure> {
  const told = readFlags(args);
  if (!told.ok) return told;
  const { MEDEXA_ADMIN_TOKEN, MEDEXA_ENROLMENT_CODES } = env;
  const { MEDEXA_ISSUER_KEY, MEDEXA_PROVIDER_ANCHOR } = env;
  const parsed = schema.safeParse({
    ...told.value,
    ...{ MEDEXA_ADMIN_TOKEN, MEDEXA_ENROLMENT_CODES, MEDEXA_ISSUER_KEY, MEDEXA_PROVIDER_ANCHOR },
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return malformed(String(issue?.path[0] ?? ''), issue?.message ?? '');
  }
  const options = parsed.data;
  const providerAnchor = openAnchor('provider-anchor', {
    file: options['provider-anchor'],
    hex: options.MEDEXA_PROVIDER_ANCHOR,
  });
  if (!providerAnchor.ok) return providerAnchor;
  const issuer = openAnchor('issuer-key', {
    file: options['issuer-key'],
    hex: options.MEDEXA_ISSUER_KEY,
  });
  if (!issuer.ok) return issuer;
  return succeed({
    folder: options.folder,
    port: options.port,
    host: options.host,
    publicUrl: options['public-url']?.replace(/\/$/, '') ?? null,
    referenceFile: options.reference,
    referenceKey: fromHex(options['reference-key']),
    providerAnchor: providerAnchor.value,
    issuer: issuer.value,
    adminToken: options.MEDEXA_ADMIN_TOKEN,
    codes: readCodes(options.MEDEXA_ENROLMENT_CODES),
    mintFor: options['mint-code'],
    isTiedToParent: options['exit-with-parent'],
  });
}

function readFlags(args: readonly string[]): Result<object, Failure> {
  try {
    return succeed(parseArgs({ args: [...args], options: flags }).values);
  } catch (error) {
    return malformed('options', error instanceof Error ? error.message : '');
  }
}

const readCodes = (text: string): ServeOptions['codes'] =>
  text
    .split(',')
    .filter((each) => each !== '')
    .map((each) => {
      const [code = '', providerId = '', roles] = each.split(':');
      return { code, providerId, cardRoles: readRoles(roles ?? null) };
    });

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
