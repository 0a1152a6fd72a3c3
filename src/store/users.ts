import { z } from 'zod';
import { instantSchema } from '#contracts/schemas.ts';
import type { Instant } from '#domain/dates.ts';
import type { Role } from '#domain/roles.ts';
import type { Reader, Writer } from './connection.ts';
import { countTriesLeft, type LockOut, noFailures, planLockOut } from './lock-out.ts';

export interface NewUser {
  readonly userId: string;
  readonly nameAr: string;
  readonly nameEn: string;
  readonly role: Role;
  /** As the password hash writes it, parameters and salt included. */
  readonly pinHash: string;
  /** By which a doctor prescribes: printable ASCII, at most 8; null for who does not. */
  readonly licence: string | null;
  /** As the contract names it; null where there is none. */
  readonly specialty: string | null;
}

export interface StoredUser extends NewUser {
  readonly pinFailures: number;
  /** No PIN is accepted before this moment. */
  readonly lockedUntil: Instant | null;
}

/** Adds a user, or changes one; a lock-out stays. */
export function recordUser(db: Writer, user: NewUser): void {
  db.run(
    `INSERT INTO users (user_id, name_ar, name_en, role, pin_hash, licence, specialty)
     VALUES (:userId, :nameAr, :nameEn, :role, :pinHash, :licence, :specialty)
     ON CONFLICT (user_id) DO UPDATE SET
       name_ar = excluded.name_ar, name_en = excluded.name_en,
       role = excluded.role, pin_hash = excluded.pin_hash,
       licence = excluded.licence, specialty = excluded.specialty`,
    { ...user },
  );
}

export const listUsers = (db: Reader): StoredUser[] =>
  db.all(`SELECT ${columns} FROM users ORDER BY user_id`).map((row) => rowSchema.parse(row));

export function findUser(db: Reader, userId: string): StoredUser | null {
  const row = db.one(`SELECT ${columns} FROM users WHERE user_id = :userId`, { userId });
  return row === null ? null : rowSchema.parse(row);
}

/** Counts a wrong PIN; answers what it led to. */
export function recordPinFailure(
  db: Writer,
  userId: string,
  at: Instant,
): { readonly triesLeft: number; readonly lockedUntil: Instant | null } {
  return db.atomically(() => {
    const user = findUser(db, userId);
    if (user === null) throw new Error('a PIN belongs to a user');
    const state = planLockOut({ failures: user.pinFailures, lockedUntil: user.lockedUntil }, at);
    writeLockOut(db, userId, state);
    return { triesLeft: countTriesLeft(state, at), lockedUntil: state.lockedUntil };
  });
}

/** After a right PIN nothing counts any more. */
export const clearPinFailures = (db: Writer, userId: string): void =>
  writeLockOut(db, userId, noFailures);

function writeLockOut(db: Writer, userId: string, { failures, lockedUntil }: LockOut): void {
  db.run(
    'UPDATE users SET pin_failures = :failures, locked_until = :lockedUntil WHERE user_id = :userId',
    { userId, failures, lockedUntil },
  );
}

const columns = `user_id AS userId, name_ar AS nameAr, name_en AS nameEn, role,
  pin_hash AS pinHash, licence, specialty, pin_failures AS pinFailures, locked_until AS lockedUntil`;

const roles = ['receptionist', 'doctor', 'pharmacist', 'manager', 'technician'] as const;

const rowSchema = z.object({
  userId: z.string(),
  nameAr: z.string(),
  nameEn: z.string(),
  role: z.enum(roles satisfies readonly Role[]),
  pinHash: z.string(),
  licence: z.string().nullable(),
  specialty: z.string().nullable(),
  pinFailures: z.number(),
  lockedUntil: instantSchema.nullable(),
});
