import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const magic = Buffer.from('MXMIRR01', 'ascii');
const saltBytes = 16;
const checkBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Header of a mirror file: magic (8), salt (16), proof that a key belongs to it (32). */
export const headerBytes = magic.length + saltBytes + checkBytes;

/** Bytes that a frame adds to its content: length (4), nonce, tag. */
export const frameOverhead = 4 + nonceBytes + tagBytes;

/** Seals and opens the frames of one mirror file: ChaCha20-Poly1305 under a key of its own. */
export interface FrameCipher {
  readonly header: Buffer;
  /** Length prefix, nonce, ciphertext, tag. The frame's place in the file is authenticated with it. */
  seal(place: number, content: Uint8Array): Buffer;
  /** The content of a frame without its length prefix; null when it is not whole and authentic. */
  open(place: number, sealed: Uint8Array): Buffer | null;
}

/** A cipher for a new mirror file. */
export function makeFrameCipher(databaseKey: Uint8Array): FrameCipher {
  const salt = randomBytes(saltBytes);
  const key = mirrorKey(databaseKey, salt);
  return frameCipher(key, salt, Buffer.concat([magic, salt, proof(key)]));
}

/** The cipher of an existing file; null when its header is damaged or belongs to another key. */
export function findFrameCipher(databaseKey: Uint8Array, header: Buffer): FrameCipher | null {
  if (header.length !== headerBytes || !header.subarray(0, magic.length).equals(magic)) return null;
  const salt = header.subarray(magic.length, magic.length + saltBytes);
  const key = mirrorKey(databaseKey, salt);
  if (!timingSafeEqual(header.subarray(magic.length + saltBytes), proof(key))) return null;
  return frameCipher(key, salt, header);
}

function frameCipher(key: Buffer, salt: Buffer, header: Buffer): FrameCipher {
  return {
    header,
    seal(place, content) {
      // Random, not counted: after a torn tail another frame is written at the same place.
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(placeBytes(salt, place), { plaintextLength: content.length });
      const sealed = Buffer.concat([
        nonce,
        cipher.update(content),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(sealed.length);
      return Buffer.concat([length, sealed]);
    },
    open(place, sealed) {
      if (sealed.length < nonceBytes + tagBytes) return null;
      const end = sealed.length - tagBytes;
      const nonce = sealed.subarray(0, nonceBytes);
      const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(placeBytes(salt, place), { plaintextLength: end - nonceBytes });
      cipher.setAuthTag(sealed.subarray(end));
      const content = cipher.update(sealed.subarray(nonceBytes, end));
      try {
        return Buffer.concat([content, cipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

const mirrorKey = (databaseKey: Uint8Array, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', databaseKey, salt, 'medexa mirror 1', 32));

const proof = (key: Buffer): Buffer =>
  createHmac('sha256', key).update('medexa mirror key').digest();

function placeBytes(salt: Buffer, place: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(place));
  return Buffer.concat([salt, bytes]);
}
