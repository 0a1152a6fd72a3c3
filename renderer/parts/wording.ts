import { checkNames } from '#contracts/messages/checks.ts';
import { explainFinding } from '#contracts/messages/explain.ts';
import { formatShown } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import type { Shown } from '#domain/facts.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';

/** Findings in words of the present language, with amounts in the contract's currency. */
export function useWording() {
  const { language, say } = useSpeech();
  const { currency } = useDesk().terminal;
  return {
    /** Six words for the row; a finding that passed has none. */
    short: (finding: Finding) => explainFinding(finding, language, currency)?.short ?? '',
    /** The whole sentence; a finding that passed says so. */
    sentence: (finding: Finding) =>
      explainFinding(finding, language, currency)?.sentence ?? say(decisionTexts.passedCheck),
    check: (finding: Finding) => say(checkNames[finding.check]),
    value: (shown: Shown) => formatShown(shown, language, currency),
  };
}

/** The finding that decided: the worst that is enforced; null when every check passed. */
export const decisive = (findings: readonly Finding[]): Finding | null =>
  findings.find(({ outcome, mode }) => outcome !== 'approved' && mode === 'enforce') ??
  findings.find(({ outcome, mode }) => outcome !== 'approved' && mode === 'warn') ??
  null;
