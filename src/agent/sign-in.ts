import { hash, verify } from '@node-rs/argon2';
import type { UserView } from '#contracts/agent-views.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { permissionsOf } from '#domain/roles.ts';
import {
  clearPinFailures,
  findUser,
  listUsers,
  recordPinFailure,
  type StoredUser,
} from '#store/users.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/** Argon2id, 64 MiB, three passes (SYNC, People). */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** The stored form of a PIN. */
export const hashPin = (pin: string): Promise<string> => hash(pin, cost);

export const showUsers = (terminal: Terminal): readonly UserView[] =>
  listUsers(terminal.store.reader).map((user) => viewUser(terminal, user));

/** Lets a user in by PIN; wrong tries lock the user, and the lock survives a restart. */
export async function signIn(
  terminal: Terminal,
  { userId, pin }: { readonly userId: string; readonly pin: string },
): Promise<Result<UserView, Failure>> {
  const { clock, desk, store } = terminal;
  const user = findUser(store.reader, userId);
  if (user === null) return failWith(failure('user-unknown'));
  if (user.lockedUntil !== null && user.lockedUntil > clock.now()) {
    return failWith(failure('user-locked', { until: user.lockedUntil }));
  }
  if (!(await verify(user.pinHash, pin))) {
    const noted = store.commit((db) => recordPinFailure(db, userId, clock.now()));
    if (!noted.ok) return noted;
    const { lockedUntil, triesLeft } = noted.value;
    return failWith(
      lockedUntil === null
        ? failure('pin-wrong', { triesLeft })
        : failure('user-locked', { until: lockedUntil }),
    );
  }
  const cleared = store.commit((db) => clearPinFailures(db, userId));
  if (!cleared.ok) return cleared;
  const view = viewUser(terminal, user);
  desk.update({ user: view });
  showVisit(terminal);
  return succeed(view);
}

export function signOut(terminal: Terminal): void {
  terminal.desk.update({ user: null });
  showVisit(terminal);
}

const viewUser = (terminal: Terminal, { userId, nameAr, nameEn, role }: StoredUser): UserView => ({
  userId,
  name: { ar: nameAr, en: nameEn },
  role,
  permissions: permissionsOf[role],
  demoPin: terminal.demoPins?.get(userId) ?? null,
});
