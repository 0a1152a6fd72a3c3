import { type AdjudicationInput, holderWord } from '#domain/adjudication/input.ts';
import { findMembership } from '#domain/adjudication/membership.ts';
import type { CompiledPack, Item } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { ageInYears, toEpochDay } from '#domain/dates.ts';

/** One line as the peers get it: everything is looked up already, days are numbers, null is "not known". */
export interface PlainFacts {
  readonly holder: string;
  readonly blockedFor: string | null;
  readonly isHotlistKnown: boolean;
  readonly policyStatus: string | null;
  readonly serviceDay: number;
  readonly coverTo: number;
  readonly planCode: string | null;
  readonly planNetworks: readonly string[];
  readonly providerNetwork: string;
  readonly providerContractTo: number;
  readonly providerLicences: readonly string[];
  readonly diagnosis: string | null;
  readonly isDiagnosisExcluded: boolean;
  readonly isItemKnown: boolean;
  readonly isItemExcluded: boolean;
  readonly isBenefitCovered: boolean | null;
  readonly itemKind: string | null;
  readonly itemSex: string | null;
  readonly sex: string;
  readonly age: number;
  readonly isBirthVerified: boolean;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly listPrice: number | null;
  readonly askedPrice: number | null;
  readonly unitPrice: number | null;
  readonly quantity: number;
  readonly quantityLimit: number;
  readonly saleableUnit: number;
}

/** Where the contract sets no bound. */
const unbounded = 1_000_000;

/** The facts of every line, in the order of claims and lines. */
export const listPlainFacts = (
  claims: readonly AdjudicationInput[],
  pack: CompiledPack,
): readonly PlainFacts[] =>
  claims.flatMap((claim) => claim.claim.lines.map((line) => factsOf(claim, line, pack)));

function factsOf(input: AdjudicationInput, line: ClaimLine, pack: CompiledPack): PlainFacts {
  return { ...factsOfClaim(input, pack), ...factsOfLine(input, line, pack) };
}

function factsOfClaim(input: AdjudicationInput, pack: CompiledPack) {
  const { holder, hotlist, person, claim } = input;
  const membership = findMembership(input);
  const plan = membership === null ? null : pack.plan(membership.planCode);
  const provider = pack.provider(claim.providerId);
  const [diagnosis = null] = claim.diagnoses;
  const kinds = ['medicine', 'device'] as const;
  return {
    holder: holderWord(holder),
    blockedFor: hotlist.known ? (hotlist.value?.why ?? null) : null,
    isHotlistKnown: hotlist.known,
    policyStatus: membership?.policyStatus ?? null,
    serviceDay: toEpochDay(claim.serviceDate),
    coverTo: dayOrUnbounded(membership?.memberPeriod.to),
    planCode: plan?.code ?? null,
    planNetworks: plan?.networks ?? [],
    providerNetwork: provider?.network ?? '',
    providerContractTo: dayOrUnbounded(provider?.contract?.to),
    providerLicences: provider?.licences ?? kinds,
    diagnosis,
    isDiagnosisExcluded:
      diagnosis !== null && pack.diagnosisTerms(diagnosis, null)?.isCovered?.value === false,
    sex: person?.sex ?? 'unknown',
    age: person === null ? 0 : ageInYears(person.birth.date, claim.serviceDate),
    isBirthVerified: input.unverified?.includes('birth') !== true,
  };
}

function factsOfLine(input: AdjudicationInput, line: ClaimLine, pack: CompiledPack) {
  const { providerId, serviceDate } = input.claim;
  const item = pack.item(line.itemCode);
  const planCode = findMembership(input)?.planCode ?? null;
  const listPrice =
    pack.price(providerId, line.itemCode, serviceDate, input.decidedAt)?.unitPrice ?? null;
  return {
    isItemKnown: item !== null,
    isItemExcluded: planCode !== null && pack.exclusion(planCode, line.itemCode) !== null,
    itemKind: item?.kind ?? null,
    listPrice,
    askedPrice: line.unitPrice,
    unitPrice: line.unitPrice ?? listPrice,
    quantity: line.quantity,
    saleableUnit: item?.medicine?.saleableUnit ?? 1,
    ...termsOf(item, planCode, pack),
  };
}

function termsOf(item: Item | null, planCode: string | null, pack: CompiledPack) {
  const terms = item === null ? null : pack.itemTerms(item, planCode);
  const rule = item === null || planCode === null ? null : pack.benefitRule(planCode, item.benefit);
  const age = terms?.age?.value;
  return {
    isBenefitCovered: rule?.covered ?? null,
    itemSex: terms?.sex?.value ?? null,
    ageFrom: age?.from?.value ?? 0,
    ageTo: age?.to?.value ?? unbounded,
    quantityLimit: terms?.quantity?.value.perDispensing ?? unbounded,
  };
}

const dayOrUnbounded = (day: Parameters<typeof toEpochDay>[0] | null | undefined): number =>
  day == null ? unbounded : toEpochDay(day);
