import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import {
  type FrameCipher,
  findFrameCipher,
  frameOverhead,
  headerBytes,
  makeFrameCipher,
} from './frame-cipher.ts';

/** Room is taken in steps of this size, ahead of need. */
const roomStep = 256 * 1024;

/** Longer than any commit: a length beyond it is damage. */
const largestFrame = 64 * 1024 * 1024;

export type MirrorState = 'absent' | 'readable' | 'unreadable';

/** Whether a mirror file exists and belongs to the key. */
export function examineMirror(file: string, key: Uint8Array): MirrorState {
  if (!existsSync(file)) return 'absent';
  const descriptor = openSync(file, 'r');
  try {
    return findFrameCipher(key, readAt(descriptor, 0, headerBytes)) === null
      ? 'unreadable'
      : 'readable';
  } finally {
    closeSync(descriptor);
  }
}

/** Opens the mirror file, or makes an empty one. The header must have been found readable. */
export function openMirror(file: string, key: Uint8Array): MirrorFile {
  if (!existsSync(file)) createMirror(file, makeFrameCipher(key));
  const descriptor = openSync(file, 'r+');
  const cipher = findFrameCipher(key, readAt(descriptor, 0, headerBytes));
  if (cipher === null) throw new Error('the mirror does not belong to this key');
  return new MirrorFile(descriptor, cipher);
}

/**
 * An append-only file of sealed frames, one for each commit that carried events.
 * Room for a frame is written before the database commits, so that the frame itself cannot meet a full disk.
 */
export class MirrorFile {
  readonly #descriptor: number;
  readonly #cipher: FrameCipher;
  /** Where each frame starts, and where the last one ends. */
  readonly #bounds: number[];
  #size: number;

  constructor(descriptor: number, cipher: FrameCipher) {
    this.#descriptor = descriptor;
    this.#cipher = cipher;
    this.#size = fstatSync(descriptor).size;
    this.#bounds = findBounds(descriptor, this.#size);
  }

  get frameCount(): number {
    return this.#bounds.length - 1;
  }

  /** The content of a frame, counted from 0; null when it is damaged. */
  read(place: number): Buffer | null {
    const [start, end] = [this.#bounds[place], this.#bounds[place + 1]];
    if (start === undefined || end === undefined) throw new RangeError(`no frame ${place}`);
    return this.#cipher.open(place, readAt(this.#descriptor, start + 4, end - start - 4));
  }

  /** Drops everything behind the first `count` frames: a torn tail. */
  keepFirst(count: number): void {
    this.#bounds.length = count + 1;
    const end = this.#end;
    if (this.#size === end) return;
    ftruncateSync(this.#descriptor, end);
    fsyncSync(this.#descriptor);
    this.#size = end;
  }

  /** Makes room on disk for a frame of so many bytes of content; throws ENOSPC when there is none. */
  reserve(contentBytes: number): void {
    const needed = this.#end + contentBytes + frameOverhead;
    if (needed <= this.#size) return;
    const room = Math.max(roomStep, needed - this.#size);
    try {
      writeAll(this.#descriptor, Buffer.alloc(room), this.#size);
    } catch (error) {
      ftruncateSync(this.#descriptor, this.#size);
      throw error;
    }
    fsyncSync(this.#descriptor);
    this.#size += room;
  }

  /** Appends a frame; on return it is on disk. */
  append(content: Uint8Array): void {
    this.reserve(content.length);
    const frame = this.#cipher.seal(this.frameCount, content);
    writeAll(this.#descriptor, frame, this.#end);
    fdatasyncSync(this.#descriptor);
    this.#bounds.push(this.#end + frame.length);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  get #end(): number {
    return this.#bounds.at(-1) ?? headerBytes;
  }
}

/** A header is never torn: the file gets its name when it is whole. */
function createMirror(file: string, cipher: FrameCipher): void {
  const descriptor = openSync(`${file}.new`, 'w', 0o600);
  writeAll(descriptor, cipher.header, 0);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(`${file}.new`, file);
  syncFolder(dirname(file));
}

/** Walks the length prefixes; stops at the zeros of unused room, at the end, or at damage. */
function findBounds(descriptor: number, size: number): number[] {
  const bounds = [headerBytes];
  let at = headerBytes;
  while (at + 4 <= size) {
    const length = readAt(descriptor, at, 4).readUInt32LE();
    if (length === 0 || length > largestFrame || at + 4 + length > size) break;
    at += 4 + length;
    bounds.push(at);
  }
  return bounds;
}

/** At most `length` bytes from a place of the file; fewer at its end. */
function readAt(descriptor: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, buffer, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function writeAll(descriptor: number, bytes: Uint8Array, position: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
  }
}

/** Makes a rename durable where folders can be synced (Windows does it by itself). */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
