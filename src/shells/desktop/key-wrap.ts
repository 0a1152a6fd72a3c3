import { safeStorage } from 'electron';
import type { KeyWrap } from '#agent/agent.ts';

/**
 * The operating system's key store as wrap of the database key; null where there is none.
 * Linux's `basic_text` store is none: it encrypts with a password that everybody knows.
 */
export function findKeyWrap(): KeyWrap | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  const isFeigned =
    process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (isFeigned) return null;
  return {
    protection: 'system',
    // It takes text; the text is overwritten by nobody, so it is the short hexadecimal form.
    wrap: (key) => safeStorage.encryptString(Buffer.from(key).toString('hex')),
    unwrap: (wrapped) => Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'hex'),
  };
}
