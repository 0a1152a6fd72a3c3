/**
 * How a terminal signs its requests: RFC 9421 with its Ed25519 key, whose keyid is the terminal's id.
 * `created` is told but never judged, since uploads are not refused for a wrong clock; a replayed request
 * is harmless, because taking in the same events or reading the same page again changes nothing.
 */
export const requestSignature = {
  fields: ['@method', '@target-uri', 'content-digest'],
  params: ['created', 'keyid', 'alg', 'nonce'],
  algorithm: 'ed25519',
} as const;

/** RFC 9530 Content-Digest of the body as it travels (compressed); takes its SHA-256 in base64. */
export const contentDigest = (sha256Base64: string): string => `sha-256=:${sha256Base64}:`;
