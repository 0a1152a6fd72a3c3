import { concatBytes } from '../../profile/bytes.ts';
import type { AnyVirtualCard } from '../virtual-card.ts';
import { encodeText } from './encode-text.ts';
import { createFileCard } from './file-card.ts';
import { birthDigits, dayDigits, type OtherCardHolder, sexDigit } from './holder.ts';

/** A Serbian health-insurance card: four files of fields in little endian. */
export function createSerbianCard(holder: OtherCardHolder): AnyVirtualCard {
  const wide = (tag: number, value: string) => field(tag, encodeText(value, 'utf-16le'));
  const plain = (tag: number, value: string) => field(tag, encodeText(value, 'utf-8'));
  return createFileCard({
    atr: '3bf41300008131fe4552465a4fed',
    master: null,
    applications: {
      f38100000253455256535a4b01: {
        files: {
          '0d01': file(plain(1557, dayFirst(dayDigits(holder.validFrom)))),
          '0d02': file(
            plain(1569, holder.holderNumber),
            wide(1570, holder.name.family),
            wide(1571, holder.latinName.family),
            wide(1572, holder.name.given),
            wide(1573, holder.latinName.given),
            plain(1574, dayFirst(birthDigits(holder.birth))),
          ),
          '0d03': file(plain(1586, dayFirst(dayDigits(holder.validTo)))),
          '0d04': file(plain(1603, `0${sexDigit(holder.sex)}`)),
        },
      },
    },
  });
}

const dayFirst = (digits: string): string =>
  digits.slice(6) + digits.slice(4, 6) + digits.slice(0, 4);

const littleEndian = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >> 8);

const field = (tag: number, value: Uint8Array): Uint8Array =>
  concatBytes(littleEndian(tag), littleEndian(value.length), value);

function file(...fields: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...fields);
  return concatBytes(Uint8Array.of(0x01, 0x00), littleEndian(body.length), body);
}
