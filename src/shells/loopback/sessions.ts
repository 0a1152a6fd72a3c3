import { createHash, randomBytes } from 'node:crypto';

/** Who may use the host: a one-use link is exchanged for a session that lasts as long as the process. */
export interface Sessions {
  /** A new link token, 256 bits; the earlier unused one is void. */
  mintLink(): string;
  /** The session for a link token; null where it is unknown or was used before. */
  exchange(link: string): string | null;
  isOpen(session: string): boolean;
}

export function createSessions(): Sessions {
  let link: string | null = null;
  // Digests are what is compared, so that the comparison's time tells nothing of a token.
  const open = new Set<string>();
  return {
    mintLink() {
      const token = mintToken();
      link = digest(token);
      return token;
    },
    exchange(token) {
      if (link === null || digest(token) !== link) return null;
      link = null;
      const session = mintToken();
      open.add(digest(session));
      return session;
    },
    isOpen: (session) => open.has(digest(session)),
  };
}

const mintToken = (): string => randomBytes(32).toString('base64url');
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
