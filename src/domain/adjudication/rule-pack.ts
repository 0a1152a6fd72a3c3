import type { EarlyReason, EncounterKind } from '../claims.ts';
import type { ClinicalTerms } from '../clinical/terms.ts';
import type { CalendarDate, Instant, Period } from '../dates.ts';
import type { Currency, Money } from '../money.ts';
import type { Bilingual } from '../people.ts';
import type { CompiledCondition, ConditionRule } from './conditions.ts';
import type {
  CoordinationTerm,
  CoPayment,
  DiagnosisRule,
  FrequencyRule,
  ItemKind,
  ItemScope,
  ServiceGroup,
  StayTerm,
  WaitingRule,
} from './contract-terms.ts';
import type { Ceiling, Deductible, OutOfPocketMaximum } from './counter-terms.ts';
import type { CurrencyKey } from './currency-keys.ts';
import type { DiagnosisTerms } from './diagnosis-terms.ts';
import type { IdentityTerms } from './identity-terms.ts';
import type { ItemRule } from './item-rule.ts';
import type { ItemTerms } from './item-terms.ts';
import type { Suspension, Trial } from './mode-terms.ts';
import type { OfflinePolicy } from './offline-terms.ts';
import type { TaxRule } from './tax/tax-terms.ts';

/** Whether a check only records, warns, or decides. */
export type CheckMode = 'observe' | 'warn' | 'enforce';

/** What the contract pays of one benefit category under one plan. */
export interface BenefitRule {
  readonly benefit: string;
  /** The networks and kinds of care in which it holds, before the one for all; left out: in all. */
  readonly networks?: readonly string[];
  readonly settings?: readonly EncounterKind[];
  readonly covered: boolean;
  /** The member's share in whole percent of what is payable. */
  readonly coInsurancePercent: number;
  /** Bounds of the member's share per line, in minor units; null where the contract sets none. */
  readonly coInsuranceMinimum: Money | null;
  readonly coInsuranceMaximum: Money | null;
  /** Borne before the co-insurance; left out: none. */
  readonly coPayment?: CoPayment;
  /** All that it pays of the benefit; left out: every item of it. */
  readonly formulary?: Formulary;
  readonly clause: string;
}

/** A closed list: what is in none of its scopes is not paid. */
export interface Formulary {
  readonly contains: readonly ItemScope[];
  readonly clause: string;
}

export interface Plan {
  readonly code: string;
  readonly name: Bilingual;
  /** Networks whose providers this plan may use. */
  readonly networks: readonly string[];
  readonly benefits: readonly BenefitRule[];
  /** Items that this plan excludes although their benefit is covered. */
  readonly excludedItems: readonly { readonly item: string; readonly clause: string }[];
  /** An emergency is covered at any provider of the contract, whatever its network. */
  readonly isEmergencyAnywhere: boolean;
  /** Null where the contract says nothing of stays. */
  readonly stay: StayTerm | null;
  /** Left out where the contract says nothing of others who pay. */
  readonly coordination?: CoordinationTerm;
}

/** Providers with a common price list. */
export interface Network {
  readonly code: string;
  readonly name: Bilingual;
  /** Items that its price list leaves out on purpose: without a price they refer there. */
  readonly withoutItems?: readonly string[];
}

export interface Provider {
  readonly providerId: string;
  readonly name: Bilingual;
  readonly place: Bilingual;
  readonly network: string;
  /** Providers of one tier share prices, whatever their network; left out: it is of none. */
  readonly tier?: string;
  /** The provider's own contract, both ends included; null where none is agreed. */
  readonly contract: Period | null;
  /** Kinds of item it is licensed for; null: every kind. */
  readonly licences: readonly ItemKind[] | null;
  /** Encounters it is equipped for; null: every one. */
  readonly settings: readonly EncounterKind[] | null;
}

/** A medicine, service or device as the insurer's code list describes it. */
export interface Item {
  readonly code: string;
  /** 24-bit code under which the card's ledger records it; allotted once, never reused. */
  readonly cardCode: number;
  readonly kind: ItemKind;
  readonly name: Bilingual;
  readonly benefit: string;
  /** The base unit that quantities count: `tablet`, `capsule`, `millilitre`, `session`… */
  readonly unit: string;
  readonly medicine: Medicine | null;
}

export interface Medicine {
  readonly atc: string;
  readonly ingredient: string;
  readonly strength: string;
  readonly form: string;
  /** Base units in one pack. */
  readonly packSize: number;
  /** Smallest quantity that may be sold, in base units. */
  readonly saleableUnit: number;
  /** EAN/GTIN barcodes under which it is scanned. */
  readonly gtins: readonly string[];
  /** 24-bit code of the repeat key; null where repeats are not limited. */
  readonly repeatCode: number | null;
  /** Within which one may be given in the other's place; left out: those of the same ingredient, strength and form. */
  readonly substitutionGroup?: string;
  /** Of a narrow therapeutic index: never given in another's place, nor another in its own. Left out: it is not. */
  readonly isNarrowIndex?: true;
  /** Usual base units a day: proposes days' supply; null where there is none. */
  readonly dailyDose: number | null;
}

/** A unit price valid on service dates of the period, both ends included. */
export interface PriceRow {
  /** Whose price: one provider's own, a tier's, or a network's; the first of these that there is. */
  readonly scope:
    | { readonly provider: string }
    | { readonly tier: string }
    | { readonly network: string };
  readonly item: string;
  readonly period: Period;
  /** On its first day it is the price of what is ordered from this moment on; left out: of all day. */
  readonly at?: Instant;
  readonly unitPrice: Money;
}

