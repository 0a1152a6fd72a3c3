import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Reference } from '#contracts/reference.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { parseRulePack } from '#packs/rule-pack-schema.ts';
import { verifyReference } from '#packs/signed-reference.ts';
import type { Store } from '#store/open-store.ts';
import { findReferenceMeta, installReference, readPack } from '#store/reference.ts';
import type { Clock } from './agent.ts';
import type { ActiveReference } from './terminal.ts';

/**
 * Verifies a signed reference file and installs it; an equal version changes nothing.
 * Fails with `reference-malformed` (also where there is no such file), `-signature-wrong` or `-older`.
 */
export function installReferenceFile(
  store: Store,
  clock: Clock,
  file: string,
  key: Uint8Array,
): Result<null, Failure> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const verified = verifyReference(bytes.value, key);
  return verified.ok ? installVerified(store, clock, verified.value) : verified;
}

function readBytes(file: string): Result<Uint8Array, Failure> {
  try {
    return succeed(readFileSync(file));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return failWith(failure('reference-malformed', { file: basename(file), where: '', why }));
  }
}

/** Installs a reference whose signature was verified. */
function installVerified(store: Store, clock: Clock, reference: Reference): Result<null, Failure> {
  const installed = store.commit((db) => installReference(db, reference, clock.now()));
  if (!installed.ok) return installed;
  return installed.value.ok ? succeed(null) : installed.value;
}

/** The installed reference, parsed and laid out for deciding. */
export function loadReference(store: Store): Result<ActiveReference, Failure> {
  const meta = findReferenceMeta(store.reader);
  const stored = readPack(store.reader);
  if (meta === null || stored === null) return failWith(failure('reference-absent'));
  const rules = parseRulePack(stored);
  if (!rules.ok) return rules;
  return succeed({
    ...meta,
    rules: rules.value,
    pack: preparePack(rules.value),
    itemsByCardCode: new Map(rules.value.items.map((item) => [item.cardCode, item])),
  });
}
