import type { VisitView } from '#contracts/visit-views.ts';
import type { NearestChange, NextStep } from '#domain/adjudication/decision.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import type { ScreenProps } from '../screen.ts';
import type { EncounterField } from '../visit/encounter-field.ts';
import type { LineEditing } from './line-editing.ts';

/** Where each thing that can be said of the encounter is entered. */
const encounterFields: Partial<Record<NearestChange['kind'], EncounterField>> = {
  'enter-encounter': 'kind',
  'enter-clinician': 'clinician',
  'enter-stay': 'stay',
  'state-accident': 'accident',
  'state-onset': 'onset',
  'state-other-cover': 'otherCover',
  'state-pregnancy': 'pregnancy',
  'enter-refraction': 'refraction',
  'present-referral': 'referral',
  'present-report': 'report',
};

/** Makes the nearest change of the chosen line, or puts the focus where it is entered. */
export function useNextStep(
  editing: LineEditing,
  enter: (field: EncounterField) => void,
  open: ScreenProps['open'],
  enterPin: () => void,
): (nearest: NearestChange) => void {
  const { client } = useDesk();
  const { act } = useActing();
  return (nearest) => {
    const lineId = editing.chosen?.line.lineId;
    const field = encounterFields[nearest.kind];
    if (lineId === undefined) return;
    if (field !== undefined) return enter(field);
    switch (nearest.kind) {
      case 'unit-price':
        return void editing.change(lineId, { unitPrice: nearest.price });
      case 'quantity':
        return void editing.change(lineId, { quantity: nearest.quantity });
      case 'wait-until':
      case 'leave-out':
      case 'other-provider':
        return void editing.remove(lineId);
      case 'confirm-holder':
      case 'see-patient':
        return open('patient');
      case 'enter-pin':
        return enterPin();
      case 'take-signature':
        return void act(() => client.visit.recordSignature({ isSigned: true }));
      default:
        return focusStep(nearest.kind);
    }
  };
}

/** A field says by `data-step` what is entered in it. */
function focusStep(step: NextStep): void {
  document.querySelector<HTMLElement>(`[data-step~="${step}"]`)?.focus();
}

/** What the lines that do not pass ask for. */
export function listAskedSteps({ decision }: VisitView): ReadonlySet<NearestChange['kind']> {
  const findings = decision?.lines.flatMap((line) => line.findings) ?? [];
  return new Set(
    findings
      .filter(({ outcome, mode }) => outcome !== 'approved' && mode === 'enforce')
      .flatMap(({ nearest }) => (nearest === null ? [] : [nearest.kind])),
  );
}

/** The same, as fields of the encounter. */
export const listAskedFields = (visit: VisitView): ReadonlySet<EncounterField> =>
  new Set(
    [...listAskedSteps(visit)].flatMap((kind) => {
      const field = encounterFields[kind];
      return field === undefined ? [] : [field];
    }),
  );
