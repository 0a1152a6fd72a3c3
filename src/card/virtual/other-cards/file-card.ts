import { fromHex, toHex } from '#domain/chain.ts';
import { concatBytes } from '../../profile/bytes.ts';
import { statusWords } from '../../status-words.ts';
import { word } from '../chip.ts';
import { type Command, parseCommand } from '../command.ts';
import type { AnyVirtualCard } from '../virtual-card.ts';

/** What a card of transparent files holds, applications by their identifier in lower-case hex. */
export interface FileCardDesign {
  /** Hex. */
  readonly atr: string;
  /** Open after a reset; null for a card that has none. */
  readonly master: Application | null;
  readonly applications: Readonly<Record<string, Application>>;
}

export interface Application {
  /** By file identifier, four hex digits. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** File identifiers by their short ones. */
  readonly shortIds?: Readonly<Record<number, string>>;
  /** Commands of its own; null for what is none of them. */
  run?(command: Command): Uint8Array | null;
}

/** A virtual card of another kind: SELECT by name, identifier or path, READ BINARY, and its own commands. */
export function createFileCard({ atr, master, applications }: FileCardDesign): AnyVirtualCard {
  let open: Application | null = master;
  let file: Uint8Array | null = null;
  let traffic = { apdus: 0, bytes: 0 };

  const respond = (bytes: Uint8Array): Uint8Array => {
    const command = parseCommand(bytes);
    if (command === null) return word(statusWords.wrongLength);
    const own = open?.run?.(command) ?? null;
    if (own !== null) return own;
    if (command.classByte !== 0x00) return word(statusWords.classUnknown);
    if (command.instruction === 0xa4) return select(command);
    if (command.instruction === 0xb0) return readBinary(command);
    return word(statusWords.instructionUnknown);
  };

  const select = ({ p1, body }: Command): Uint8Array => {
    const name = toHex(body ?? new Uint8Array());
    if (p1 === byName) {
      const found = applications[name];
      if (found === undefined) return word(statusWords.fileNotFound);
      open = found;
      file = null;
      return word(statusWords.done);
    }
    const found = (p1 === byPath ? master : open)?.files[name];
    if (found === undefined) return word(statusWords.fileNotFound);
    file = found;
    return word(statusWords.done);
  };

  const readBinary = ({ p1, p2, wanted }: Command): Uint8Array => {
    if (wanted === null) return word(statusWords.wrongLength);
    if ((p1 & 0x80) === 0) return readPiece(file, p1 * 256 + p2, wanted);
    file = open?.files[open.shortIds?.[p1 & 0x1f] ?? ''] ?? null;
    return readPiece(file, p2, wanted);
  };

  return {
    atr: fromHex(atr),
    transmit(command) {
      const response = respond(command);
      const bytes = traffic.bytes + command.length + response.length;
      traffic = { apdus: traffic.apdus + 1, bytes };
      return response;
    },
    reset() {
      open = master;
      file = null;
    },
    traffic: () => traffic,
  };
}

function readPiece(file: Uint8Array | null, offset: number, wanted: number): Uint8Array {
  if (file === null) return word(statusWords.fileNotFound);
  if (offset >= file.length) return word(statusWords.wrongParameters);
  const piece = file.slice(offset, offset + wanted);
  const isCut = piece.length < wanted && wanted !== 256;
  return concatBytes(piece, word(isCut ? statusWords.endOfFile : statusWords.done));
}

const byName = 0x04;
const byPath = 0x08;
