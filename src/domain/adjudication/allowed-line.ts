import { add, zero } from '../money.ts';
import type { AllowedLine, LineBase } from './check.ts';
import type { DecidedLine } from './decision.ts';
import { type LineMoney, pricedOf } from './line-money.ts';
import { findPrescription } from './prescriptions.ts';

/** A line once it is decided, with what it was decided from. */
export interface JudgedLine {
  readonly decided: DecidedLine;
  readonly base: LineBase;
  readonly money: LineMoney | null;
}

/** The line as later lines find it. */
export const asAllowed = ({ decided, base, money }: JudgedLine): AllowedLine => ({
  ...base.line,
  quantity: decided.allowedQuantity,
  day: base.input.claim.serviceDate,
  daysSupply: decided.allowedDays,
  insurer: decided.amounts.insurer,
  payable: add(decided.amounts.insurer, decided.amounts.memberShare),
  priced: money === null ? zero : pricedOf(money),
  allowedPrice: money?.allowedPrice ?? zero,
  decided,
  restsOn: base.approval?.approvalId ?? null,
  fills: findPrescription(base)?.prescription.prescriptionId ?? null,
});
