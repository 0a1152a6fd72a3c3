import type { CardImage } from '#card/issue/card-image.ts';
import { issueCard } from '#card/issue/issue-card.ts';
import type { DemoCard } from '#fixtures/demo-insurer/demo-cards.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import type { DemoKey } from '#fixtures/demo-insurer/keys.ts';
import { makeKeys } from './terminal-keys.ts';

/** A virtual card for one of the demo insurer's members, its history signed by the other providers' terminals. */
export function personaliseDemoCard(insurer: DemoInsurer, card: DemoCard): CardImage {
  const issuer = card.kind === 'unknown-issuer' ? insurer.unknownIssuer : insurer.issuer;
  const image = issueCard(
    {
      cardNumber: card.cardNumber,
      person: card.person,
      policyNumber: card.policyNumber,
      planCode: card.planCode,
      validity: card.validity,
      ...(card.med === undefined ? {} : { med: card.med }),
      photo: card.photo,
      ...(card.pin === undefined ? {} : { pin: card.pin }),
      history: card.history.map(({ type, at, on, providerId, lines, used }) => ({
        type,
        at,
        baskets: {
          year: Number(on.slice(0, 4)),
          numbers: used.map(({ basket }) => basket),
        },
        lines: lines.map((line, i) => (i === 0 ? { ...line, uses: used } : line)),
        writer: writerAt(insurer, providerId),
      })),
    },
    {
      issuer: signerOf(issuer),
      card: card.cardKey.pkcs8,
      providerAnchor: insurer.providerAnchor.rawPublicKey,
    },
  );
  // A copy has everything that can be read, and another chip's key.
  return card.kind === 'copy' ? { ...image, cardKey: makeKeys().cardKey } : image;
}

function writerAt({ terminals }: DemoInsurer, providerId: string) {
  const terminal = terminals[providerId];
  if (terminal === undefined) throw new Error(`no demo terminal stands at ${providerId}`);
  return { keyId: terminal.keyId, sign: terminal.key.sign };
}

const signerOf = ({ rawPublicKey, sign }: DemoKey) => ({ publicKey: rawPublicKey, sign });
