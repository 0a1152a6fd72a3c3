import type { AdjudicationInput } from './input.ts';
import type { BenefitRule, CompiledPack } from './rule-pack.ts';

/** Whether it holds in some networks or kinds of care only. */
export const isBound = ({ networks, settings }: BenefitRule): boolean =>
  networks !== undefined || settings !== undefined;

/** The benefit with the networks and kinds of care to which the rule is bound, as one name. */
export const placedBenefit = ({
  benefit,
  networks = [],
  settings = [],
}: Pick<BenefitRule, 'benefit' | 'networks' | 'settings'>): string =>
  [benefit, ...networks, ...settings].join('/');

const laidOut = new WeakMap<CompiledPack, Map<string, CompiledPack>>();

/** The pack with its plans as they speak of benefits where the claim was made; the same one where they speak alike of all places. */
export function inPlaceOf({ claim }: AdjudicationInput, pack: CompiledPack): CompiledPack {
  if (!pack.hasBoundBenefits) return pack;
  const { encounter, providerId } = claim;
  const network = pack.provider(providerId)?.network ?? null;
  const known = laidOut.get(pack) ?? new Map<string, CompiledPack>();
  laidOut.set(pack, known);
  const key = JSON.stringify([network, encounter]);
  const found = known.get(key) ?? layOut(pack, network, encounter);
  known.set(key, found);
  return found;
}

type Encounter = AdjudicationInput['claim']['encounter'];

/** Those that are bound come first, in their order. In which network nobody knows, nobody knows how it is shared there. */
const layOut = (
  pack: CompiledPack,
  network: string | null,
  encounter: Encounter,
): CompiledPack => ({
  ...pack,
  benefitRule(planCode, benefit) {
    const first = pack
      .plan(planCode)
      ?.benefits.find(
        (rule) => rule.benefit === benefit && isBound(rule) && isFor(rule, network, encounter),
      );
    if (first === undefined) return pack.benefitRule(planCode, benefit);
    return first.networks !== undefined && network === null ? null : first;
  },
});

/** Whether it holds there, or may. */
const isFor = (
  { networks, settings }: BenefitRule,
  network: string | null,
  encounter: Encounter,
): boolean =>
  (networks === undefined || network === null || networks.includes(network)) &&
  (settings === undefined || settings.includes(encounter));
