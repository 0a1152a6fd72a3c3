import { claimCheck, pass, refer } from '../check.ts';
import { keyOn } from '../currency-keys.ts';
import { statedKey } from '../input-in-key.ts';
import { aCode, fromOperator, fromPack } from '../shown.ts';

/**
 * Reads amounts in the currency in which they are stated: the service date picks the contract's, and one that was
 * redenominated is turned into it. What is stated in another currency, or in none once there are several, is not
 * read, whatever the modes.
 */
export const currency = claimCheck({
  id: 'currency',
  requirements: ['M9'],
  reasons: ['currency-unknown', 'currency-not-said'],
  alwaysEnforced: true,
  run({ input, pack: { pack } }) {
    const { claim } = input;
    if (pack.currencyKeys.length === 0 && claim.currency === undefined) return nothing;
    const stated = claim.currency === undefined ? null : aCode(claim.currency);
    const due = aCode(keyOn(pack, claim.serviceDate));
    const facts = [fromPack('currency', due), fromOperator(input, 'stated-currency', stated)];
    if (statedKey(pack, claim) !== null)
      return pass({ facts: facts.slice(0, stated === null ? 1 : 2) });
    if (stated === null) return refer('currency-not-said', { shown: { due }, facts });
    return refer('currency-unknown', { shown: { stated, due }, facts });
  },
});

const nothing = pass({ facts: [] });
