import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Reference } from '#contracts/reference.ts';
import { signReference } from '#packs/signed-reference.ts';
import { membership, moment, rulePack } from '#tests/domain/builders.ts';
import { itemRule } from '#tests/domain/terms.ts';

const clause = (id: string) => ({
  id,
  reference: { ar: 'المادة', en: 'Article' },
  text: { ar: 'نص', en: 'text' },
});

/** A running server goes by its own clock, and takes an old list for too old. */
const anHourAgo = moment(new Date(Date.now() - 3_600_000).toISOString());

const plain = rulePack();

/** The insurer of the domain's stories, with its members. */
export const reference = (changes: Partial<Reference> = {}): Reference => ({
  format: 1,
  manifestVersion: 7,
  publishedAt: anHourAgo,
  pack: rulePack({
    // Every plan of a published pack speaks of every benefit, and every item has its price.
    benefits: plain.benefits.filter(({ code }) => code !== 'optical'),
    items: plain.items.filter(({ code }) => code !== 'GLASSES' && code !== 'UNPRICED'),
    prices: plain.prices.filter(({ item }) => item !== 'GLASSES'),
    repeatKeys: [101, 102].map((code) => ({ code, name: { ar: 'دواء', en: `medicine ${code}` } })),
    clauses: ['art-5', 'art-7-3', 'art-9', 'art-11'].map(clause),
    itemRules: [
      itemRule({
        ...{ scope: { item: 'METFORMIN-850' }, clause: 'art-5' },
        controlled: { collectors: 'listed' },
      }),
    ],
    diagnoses: [{ code: 'E78.0', name: { ar: 'كوليسترول', en: 'Hypercholesterolaemia' } }],
  }),
  members: Array.from({ length: 24 }, (_, i) => String(5577811042 + i)).map((memberNumber) => ({
    person: {
      memberNumber,
      nameAr: 'سمير عدنان الحلبي',
      nameLatin: 'Samir Adnan Al-Halabi',
      birth: { date: membership().memberPeriod.from, precision: 'day' as const },
      sex: 'male' as const,
    },
    membership: { ...membership({ memberNumber }), employer: null },
  })),
  hotlist: [{ cardNumber: '99990000', since: anHourAgo, why: 'lost' }],
  recalls: [],
  terminalKeys: [],
  issuerKeys: [],
  ...changes,
});

const insurer = generateKeyPairSync('ed25519');

/** Raw Ed25519 key of the insurer, hex. */
export const referenceKey = Buffer.from(
  insurer.publicKey.export({ format: 'jwk' }).x ?? '',
  'base64url',
).toString('hex');

export function writeReference(file: string, content: Reference = reference()): void {
  const signed = signReference(content, (bytes) => sign(null, bytes, insurer.privateKey));
  writeFileSync(file, JSON.stringify(signed));
}
