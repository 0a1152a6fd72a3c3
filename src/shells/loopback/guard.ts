import type { IncomingHttpHeaders } from 'node:http';
import type { Sessions } from './sessions.ts';

/** Whether a request was meant for this host by its own page, whoever resolved the name (DNS rebinding). */
export function isAddressedHere(headers: IncomingHttpHeaders, port: number): boolean {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !own.includes(headers.host)) return false;
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Whether a request carries the cookie of an open session. */
export function hasSession(
  headers: IncomingHttpHeaders,
  port: number,
  sessions: Sessions,
): boolean {
  const name = `${cookieName(port)}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.some(
    (cookie) => cookie.startsWith(name) && sessions.isOpen(cookie.slice(name.length)),
  );
}

/** The cookie of a session: unseen by scripts, never sent along from another site. */
export const sessionCookie = (session: string, port: number): string =>
  `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`;

/** Named by port, since a browser sends a host's cookies to each of its ports. */
const cookieName = (port: number): string => `medexa-${port}`;
