import { z } from 'zod';
import {
  enrolmentSchema,
  hotlistEntrySchema,
  type IssuerKey,
  issuerKeySchema,
  listedCollectorSchema,
  membershipSchema,
  personSchema,
  type Reference,
  recallSchema,
  type TerminalKey,
  terminalKeySchema,
} from '#contracts/reference.ts';
import { instantSchema } from '#contracts/schemas.ts';
import type { HotlistEntry } from '#domain/adjudication/input.ts';
import type { Recall } from '#domain/claims.ts';
import type { Instant } from '#domain/dates.ts';
import type { Enrolment } from '#domain/enrolments.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { OtherCardKind } from '#domain/other-cards.ts';
import type { ListedCollector, Membership, Person } from '#domain/people.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { indexCatalogue, type SearchablePack, searchablePackSchema } from './catalogue-index.ts';
import type { Reader, Writer } from './connection.ts';

/**
 * Replaces the reference by a verified one, all of it or nothing. An equal version changes nothing;
 * an older one is refused ('reference-older'), as is one that contradicts itself ('reference-malformed').
 */
export function installReference(
  db: Writer,
  reference: Reference,
  installedAt: Instant,
): Result<null, Failure> {
  const have = findReferenceMeta(db)?.manifestVersion ?? 0;
  const offered = reference.manifestVersion;
  if (offered < have) return failWith(failure('reference-older', { have, offered }));
  if (offered === have) return succeed(null);
  const pack = readSearchable(reference);
  if (!pack.ok) return pack;
  const repeated = findRepeated(reference);
  if (repeated !== null)
    return failWith(malformed(repeated.list, `${repeated.key} stands there twice`));
  db.atomically(() => {
    replaceRows(db, reference);
    writeMeta(db, reference, installedAt);
    indexCatalogue(db, pack.value);
  });
  return succeed(null);
}

export function findReferenceMeta(
  db: Reader,
): { readonly manifestVersion: number; readonly publishedAt: Instant } | null {
  const row = db.one(
    'SELECT manifest_version AS manifestVersion, published_at AS publishedAt FROM reference',
  );
  return row === null ? null : metaSchema.parse(row);
}

/** The rule pack as it was published, to be parsed by its owner; null before the first installation. */
export function readPack(db: Reader): unknown {
  const row = db.one('SELECT pack AS content FROM reference');
  return row === null ? null : contentOf(row);
}

/** What was published of a member; programmes and collectors are left out where nothing was said of them. */
export interface PublishedMember {
  readonly person: Person;
  readonly membership: Membership;
  readonly enrolments?: readonly Enrolment[];
  readonly collectors?: readonly ListedCollector[];
}

export function findMember(db: Reader, memberNumber: string): PublishedMember | null {
  const row = db.one('SELECT content FROM members WHERE member_number = :memberNumber', {
    memberNumber,
  });
  return row === null ? null : memberSchema.parse(contentOf(row));
}

/** The member whom another scheme's health card names by that number. */
export function findMemberOfOtherCard(
  db: Reader,
  kind: OtherCardKind,
  number: string,
): { readonly person: Person; readonly membership: Membership } | null {
  const row = db.one('SELECT content FROM other_cards WHERE number = :number', {
    number: otherCardKey(kind, number),
  });
  return row === null ? null : findMember(db, z.string().parse(contentOf(row)));
}

/** Schemes number their members alike. */
const otherCardKey = (kind: OtherCardKind, number: string): string => `${kind} ${number}`;

/** The batches that are called back; null where the reference does not say. */
export function listRecalls(db: Reader): readonly Recall[] | null {
  const row = db.one('SELECT content FROM recalls');
  return row === null ? null : z.array(recallSchema).parse(contentOf(row));
}

export function findHotlistEntry(db: Reader, cardNumber: string): HotlistEntry | null {
  const row = db.one('SELECT content FROM hotlist WHERE card_number = :cardNumber', { cardNumber });
  return row === null ? null : hotlistEntrySchema.parse(contentOf(row));
}

/**
 * The key under which a provider's terminal signs ledger records; `keyId` in hex. What the insurer published of
 * it goes before what the server told; revoked by either, it is revoked.
 */
