import { decline, lineCheck, nothingAsked, pass, refer } from '../check.ts';
import { listDiagnosisFacts, listDiagnosisTerms, shownDiagnosis } from '../diagnoses.ts';
import { judgeSex, sexFact } from '../person-limits.ts';

/**
 * Whether each diagnosis suits the person's sex (brochure M15). A diagnosis that does not is the provider's
 * mistake; where the sex is unknown or unverified it refers, so that the record can be corrected.
 */
export const diagnosisSex = lineCheck({
  id: 'diagnosis-sex',
  requirements: ['M15'],
  reasons: ['diagnosis-women-only', 'diagnosis-men-only', 'sex-unknown-for-diagnosis'],
  asks: ({ pack }) => (pack.hasDiagnosisTerms('sex') ? true : null),
  run(context) {
    const { input, pack } = context;
    const asked = listDiagnosisTerms(context, 'sex');
    if (asked.length === 0) return nothingAsked;
    const judged = asked.map((one) => ({ ...one, judgement: judgeSex(input, one.term.value) }));
    const facts = [...listDiagnosisFacts(context), sexFact(input)];
    const wrong = judged.find(({ judgement }) => judgement === 'other-sex');
    if (wrong !== undefined) {
      const reason = wrong.term.value === 'female' ? 'diagnosis-women-only' : 'diagnosis-men-only';
      return decline(reason, 'provider', {
        shown: { diagnosis: shownDiagnosis(pack, wrong.code) },
        facts,
        clause: wrong.term.clause,
        nearest: { kind: 'enter-diagnosis' },
      });
    }
    const unsure = judged.find(({ judgement }) => judgement === 'unsure');
    if (unsure === undefined) return pass({ facts, clause: asked[0]?.term.clause ?? null });
    return refer('sex-unknown-for-diagnosis', {
      shown: { diagnosis: shownDiagnosis(pack, unsure.code) },
      facts,
      clause: unsure.term.clause,
      nearest: { kind: 'correct-record' },
    });
  },
});
