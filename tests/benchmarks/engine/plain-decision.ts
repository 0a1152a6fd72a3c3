import { outcomeWeight } from '#domain/adjudication/findings.ts';
import { type PlainCheck, plainChecks } from './plain-pack.ts';
import type { PlainDecision, PlainFinding } from './rivals.ts';

const passed = new Map<PlainCheck, PlainFinding>(
  plainChecks.map((check) => [check, { check, outcome: 'approved', reason: null }]),
);

/** Makes a decision of what some checks found: the others passed, and the worst outcome wins. */
export function plainDecision(found: readonly PlainFinding[]): PlainDecision {
  const findings = new Map(passed);
  let worst: PlainFinding['outcome'] = 'approved';
  for (const finding of found) {
    findings.set(finding.check, finding);
    if (outcomeWeight[finding.outcome] > outcomeWeight[worst]) worst = finding.outcome;
  }
  return { outcome: worst, findings: [...findings.values()] };
}
