import { addMonths } from '../../dates.ts';
import { decline, type LineContext, lineCheck, nothingAsked, pass, refer } from '../check.ts';
import type { DiagnosisConditions } from '../contract-terms.ts';
import { listDiagnosisFacts, listDiagnosisTerms, shownDiagnosis } from '../diagnoses.ts';
import { findMembership } from '../membership.ts';
import { aDay, aWord, fromOperator, missing, serviceDateOf } from '../shown.ts';
import { waitingStart } from '../waiting.ts';

/**
 * What the contract asks before it pays for a diagnosis (brochure M7): a referral, a report, a specialist, an
 * approval, that the illness did not begin before the cover, and that nobody else is liable for an accident.
 * Only an illness known to be older than the cover declines; whatever was not said refers.
 */
export const diagnosisConditions = lineCheck({
  id: 'diagnosis-conditions',
  requirements: ['M7'],
  reasons: [
    'condition-pre-existing',
    'third-party-liable',
    'accident-not-said',
    'onset-unknown',
    'referral-missing',
    'report-missing',
    'specialist-needed',
    'diagnosis-needs-approval',
  ],
  asks: ({ pack }) => (pack.hasDiagnosisTerms('conditions') ? true : null),
  run(context) {
    const asked = listDiagnosisTerms(context, 'conditions');
    if (asked.length === 0) return nothingAsked;
    const unmet = asked.flatMap(({ code, term }) => {
      const said = judge(context, code, term.value, term.clause);
      return said === null ? [] : [said];
    });
    const worst = unmet.find(({ outcome }) => outcome === 'declined') ?? unmet[0];
    return (
      worst ?? pass({ facts: listDiagnosisFacts(context), clause: asked[0]?.term.clause ?? null })
    );
  },
});

function judge(context: LineContext, code: string, term: DiagnosisConditions, clause: string) {
  return (
    tooOld(context, code, term, clause) ??
    notLiable(context, code, term, clause) ??
    lacking(context, code, term, clause)
  );
}

function tooOld(context: LineContext, code: string, term: DiagnosisConditions, clause: string) {
  if (term.preExistingMonths === null) return null;
  const { input } = context;
  const membership = findMembership(input);
  const onset = input.claim.onset ?? null;
  const facts = [
    ...listDiagnosisFacts(context),
    fromOperator(input, 'onset', onset && aDay(onset)),
    serviceDateOf(input),
  ];
  const shown = { diagnosis: shownDiagnosis(context.pack, code) };
  if (membership === null) {
    const unknownStart = missing('member-start', input.membership.source);
    return refer('onset-unknown', {
      shown,
      facts: [...facts, unknownStart],
      clause,
      nearest: { kind: 'connect' },
    });
  }
  const start = waitingStart(membership);
  const coveredFrom = addMonths(start, term.preExistingMonths);
  if (input.claim.serviceDate >= coveredFrom) return null;
  if (onset === null) {
    return refer('onset-unknown', { shown, facts, clause, nearest: { kind: 'state-onset' } });
  }
  if (onset >= start) return null;
  return decline('condition-pre-existing', 'member', {
    shown: { ...shown, onset: aDay(onset), start: aDay(start), from: aDay(coveredFrom) },
    facts,
    clause,
    nearest: { kind: 'wait-until', date: coveredFrom },
  });
}

function notLiable(context: LineContext, code: string, term: DiagnosisConditions, clause: string) {
  if (!term.asksForAccident) return null;
  const { input } = context;
  const accident = input.claim.accident ?? null;
  const facts = [
    ...listDiagnosisFacts(context),
    fromOperator(input, 'accident', accident && aWord(`accident-${accident}`)),
  ];
  const shown = { diagnosis: shownDiagnosis(context.pack, code) };
  if (accident === null) {
    const nearest = { kind: 'state-accident' } as const;
    return refer('accident-not-said', { shown, facts, clause, nearest });
  }
  // Once it is known what the liable party paid of the line, nobody needs to ask.
  if (accident === 'none' || accident === 'own' || context.line.paidByOther !== undefined)
    return null;
  const liable = { ...shown, accident: aWord(`accident-${accident}`) };
  return refer('third-party-liable', { shown: liable, facts, clause });
}

function lacking(context: LineContext, code: string, term: DiagnosisConditions, clause: string) {
  const { input, approval } = context;
  const documents = input.claim.documents ?? [];
  const specialty = input.claim.clinician?.specialty ?? null;
  const shown = { diagnosis: shownDiagnosis(context.pack, code) };
  const diagnosis = listDiagnosisFacts(context);
  const withDocument = {
    shown,
    facts: [...diagnosis, fromOperator(input, 'document', null)],
    clause,
  };
  const isReferred = documents.includes('referral') || input.claim.referral !== undefined;
  if (term.needsReferral && !isReferred) {
    return refer('referral-missing', { ...withDocument, nearest: { kind: 'present-referral' } });
  }
  if (term.needsReport && !documents.includes('report')) {
    return refer('report-missing', { ...withDocument, nearest: { kind: 'present-report' } });
  }
  if (
    term.specialties.length > 0 &&
    !(specialty !== null && term.specialties.includes(specialty))
  ) {
    const facts = [...diagnosis, fromOperator(input, 'clinician', null)];
    const nearest = { kind: 'enter-clinician' } as const;
    return refer('specialist-needed', { shown, facts, clause, nearest });
  }
  if (term.needsApproval && approval === null) {
    const facts = [...diagnosis, missing('approval', 'centre')];
    return refer('diagnosis-needs-approval', { shown, facts, clause });
  }
  return null;
}