/** What the state allows for a unit, whoever asks; valid on service dates of the period, both ends included. */
export type DecreeRow = Omit<PriceRow, 'scope'>;

/** Repeat rule: the next supply is permitted from last supply + days at hand x threshold, rounded up (inclusive). */
export interface RepeatRule {
  readonly thresholdPercent: number;
  /** Days left over of earlier supplies that count as at hand beside a supply's own, at most; left out: none. */
  readonly carriedDaysMost?: number;
  /** For which reasons a supply may come earlier; left out: for none. */
  readonly accepts?: readonly EarlyReason[];
  readonly clause: string;
}

/** One insurer's "instruction file", validated: plain data, as it is signed and stored. */
export interface RulePack {
  readonly packId: string;
  readonly version: number;
  readonly insurer: { readonly code: string; readonly name: Bilingual };
  readonly contract: { readonly code: string; readonly name: Bilingual; readonly period: Period };
  readonly currency: Currency;
  /** Where it is redenominated: all keys, in order; else none. Undated amounts are written in the first. */
  readonly currencyKeys: readonly CurrencyKey[];
  readonly plans: readonly Plan[];
  readonly networks: readonly Network[];
  /** What tells providers apart in their prices; left out: nothing but the network. */
  readonly tiers?: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly providers: readonly Provider[];
  readonly benefits: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly items: readonly Item[];
  readonly prices: readonly PriceRow[];
  readonly decrees: readonly DecreeRow[];
  readonly taxes: readonly TaxRule[];
  readonly diagnoses: readonly { readonly code: string; readonly name: Bilingual }[];
  /** Names of the repeat keys, by their 24-bit code. */
  readonly repeatKeys: readonly { readonly code: number; readonly name: Bilingual }[];
  readonly repeat: RepeatRule;
  readonly identity: IdentityTerms;
  readonly itemRules: readonly ItemRule[];
  /** Programmes for the chronically ill, which rules of items name. */
  readonly programmes: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly serviceGroups: readonly ServiceGroup[];
  readonly frequencies: readonly FrequencyRule[];
  readonly waiting: readonly WaitingRule[];
  readonly diagnosisRules: readonly DiagnosisRule[];
  /** Kinds of item for which a diagnosis must be stated. */
  readonly diagnosisNeededFor: readonly ItemKind[];
  readonly ceilings: readonly Ceiling[];
  readonly deductibles: readonly Deductible[];
  readonly outOfPocket: readonly OutOfPocketMaximum[];
  readonly conditions: readonly ConditionRule[];
  readonly offline: OfflinePolicy;
  /** What clinical alerts are looked up in; left out: no lists, which is said. No check looks at it. */
  readonly clinical?: ClinicalTerms;
  /** Checks that do not simply enforce. */
  readonly modes: Readonly<Record<string, CheckMode>>;
  /** Modes at some providers or for some days, which come before those; left out: none. */
  readonly trials?: readonly Trial[];
  /** Rules that were found faulty, and decide nothing meanwhile; left out: none. */
  readonly suspensions?: readonly Suspension[];
  /** Clauses of the contract that findings cite, by id. */
  readonly clauses: readonly {
    readonly id: string;
    readonly reference: Bilingual;
    readonly text: Bilingual;
  }[];
}

/** A pack laid out for deciding: every question is one look-up, whatever the size of the lists. */
export interface CompiledPack {
  readonly pack: RulePack;
  plan(code: string): Plan | null;
  /** The network's name; null when the pack does not list it. */
  networkName(network: string): Bilingual | null;
  /** The category's name; null when the pack does not list it. */
  benefitName(benefit: string): Bilingual | null;
  /** Of a pack laid out for a place, as the plan speaks of the benefit there; else as it speaks for all. */
  benefitRule(planCode: string, benefit: string): BenefitRule | null;
  /** Whether some plan speaks of a benefit otherwise in some networks or kinds of care. */
  readonly hasBoundBenefits: boolean;
  exclusion(planCode: string, item: string): { readonly clause: string } | null;
  provider(providerId: string): Provider | null;
  item(code: string): Item | null;
  /** The row in force on the service date: the provider's own before its tier's, that before its network's. */
  price(providerId: string, item: string, on: CalendarDate, orderedAt: Instant): PriceRow | null;
  /** The decree in force on the service date. */
  decree(item: string, on: CalendarDate, orderedAt: Instant): DecreeRow | null;
  /** The tax of a category; null when the pack does not list it. */
  tax(category: string): TaxRule | null;
  /** Whether some item's price may contain others, or others are paid a part of it. */
  readonly hasWholes: boolean;
  /** The items that are parts of it, where it is a panel. */
  partsOf(panel: string): readonly string[];
  /** What the contract says of an item under a plan, topic by topic. */
  itemTerms(item: Item, planCode: string | null): ItemTerms;
  /** What it says of a diagnosis; null when the text is no ICD-10 code. */
  diagnosisTerms(code: string, planCode: string | null): DiagnosisTerms | null;
  /** Whether it says anything on the topic of any diagnosis. */
  hasDiagnosisTerms(topic: keyof DiagnosisTerms): boolean;
  /** The diagnosis as the insurer names it; null when its list does not have it. */
  diagnosisName(code: string): Bilingual | null;
  /** Its conditions, each with its expression made ready. */
  readonly conditions: readonly CompiledCondition[];
  mode(check: string): CheckMode;
}
