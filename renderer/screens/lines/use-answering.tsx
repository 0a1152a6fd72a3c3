import { useState } from 'react';
import type { AlertView, VisitView } from '#contracts/visit-views.ts';
import { useDesk } from '../../app/desk.tsx';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';

/** Which alert is being answered for, and what comes before saving: the alerts that nobody answered for yet. */
export function useAnswering({ alerts }: VisitView) {
  const { desk } = useDesk();
  const [answering, setAnswering] = useState<AlertView | null>(null);
  const mayAnswer = desk.user?.permissions.includes('acknowledge-alerts') ?? false;
  const open = listOpen(alerts);
  const next = (after: AlertView) =>
    setAnswering(open.find(({ alertId }) => alertId !== after.alertId) ?? null);
  return {
    answer: setAnswering,
    /** Saves; where alerts wait and this user may answer for them, asks for that first. */
    before: (save: () => void) => () => {
      const [first] = open;
      if (mayAnswer && first !== undefined) setAnswering(first);
      else save();
    },
    dialog:
      answering === null ? null : (
        <AcknowledgeDialog
          key={answering.alertId}
          alert={answering}
          done={() => next(answering)}
          close={() => setAnswering(null)}
        />
      ),
  };
}

const listOpen = (alerts: VisitView['alerts']): readonly AlertView[] =>
  alerts.state === 'found'
    ? alerts.alerts.filter(
        ({ severity, acknowledgement }) => severity !== 'note' && acknowledgement === null,
      )
    : [];
