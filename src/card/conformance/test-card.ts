import { fromHex } from '#domain/chain.ts';
import { calendarDate } from '#domain/dates.ts';
import type { CardImage } from '../issue/card-image.ts';
import { issueCard } from '../issue/issue-card.ts';
import { openSigner } from '../profile/p256.ts';

/**
 * Keys that everybody knows, PKCS #8: a card to be tested is personalised with the public halves of the first two as
 * its anchors, and its HEAD is signed by the issuer. No card for a member is ever made with them.
 */
export const testKeys = {
  issuer: openSigner(
    fromHex(
      '308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420a2b66a2fb0430933b8f54d993594e9d094005a59005739c235c87a5c7b7c7221a144034200045df06ebf8ae37a34428b7e6160a86dfac5cb380dc7e9de65e2a1fad64d514e967692aca239620ec9f3164a59878ee3a0f335107f91ee18a7abd0438d5b493ac3',
    ),
  ),
  providerAnchor: openSigner(
    fromHex(
      '308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b020101042056462da848cd78b53ecea516fd36447db3a8049dbb16e52cb718023ba22853e4a144034200042339a638e43794821600943b54bcb64861e5c4295930bc4bdac5283666b03a4dc30fd3e933336b1462ea9daaa39bc92800f7451e6eec9e6cb0b7ce45b4689936',
    ),
  ),
  terminal: openSigner(
    fromHex(
      '308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b02010104209c64344c0579e44f5b91e87fc4dfb1c90f7e6c53fde5291f54633207d1ec04b5a144034200044122c13223e52144190d7a1e745888f99e190e4b50241b691bb9836a2669484a8114a7d1a81748e73e33dfdefb0e22a8a387693b1a2090448484cc49b9b3224a',
    ),
  ),
  stranger: openSigner(
    fromHex(
      '308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b02010104204bc0822b1b71ca0acc01143364dcf9639dc4e16954d02973e1b7230dcfa72b95a14403420004377a1f911a855a7dd495a6e94f21ac364520927c1613c2afc6f6db525a1b0e6d7ba9e499ea1ffdfc2074e0d8b913b6447ff3109b3c1330de2d6007cb2d879569',
    ),
  ),
} as const;

/** The PIN with which the card is personalised, digits one a byte. */
export const testPin = Uint8Array.of(1, 2, 3, 4);

/** A virtual card as the suite wants one: nobody's, with both anchors. */
export const makeTestCard = (): CardImage =>
  issueCard(
    {
      cardNumber: '9999000000000017',
      person: {
        memberNumber: '9999000017',
        nameAr: 'بطاقة اختبار',
        nameLatin: 'Test Card',
        birth: { date: calendarDate('2000-01-01'), precision: 'year' },
        sex: 'unknown',
      },
      policyNumber: '9999000001',
      planCode: 'TEST',
      validity: { from: calendarDate('2026-01-01'), to: calendarDate('2035-12-31') },
      pin: testPin,
      // No picture: the suite looks at lengths alone.
      photo: new Uint8Array(600).fill(0x5a),
    },
    { issuer: testKeys.issuer, providerAnchor: testKeys.providerAnchor.publicKey },
  );
