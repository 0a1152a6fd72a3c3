import { Modal } from '@mantine/core';
import { useState } from 'react';
import { acknowledgementNames } from '#contracts/messages/alerts.ts';
import { alertsTexts } from '#contracts/messages/screens-alerts.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import type { AlertView } from '#contracts/visit-views.ts';
import { type AcknowledgementReason, acknowledgementReasons } from '#domain/clinical/alert.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { AlertWords, SeverityChip } from '../../parts/alert-parts.tsx';
import { Facts } from '../../parts/finding-parts.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';

/** Somebody who may answers for one alert: a reason by arrow keys, words where they are needed, F9. */
export function AcknowledgeDialog(props: {
  readonly alert: AlertView;
  /** It was answered for. */
  readonly done: () => void;
  readonly close: () => void;
}) {
  const { alert } = props;
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [reason, setReason] = useState<AcknowledgementReason | null>(
    alert.acknowledgement?.reason ?? null,
  );
  const [note, setNote] = useState(alert.acknowledgement?.note ?? '');
  const isReady = reason !== null && (reason !== 'other' || note.trim() !== '');
  const goOn = async () => {
    if (!isReady || reason === null) return;
    const { alertId } = alert;
    const answered = await act(() => client.visit.acknowledgeAlert({ alertId, reason, note }));
    if (answered === null) props.close();
    else props.done();
  };
  return (
    <Modal
      opened
      onClose={props.close}
      title={say(alertsTexts.title)}
      size="38rem"
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
    >
      <Keys goOn={() => void goOn()} close={props.close} />
      <form
        className="path acknowledge"
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        <div className="acknowledge__alert" role="alert">
          <SeverityChip severity={alert.severity} />
          <AlertWords alert={alert} />
        </div>
        <Facts facts={alert.facts} />
        <fieldset>
          <legend>{say(alertsTexts.reason)}</legend>
          {acknowledgementReasons.map((each, at) => (
            <label key={each} className="path__way">
              <input
                type="radio"
                name="reason"
                value={each}
                checked={each === reason}
                data-autofocus={at === 0 ? true : undefined}
                onChange={() => setReason(each)}
              />
              <span>{say(acknowledgementNames[each])}</span>
            </label>
          ))}
        </fieldset>
        <label className="path__field">
          <span>{say(alertsTexts.note)}</span>
          <input
            className="field"
            type="text"
            maxLength={200}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <footer className="path__foot">
          <button className="btn btn--primary btn--lg" type="submit" disabled={!isReady}>
            <span>{say(alertsTexts.acknowledge)}</span> <KeyHint keys="F9" />
          </button>
        </footer>
      </form>
    </Modal>
  );
}

function Keys({ goOn, close }: { readonly goOn: () => void; readonly close: () => void }) {
  useShortcuts('overlay', { F9: goOn, Escape: close });
  return null;
}
