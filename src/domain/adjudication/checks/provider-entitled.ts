import { type CalendarDate, isWithin } from '../../dates.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { Plan, Provider } from '../rule-pack.ts';
import {
  aCode,
  aDay,
  aName,
  aWord,
  fromOperator,
  fromPack,
  itemShown,
  serviceDateOf,
} from '../shown.ts';

/**
 * Whether this provider may provide it (brochure M6): a contract in force on the service date, both ends
 * included, in a network of the member's plan, licensed for this kind of item, by a clinician of a specialty
 * that the contract asks for. What it was not entitled to is the provider's to bear.
 */
export const providerEntitled = lineCheck({
  id: 'provider-entitled',
  requirements: ['M6'],
  reasons: [
    'provider-contract-not-started',
    'provider-contract-ended',
    'provider-outside-network',
    'provider-not-licensed',
    'clinician-not-entitled',
    'provider-unknown',
    'network-unknown',
    'clinician-unknown',
  ],
  run(context) {
    const { input, pack, planCode } = context;
    const provider = pack.provider(input.claim.providerId);
    if (provider === null) {
      return refer('provider-unknown', {
        shown: { provider: aCode(input.claim.providerId) },
        facts: [fromPack('provider', null)],
      });
    }
    const plan = planCode === null ? null : pack.plan(planCode);
    const facts = factsOf(context, provider);
    return (
      outsideContract(context, provider, facts) ??
      outsideNetwork(context, provider, plan, facts) ??
      notLicensed(context, provider, facts) ??
      wrongClinician(context, facts) ??
      pass({ facts })
    );
  },
});

function outsideContract(
  { input }: LineContext,
  { contract, name }: Provider,
  facts: readonly FactUsed[],
) {
  const day: CalendarDate = input.claim.serviceDate;
  if (contract === null || isWithin(day, contract)) return null;
  const provider = aName(name);
  if (day < contract.from) {
    return decline('provider-contract-not-started', 'provider', {
      shown: { provider, from: aDay(contract.from) },
      facts,
      nearest: { kind: 'wait-until', date: contract.from },
    });
  }
  const to = aDay(contract.to ?? contract.from);
  return decline('provider-contract-ended', 'provider', {
    shown: { provider, to },
    facts,
    nearest: { kind: 'other-provider' },
  });
}

function outsideNetwork(
  { input }: LineContext,
  { network, name }: Provider,
  plan: Plan | null,
  facts: readonly FactUsed[],
) {
  if (plan === null) {
    const shown = { provider: aName(name) };
    return refer('network-unknown', { shown, facts, nearest: { kind: 'connect' } });
  }
  if (plan.networks.includes(network)) return null;
  if (plan.isEmergencyAnywhere && input.claim.encounter === 'emergency') return null;
  return decline('provider-outside-network', 'provider', {
    shown: { provider: aName(name), plan: aName(plan.name) },
    facts,
    nearest: { kind: 'other-provider' },
  });
}

function notLicensed(
  { item, line }: LineContext,
  { licences, name }: Provider,
  facts: readonly FactUsed[],
) {
  if (item === null || licences === null || licences.includes(item.kind)) return null;
  return decline('provider-not-licensed', 'provider', {
    shown: { provider: aName(name), item: itemShown(item, line.itemCode) },
    facts,
    nearest: { kind: 'other-provider' },
  });
}

function wrongClinician({ input, item, line, terms }: LineContext, before: readonly FactUsed[]) {
  const term = terms?.specialties ?? null;
  if (term === null) return null;
  const clinician = input.claim.clinician ?? null;
  const shown = { item: itemShown(item, line.itemCode) };
  const said = fromOperator(input, 'clinician', clinician && aCode(clinician.specialty));
  const facts = [...before, said];
  const { clause } = term;
  const nearest = { kind: 'enter-clinician' } as const;
  if (clinician === null || clinician.licence === '') {
    return refer('clinician-unknown', { shown, facts, clause, nearest });
  }
  if (term.value.includes(clinician.specialty)) return null;
  return decline('clinician-not-entitled', 'provider', { shown, facts, clause, nearest });
}

function factsOf({ input, pack, planCode, item }: LineContext, provider: Provider) {
  const plan = planCode === null ? null : pack.plan(planCode);
  const { contract, network, licences } = provider;
  const networkName = pack.networkName(network);
  const facts: FactUsed[] = [fromPack('provider', aName(provider.name))];
  if (contract !== null) {
    facts.push(fromPack('provider-contract', { kind: 'period', value: contract }));
    facts.push(serviceDateOf(input));
  }
  facts.push(fromPack('network', networkName === null ? aCode(network) : aName(networkName)));
  if (plan === null) facts.push(fromPack('plan', null));
  if (item !== null && licences !== null) {
    facts.push(fromPack('licences', aWord(`kind-${item.kind}`)));
  }
  return facts;
}
