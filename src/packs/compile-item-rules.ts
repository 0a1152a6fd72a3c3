import type { AgeRange } from '#domain/adjudication/contract-terms.ts';
import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import { compileCareTerms } from './compile-care-terms.ts';
import { compileCourseTerms } from './compile-course-terms.ts';
import type { Path } from './problem.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';

/** Lays out what the contract says of its items; what a rule left out becomes null. */
export const compileItemRules = (
  { rules }: PackSource['item-rules'],
  read: ReadMoney,
): ItemRule[] =>
  rules.map(
    (rule, at): ItemRule => ({
      scope: rule.for,
      plans: rule.plans ?? null,
      sex: rule.sex ?? null,
      age: compileAge(rule.age),
      indications: rule.indications ?? null,
      quantity: compileQuantity(rule),
      duplicate: compileDuplicate(rule),
      prescription: compilePrescription(rule),
      approval: compileApproval(rule, ['rules', at, 'approval', 'above'], read),
      price: compilePrice(rule.price, ['rules', at, 'price', 'reference'], read),
      tax: rule.tax ?? null,
      settings: rule.settings ?? null,
      specialties: rule.specialties ?? null,
      ...compileCareTerms(rule),
      ...compileCourseTerms(rule),
      globalPeriod: compileGlobalPeriod(rule),
      clause: rule.clause,
    }),
  );

/** Either bound that a rule leaves out is none. */
export const compileAge = (
  range: PackSource['diagnosis-rules']['rules'][number]['age'],
): AgeRange | null =>
  range === undefined ? null : { from: range.from ?? null, to: range.to ?? null };

type Written = PackSource['item-rules']['rules'][number];

const compileQuantity = ({ quantity }: Written): ItemRule['quantity'] =>
  quantity === undefined
    ? null
    : {
        perDispensing: quantity.perDispensing ?? null,
        perDay: quantity.perDay ?? null,
        maximumDays: quantity.maximumDays ?? null,
        perPeriod: quantity.perPeriod ?? null,
      };

const compileDuplicate = ({ duplicate }: Written): ItemRule['duplicate'] =>
  duplicate === undefined ? null : { ...duplicate, modifiers: duplicate.modifiers ?? [] };

const compilePrescription = ({ prescription }: Written): ItemRule['prescription'] =>
  prescription === undefined
    ? null
    : {
        isNeeded: prescription.needed,
        validDays: prescription.validDays,
        takesPaper: prescription.paper ?? true,
      };

const compileApproval = (
  { approval }: Written,
  path: Path,
  read: ReadMoney,
): ItemRule['approval'] =>
  approval === undefined
    ? null
    : {
        isNeeded: approval.needed,
        above: approval.above === undefined ? null : read(approval.above, 'item-rules', path),
      };

const compileGlobalPeriod = ({ globalPeriod }: Written): ItemRule['globalPeriod'] =>
  globalPeriod === undefined
    ? null
    : {
        ...globalPeriod,
        before: globalPeriod.before ?? 0,
        modifiers: globalPeriod.modifiers ?? [],
      };

const compilePrice = (term: Written['price'], path: Path, read: ReadMoney): ItemRule['price'] =>
  term === undefined
    ? null
    : {
        discountPercent: term.discount ?? null,
        percentOf: term.percentOf ?? null,
        reference: term.reference === undefined ? null : read(term.reference, 'item-rules', path),
      };
