import { useState } from 'react';
import type { SavedClaim, SentRequest } from '#contracts/claim-views.ts';
import { requestTexts } from '#contracts/messages/screens-requests.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { zero } from '#domain/money.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useLastSaved } from '../../app/last-saved.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { WhyPanel } from '../../parts/why-panel.tsx';
import { OpenPrescriptions } from '../dispense/open-prescriptions.tsx';
import type { ScreenProps } from '../screen.ts';
import { EncounterBar } from '../visit/encounter-bar.tsx';
import { EncounterDialog } from '../visit/encounter-dialog.tsx';
import type { EncounterField } from '../visit/encounter-field.ts';
import { PrescriptionPanel } from '../visit/prescription-panel.tsx';
import { useApproval } from './approval-box.tsx';
import { ClinicalStrip } from './clinical-strip.tsx';
import { useConsent } from './consent-box.tsx';
import { ProvingPin, SignatureNote } from './holder-proof.tsx';
import { useInstead } from './instead-box.tsx';
import { useLineEditing } from './line-editing.ts';
import { LineTable } from './line-table.tsx';
import type { LinesKind } from './lines-screen.tsx';
import { MemberStrip } from './member-strip.tsx';
import { listAskedFields, listAskedSteps, useNextStep } from './next-step.ts';
import { Summary } from './summary.tsx';
import { TotalsBar } from './totals-bar.tsx';
import { useAnswering } from './use-answering.tsx';

/** Lines, their live verdicts, why, and the totals at the foot. */
export function LinesPage(
  props: ScreenProps & { readonly visit: VisitView; readonly kind: LinesKind },
) {
  const { visit, kind, open } = props;
  const { say } = useSpeech();
  const editing = useLineEditing(visit);
  const [field, setField] = useState<EncounterField | null>(null);
  const [isPinOpen, setPinOpen] = useState(false);
  const take = useNextStep(editing, setField, open, () => setPinOpen(true));
  const answering = useAnswering(visit);
  const plain = useEnding(visit, () => open('patient'));
  const ending: Ending = { ...plain, save: answering.before(plain.save) };
  const decided = visit.decision?.lines.find(
    ({ lineId }) => lineId === editing.chosen?.line.lineId,
  );
  const sign = useConsent();
  const [sent, setSent] = useState<SentRequest | null>(null);
  const send = useApproval(setSent);
  const instead = useInstead(visit, editing.chosen?.line.lineId ?? null);
  const anotherWay = () => {
    if (instead !== null) return instead.give();
    if (editing.chosen === null || decided === undefined) return;
    if (decided.outcome === 'referred') void send(editing.chosen);
    else if (decided.ownPart > 0) {
      sign(editing.chosen, decided.amounts.memberPrivate === 0);
    }
  };
  useShortcuts('screen', {
    F3: () => document.getElementById('why')?.focus(),
    F8: ending.setAside,
    F9: ending.save,
    F10: anotherWay,
    'Ctrl+KeyE': () => setField('kind'),
  });
  return (
    <div className="page lines-page">
      <MemberStrip visit={visit} mayEdit={kind === 'visit' || asksForDiagnosis(visit)} />
      <div className="sums">
        <Summary visit={visit} kind={kind} />
        <ClinicalStrip visit={visit} answer={answering.answer} />
        {sent === null ? null : (
          <p className="note sent-note" role="status">
            {say(requestTexts.sent, { request: sent.requestNumber })}
          </p>
        )}
        <SignatureNote visit={visit} />
        {kind === 'visit' || isDescribed(visit) ? (
          <EncounterBar visit={visit} enter={setField} />
        ) : null}
      </div>
      <div className="lines-stack">
        {kind === 'dispense' ? (
          <OpenPrescriptions visit={visit} chosenId={editing.chosen?.line.lineId} />
        ) : (
          <PrescriptionPanel visit={visit} />
        )}
        <LineTable visit={visit} kind={kind} editing={editing} />
      </div>
      <WhyPanel
        line={editing.chosen}
        decided={decided ?? null}
        instead={instead}
        serviceDate={visit.serviceDate}
        take={take}
        send={(line) => void send(line)}
      />
      <TotalsBar visit={visit} kind={kind} ending={ending} />
      {answering.dialog}
      <ProvingPin visit={visit} isOpen={isPinOpen} close={() => setPinOpen(false)} />
      {field === null ? null : (
        <EncounterDialog visit={visit} field={field} close={() => setField(null)} />
      )}
    </div>
  );
}

/** At the pharmacy a diagnosis is entered only where a line needs one, or one stands already. */
const asksForDiagnosis = (visit: VisitView): boolean =>
  visit.diagnoses.length > 0 || listAskedSteps(visit).has('enter-diagnosis');

/** Whether something was said of the encounter, or a line asks for it. */
const isDescribed = (visit: VisitView): boolean =>
  visit.encounter !== 'outpatient' ||
  Object.keys(visit.circumstances).length > 0 ||
  listAskedFields(visit).size > 0;

/** Saving and setting aside. Dropping lines that were entered is asked for twice. */
function useEnding(visit: VisitView, leave: () => void) {
  const { client } = useDesk();
  const { act } = useActing();
  const { keep } = useLastSaved();
  const [isBusy, setBusy] = useState(false);
  const [asks, setAsks] = useState(false);
  const isEmpty = visit.lines.length === 0 && visit.order === null;

  const save = async () => {
    if (isBusy) return;
    setBusy(true);
    const cashDue = visit.decision?.cashDue ?? zero;
    const saved = await act<SavedClaim>(() => client.visit.save());
    setBusy(false);
    if (saved !== null) keep({ claim: saved.value, person: visit.person, cashDue });
  };
  const setAside = async () => {
    if (!isEmpty && !asks) {
      setAsks(true);
      return;
    }
    if ((await act(() => client.visit.close())) !== null) leave();
  };
  return {
    isBusy,
    /** Nothing to save, and nothing to lose. */
    isEmpty,
    asks,
    save: () => {
      void save();
    },
    setAside: () => void setAside(),
    cancel: () => setAsks(false),
  };
}

export type Ending = ReturnType<typeof useEnding>;
