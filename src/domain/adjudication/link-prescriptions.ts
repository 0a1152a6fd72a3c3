import { type ClaimLine, dayOfLine } from '../claims.ts';
import type { AdjudicationInput } from './input.ts';
import { inputOfDay } from './line-days.ts';
import { findMembership } from './membership.ts';
import { type FillingBase, findPrescription, isUsable } from './prescriptions.ts';
import type { CompiledPack } from './rule-pack.ts';

/**
 * The claim's lines, each medicine naming the prescription that it fills: one that orders it, is in its days and
 * not known to be filled after the lines before. The diagnosis is inherited from it where the line has none.
 */
export function linkPrescriptions(input: AdjudicationInput, pack: CompiledPack): ClaimLine[] {
  const planCode = findMembership(input)?.planCode ?? null;
  const earlier: FillingBase['allowedBefore'][number][] = [];
  return input.claim.lines.map((line) => {
    const item = pack.item(line.itemCode);
    if (item?.medicine == null) return line;
    const terms = pack.itemTerms(item, planCode);
    const ofDay = inputOfDay(input, dayOfLine(input.claim, line));
    const base = { input: ofDay, line, item, pack, terms, allowedBefore: earlier };
    const found = findPrescription(base);
    if (found === null || !isUsable(found, base)) return line;
    const { prescriptionId, diagnoses } = found.prescription;
    const { itemCode, quantity } = line;
    earlier.push({ itemCode, quantity, fills: prescriptionId });
    const inherited = line.diagnoses === undefined && diagnoses.length > 0 ? { diagnoses } : {};
    return { ...line, ...inherited, prescriptionId };
  });
}
