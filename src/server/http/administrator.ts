import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request bears the administrator's token: hashes are compared, whose lengths are equal, in constant time. */
export function isAdministrator(authorization: string | undefined, token: string | null): boolean {
  if (token === null || authorization === undefined) return false;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization), hash(`Bearer ${token}`));
}
