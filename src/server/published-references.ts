import { readFileSync } from 'node:fs';
import type { Reference } from '#contracts/reference.ts';
import type { HotlistEntry } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import type { Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Membership } from '#domain/people.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { parseRulePack } from '#packs/rule-pack-schema.ts';
import { verifyReference } from '#packs/signed-reference.ts';
import { addReference, listReferences } from './database/references.ts';
import type { Database } from './database/tables.ts';

/** One publication, laid out for deciding. */
export interface ServerReference {
  readonly manifestVersion: number;
  readonly publishedAt: Instant;
  readonly pack: CompiledPack;
  /** What was published of a member; null when nothing was. */
  membership(memberNumber: string): Membership | null;
  /** Member numbers of the family, the member's own included; null where the publication does not tell families apart. */
  familyOf(memberNumber: string): readonly string[] | null;
  hotlistEntry(cardNumber: string): HotlistEntry | null;
  /** The member's places in programmes and listed collectors; left out where nothing was said of them. */
  course(memberNumber: string): Pick<Reference['members'][number], 'enrolments' | 'collectors'>;
  /** Batches that are called back; null where the publication does not say. */
  readonly recalls: Reference['recalls'] | null;
  /** Keys of terminals that sign on cards, beside those that enrolled here. */
  readonly terminalKeys: Reference['terminalKeys'];
}

/** Every publication of this server: terminals decide on the one that they had. */
export interface PublishedReferences {
  readonly current: ServerReference;
  find(manifestVersion: number): ServerReference | null;
}

/**
 * Verifies the signed reference file, keeps it beside the earlier ones and lays all of them out.
 * Fails with 'reference-absent' (no file), 'reference-older' and what verification and parsing say.
 */
export async function publishReference(
  db: Database,
  file: string,
  referenceKey: Uint8Array,
): Promise<Result<PublishedReferences, Failure>> {
  const content = readText(file);
  if (content === null) return failWith(failure('reference-absent'));
  const offered = layOut(content, referenceKey);
  if (!offered.ok) return offered;
  const known = await listReferences(db);
  const latest = known.at(-1)?.manifestVersion ?? 0;
  const { manifestVersion } = offered.value;
  if (manifestVersion < latest) {
    return failWith(failure('reference-older', { have: latest, offered: manifestVersion }));
  }
  if (manifestVersion > latest) await addReference(db, { manifestVersion, content });
  return withEarlier(offered.value, known, referenceKey);
}

/** Earlier publications are laid out when a claim first asks for them. */
function withEarlier(
  current: ServerReference,
  known: readonly { readonly manifestVersion: number; readonly content: string }[],
  referenceKey: Uint8Array,
): Result<PublishedReferences, Failure> {
  const laidOut = new Map<number, ServerReference | null>([[current.manifestVersion, current]]);
  const find = (manifestVersion: number): ServerReference | null => {
    const found = laidOut.get(manifestVersion);
    if (found !== undefined) return found;
    const stored = known.find((reference) => reference.manifestVersion === manifestVersion);
    if (stored === undefined) return null;
    const reference = layOut(stored.content, referenceKey);
    laidOut.set(manifestVersion, reference.ok ? reference.value : null);
    return reference.ok ? reference.value : null;
  };
  return succeed({ current, find });
}

function layOut(content: string, referenceKey: Uint8Array): Result<ServerReference, Failure> {
  const verified = verifyReference(content, referenceKey);
  if (!verified.ok) return verified;
  const rules = parseRulePack(verified.value.pack);
  if (!rules.ok) return rules;
  return succeed(indexed(verified.value, preparePack(rules.value)));
}

function indexed(reference: Reference, pack: CompiledPack): ServerReference {
  const members = new Map(
    reference.members.map(({ person, membership }) => [person.memberNumber, membership]),
  );
  const courses = new Map(reference.members.map((one) => [one.person.memberNumber, one]));
  const families = Map.groupBy(reference.members, ({ membership }) => membership.familyId);
  const blocked = new Map(reference.hotlist.map((entry) => [entry.cardNumber, entry]));
  return {
    manifestVersion: reference.manifestVersion,
    publishedAt: reference.publishedAt,
    pack,
    membership: (memberNumber) => members.get(memberNumber) ?? null,
    familyOf(memberNumber) {
      const familyId = members.get(memberNumber)?.familyId;
      if (familyId === undefined) return null;
      return families.get(familyId)?.map(({ person }) => person.memberNumber) ?? null;
    },
    hotlistEntry: (cardNumber) => blocked.get(cardNumber) ?? null,
    course: (memberNumber) => courses.get(memberNumber) ?? {},
    recalls: reference.recalls ?? null,
    terminalKeys: reference.terminalKeys,
  };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
