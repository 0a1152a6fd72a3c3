import { explainFinding } from '#contracts/messages/explain.ts';
import type { ShownCurrency } from '#contracts/messages/format.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import type { LineTold } from './told.ts';

/** The reasons that findings give, worst first, as sentences in both languages; passed checks give none. */
export const tellReasons = (
  findings: readonly Finding[],
  currency: ShownCurrency,
): LineTold['reasons'] =>
  findings.flatMap((finding) => {
    const ar = explainFinding(finding, 'ar', currency)?.sentence;
    const en = explainFinding(finding, 'en', currency)?.sentence;
    if (finding.reason === null || ar === undefined || en === undefined) return [];
    return [{ reason: finding.reason, sentence: { ar, en } }];
  });
