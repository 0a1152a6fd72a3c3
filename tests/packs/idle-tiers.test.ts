import { expect, it } from 'vitest';
import { findContradictions } from '#packs/cross-check.ts';
import { priceRow, rulePack } from '#tests/domain/builders.ts';

const tiers = [{ code: 'CENTRE', name: { ar: 'المركز', en: 'Centre' } }];
const ofTier = rulePack().providers.map((one) => ({ ...one, tier: 'CENTRE' }));
const ofTierPrices = [...rulePack().prices, priceRow({ tier: 'CENTRE' }, 'CONSULTATION', 1)];

it.each([
  ['with providers and prices is as it should be', { providers: ofTier, prices: ofTierPrices }, []],
  ['without providers is told', { prices: ofTierPrices }, [/^no provider is of tier "CENTRE"/]],
  ['without prices is told', { providers: ofTier }, [/^no price list is of tier "CENTRE"/]],
])('a tier %s', (_, changes, said) => {
  const troubles = findContradictions(rulePack({ tiers, ...changes }));
  const ofTiers = troubles.filter(({ path }) => path[0] === 'tiers').map(({ why }) => why);
  expect(ofTiers).toEqual(said.map((why) => expect.stringMatching(why)));
});
