import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { CalendarDate } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import type { Store } from '#store/open-store.ts';
import { findSetting, recordSetting } from '#store/settings.ts';
import type { AgentOptions } from './agent.ts';
import { prepareDemo } from './demo.ts';

/** Whose reference data this terminal works on, and at which provider it stands. */
export interface ReferenceSource {
  /** The demo insurer, or null outside a demonstration. */
  readonly insurer: DemoInsurer | null;
  readonly file: string;
  /** Raw Ed25519 key under which the file is signed, 32 bytes. */
  readonly key: Uint8Array;
  readonly providerId: string;
  /** Private key with which an embedded server vouches for terminals, PKCS #8 DER; only a demonstration has it. */
  readonly providerAnchor: Uint8Array | null;
  /** Private key with which an embedded server signs cards, PKCS #8 DER; only a demonstration has it. */
  readonly issuerKey: Uint8Array | null;
}

/** The reference file that the options name, or today's demo insurer written to the folder. */
export function chooseSource(options: AgentOptions, today: CalendarDate): ReferenceSource {
  const { reference } = options;
  if (reference.kind === 'file') {
    const { path, key, providerId } = reference;
    return { insurer: null, file: path, key, providerId, providerAnchor: null, issuerKey: null };
  }
  const { insurer, file } = prepareDemo(join(options.folder, 'demo'), today, reference.insurer);
  return {
    ...{ insurer, file },
    key: insurer.referenceKey,
    providerId: reference.providerId ?? insurer.defaultProviderId,
    providerAnchor: insurer.providerAnchor.pkcs8,
    issuerKey: insurer.issuer.pkcs8,
  };
}

/**
 * The one-time code of the embedded server, the same at every start: should the answer to an enrolment
 * be lost with the power, the same request gets the same grant.
 */
export function embeddedEnrolmentCode(store: Store): Result<string, Failure> {
  const found = codeSchema.safeParse(findSetting(store.reader, settingName));
  if (found.success) return succeed(found.data);
  const code = randomBytes(16).toString('hex');
  const kept = store.commit((db) => recordSetting(db, settingName, code));
  return kept.ok ? succeed(code) : kept;
}

const settingName = 'embedded-enrolment-code';
const codeSchema = z.string().regex(/^[0-9a-f]{32}$/);