export function findTerminalKey(db: Reader, keyId: string): TerminalKey | null {
  const [published, synced] = ['terminal_keys', 'synced_terminal_keys'].map((table) => {
    const row = db.one(`SELECT content FROM ${table} WHERE key_id = :keyId`, { keyId });
    return row === null ? null : terminalKeySchema.parse(contentOf(row));
  });
  const key = published ?? synced ?? null;
  if (key === null) return null;
  return { ...key, revoked: key.revoked || synced?.revoked === true };
}

export const listIssuerKeys = (db: Reader): IssuerKey[] =>
  db
    .all('SELECT content FROM issuer_keys ORDER BY key_id')
    .map((row) => issuerKeySchema.parse(contentOf(row)));

/** The tables that hold one JSON row for each element of a published list. */
const lists = [
  {
    table: 'members',
    key: 'member_number',
    rows: ({ members }: Reference) =>
      members.map((member) => ({ key: member.person.memberNumber, content: member as unknown })),
  },
  {
    table: 'other_cards',
    key: 'number',
    rows: ({ members }: Reference) =>
      members.flatMap(({ otherCards, person }) =>
        (otherCards ?? []).map(({ kind, number }) => ({
          key: otherCardKey(kind, number),
          content: person.memberNumber as unknown,
        })),
      ),
  },
  {
    table: 'recalls',
    key: 'list',
    rows: ({ recalls }: Reference) =>
      recalls === undefined ? [] : [{ key: 'all', content: recalls as unknown }],
  },
  {
    table: 'hotlist',
    key: 'card_number',
    rows: ({ hotlist }: Reference) =>
      hotlist.map((entry) => ({ key: entry.cardNumber, content: entry as unknown })),
  },
  {
    table: 'terminal_keys',
    key: 'key_id',
    rows: ({ terminalKeys }: Reference) =>
      terminalKeys.map((key) => ({ key: key.keyId, content: key as unknown })),
  },
  {
    table: 'issuer_keys',
    key: 'key_id',
    rows: ({ issuerKeys }: Reference) =>
      issuerKeys.map((key) => ({ key: key.keyId, content: key as unknown })),
  },
] as const;

function replaceRows(db: Writer, reference: Reference): void {
  for (const { table, key, rows } of lists) {
    db.run(`DELETE FROM ${table}`);
    const insert = `INSERT INTO ${table} (${key}, content) VALUES (:key, :content)`;
    for (const row of rows(reference)) {
      db.run(insert, { key: row.key, content: JSON.stringify(row.content) });
    }
  }
}

function writeMeta(db: Writer, reference: Reference, installedAt: Instant): void {
  db.run(
    `INSERT OR REPLACE INTO reference (only, manifest_version, published_at, installed_at, pack)
     VALUES (1, :manifestVersion, :publishedAt, :installedAt, :pack)`,
    {
      manifestVersion: reference.manifestVersion,
      publishedAt: reference.publishedAt,
      installedAt,
      pack: JSON.stringify(reference.pack),
    },
  );
}

function readSearchable({ pack }: Reference): Result<SearchablePack, Failure> {
  const read = searchablePackSchema.safeParse(pack);
  if (read.success) return succeed(read.data);
  const issue = read.error.issues[0];
  return failWith(malformed(`pack.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'unreadable'));
}

function findRepeated(reference: Reference): { list: string; key: string } | null {
  for (const { table, rows } of lists) {
    const seen = new Set<string>();
    for (const { key } of rows(reference)) {
      if (seen.has(key)) return { list: table, key };
      seen.add(key);
    }
  }
  return null;
}

const malformed = (where: string, why: string): Failure =>
  failure('reference-malformed', { file: 'reference', where, why });

const metaSchema = z.object({ manifestVersion: z.number(), publishedAt: instantSchema });
const memberSchema: z.ZodType<PublishedMember> = z.object({
  person: personSchema,
  membership: membershipSchema,
  enrolments: z.array(enrolmentSchema).exactOptional(),
  collectors: z.array(listedCollectorSchema).exactOptional(),
});
const rowSchema = z.object({ content: z.string() });

const contentOf = (row: unknown): unknown => JSON.parse(rowSchema.parse(row).content);
