import { gzipSync } from 'node:zlib';
import { fromHex } from '#domain/chain.ts';
import { concatBytes } from '../../profile/bytes.ts';
import type { AnyVirtualCard } from '../virtual-card.ts';
import { ber } from './ber.ts';
import { encodePadded, encodeText } from './encode-text.ts';
import { createFileCard } from './file-card.ts';
import { birthDigits, type OtherCardHolder } from './holder.ts';

/** A German eGK: the number in the root, the holder as gzipped XML in the health-care application. */
export function createEgkCard(holder: OtherCardHolder): AnyVirtualCard {
  return createEgkCardWith(
    holder.cardNumber,
    gzipSync(encodeText(holderXml(holder), 'iso-8859-15')),
  );
}

/** The same with whatever stands in place of the gzipped XML. */
export function createEgkCardWith(cardNumber: string, zipped: Uint8Array): AnyVirtualCard {
  const length = Uint8Array.of(zipped.length >> 8, zipped.length & 0xff);
  return createFileCard({
    atr: '3bd396ff81b1fe451f078081052d',
    master: null,
    applications: {
      d2760001448000: {
        files: { '2f02': ber(0x5a, fromHex(cardNumber)) },
        shortIds: { 2: '2f02' },
      },
      d27600000102: {
        files: {
          d00c: concatBytes(
            encodePadded('020260101080000', 'utf-8', 15),
            fromHex('00050002000000000000'),
          ),
          d001: concatBytes(length, zipped),
        },
        shortIds: { 1: 'd001', 12: 'd00c' },
      },
    },
  });
}

export const holderXml = ({ birth, holderNumber, name, sex }: OtherCardHolder): string =>
  `<?xml version="1.0" encoding="ISO-8859-15" standalone="yes"?>
<UC_PersoenlicheVersichertendatenXML CDM_VERSION="5.2.0" xmlns="http://ws.gematik.de/fa/vsdm/vsd/v5.2">
  <Versicherter>
    <Versicherten_ID>${holderNumber}</Versicherten_ID>
    <Person>
      <Geburtsdatum>${birthDigits(birth)}</Geburtsdatum>
      <Vorname>${name.given}</Vorname>
      <Nachname>${name.family}</Nachname>
      <Geschlecht>${{ male: 'M', female: 'W', unknown: 'X', 'not-applicable': 'D' }[sex]}</Geschlecht>
    </Person>
  </Versicherter>
</UC_PersoenlicheVersichertendatenXML>
`;
