import { decline, lineCheck, nothingAsked, pass, refer } from '../check.ts';
import { listDiagnosisFacts, shownDiagnosis } from '../diagnoses.ts';

/**
 * Whether the contract covers what the line is for (brochure M12): the narrowest rule on the principal
 * diagnosis decides. Where the contract asks for a diagnosis, a line without one refers.
 */
export const diagnosisCovered = lineCheck({
  id: 'diagnosis-covered',
  requirements: ['M12'],
  reasons: ['diagnosis-excluded', 'diagnosis-missing', 'diagnosis-unreadable'],
  run(context) {
    const { pack, item, diagnoses, planCode } = context;
    const [principal] = diagnoses;
    const facts = listDiagnosisFacts(context);
    if (principal === undefined) {
      const isNeeded = item !== null && pack.pack.diagnosisNeededFor.includes(item.kind);
      if (!isNeeded) return nothingAsked;
      return refer('diagnosis-missing', { shown: {}, facts, nearest: { kind: 'enter-diagnosis' } });
    }
    if (pack.pack.diagnosisRules.length === 0) return pass({ facts });
    const stranger = diagnoses.find((code) => pack.diagnosisTerms(code, planCode) === null);
    if (stranger !== undefined) {
      const diagnosis = shownDiagnosis(pack, stranger);
      return refer('diagnosis-unreadable', {
        shown: { diagnosis },
        facts,
        nearest: { kind: 'enter-diagnosis' },
      });
    }
    const term = pack.diagnosisTerms(principal, planCode)?.isCovered ?? null;
    if (term === null || term.value) return pass({ facts, clause: term?.clause ?? null });
    return decline('diagnosis-excluded', 'member', {
      shown: { diagnosis: shownDiagnosis(pack, principal) },
      facts,
      clause: term.clause,
      nearest: { kind: 'member-pays' },
    });
  },
});
