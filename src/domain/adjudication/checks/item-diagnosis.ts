import { lineCheck, pass, refer } from '../check.ts';
import { listDiagnosisFacts, shownDiagnosis } from '../diagnoses.ts';
import { isDiagnosisWithin } from '../diagnosis-terms.ts';
import { itemShown } from '../shown.ts';

/**
 * Whether one of the line's diagnoses is among those for which the contract pays the item, where it lists them
 * (brochure M12): a code, category or range of ICD-10. Whether another use is justified, the insurer decides.
 */
export const itemDiagnosis = lineCheck({
  id: 'item-diagnosis',
  requirements: ['M12'],
  reasons: ['item-not-indicated', 'indication-not-said'],
  asks: ({ terms }) => terms?.indications ?? null,
  run(context, { value: indications, clause }) {
    const { pack, item, line, diagnoses } = context;
    const [principal] = diagnoses;
    const facts = listDiagnosisFacts(context);
    const shown = { item: itemShown(item, line.itemCode) };
    if (principal === undefined) {
      const nearest = { kind: 'enter-diagnosis' } as const;
      return refer('indication-not-said', { shown, facts, clause, nearest });
    }
    const isIndicated = diagnoses.some((code) =>
      indications.some((scope) => isDiagnosisWithin(code, scope)),
    );
    if (isIndicated) return pass({ facts, clause });
    const diagnosis = shownDiagnosis(pack, principal);
    return refer('item-not-indicated', { shown: { ...shown, diagnosis }, facts, clause });
  },
});
