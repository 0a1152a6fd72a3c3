import { decline, lineCheck, nothingAsked, pass, refer } from '../check.ts';
import { listDiagnosisFacts, listDiagnosisTerms, shownDiagnosis } from '../diagnoses.ts';
import { ageFact, ageShown, judgeAge } from '../person-limits.ts';

/**
 * Whether each diagnosis suits the person's age on the service date, both bounds included (brochure M16).
 * Where the birth date leaves it open, or is unverified, it refers.
 */
export const diagnosisAge = lineCheck({
  id: 'diagnosis-age',
  requirements: ['M16'],
  reasons: ['diagnosis-too-young', 'diagnosis-too-old', 'age-unknown-for-diagnosis'],
  asks: ({ pack }) => (pack.hasDiagnosisTerms('age') ? true : null),
  run(context) {
    const { input, pack } = context;
    const asked = listDiagnosisTerms(context, 'age');
    const [first] = asked;
    if (first === undefined) return nothingAsked;
    const judged = asked.map((one) => ({ ...one, judgement: judgeAge(input, one.term.value) }));
    const worst =
      judged.find(({ judgement }) => judgement === 'too-young' || judgement === 'too-old') ??
      judged.find(({ judgement }) => judgement === 'unsure');
    const { code, term, judgement } = worst ?? { ...first, judgement: 'fits' };
    const facts = [...listDiagnosisFacts(context), ageFact(input, term.value)];
    const details = { facts, clause: term.clause };
    const diagnosis = shownDiagnosis(pack, code);
    const { from, to } = term.value;
    const nearest = { kind: 'enter-diagnosis' } as const;
    if (judgement === 'too-young' && from !== null) {
      const shown = { diagnosis, from: ageShown(from) };
      return decline('diagnosis-too-young', 'provider', { ...details, shown, nearest });
    }
    if (judgement === 'too-old' && to !== null) {
      const shown = { diagnosis, to: ageShown(to) };
      return decline('diagnosis-too-old', 'provider', { ...details, shown, nearest });
    }
    if (judgement === 'fits') return pass(details);
    return refer('age-unknown-for-diagnosis', {
      ...details,
      shown: { diagnosis },
      nearest: { kind: 'correct-record' },
    });
  },
});
