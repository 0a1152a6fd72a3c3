import type { UserView } from '#contracts/agent-views.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { Permission } from '#domain/roles.ts';
import type { Terminal } from './terminal.ts';

/** The signed-in user, if one of the permissions is theirs. */
export function requirePermission(
  terminal: Terminal,
  ...anyOf: readonly [Permission, ...Permission[]]
): Result<UserView, Failure> {
  const { user } = terminal.desk.current;
  if (user === null) return failWith(failure('not-signed-in'));
  return anyOf.some((permission) => user.permissions.includes(permission))
    ? succeed(user)
    : failWith(failure('not-permitted', { permission: anyOf[0] }));
}
