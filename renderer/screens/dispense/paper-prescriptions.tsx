import { type FormEvent, useState } from 'react';
import { formatDate, formatNumber } from '#contracts/messages/format.ts';
import { prescriptionTexts } from '#contracts/messages/screens-prescription.ts';
import type { VisitLineView, VisitView } from '#contracts/visit-views.ts';
import { findCalendarDate } from '#domain/dates.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { latinDigits, parseWhole } from '../../parts/typed-numbers.ts';

/** Prescriptions on paper: those entered, and the form for the line that asks for one. */
export function PaperPrescriptions(props: {
  readonly visit: VisitView;
  readonly line: VisitLineView | null;
}) {
  const { say, language } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const { line, visit } = props;
  return (
    <>
      {visit.papers.map(({ licence, lines, on, prescriberName, prescriptionId }) => (
        <article key={prescriptionId}>
          <p className="orders__by">
            {say(prescriptionTexts.paper)} · {prescriberName} ·{' '}
            {say(prescriptionTexts.licence, { licence })} · {formatDate(on, language)}
          </p>
          <ul>
            {lines.map(({ item, quantity }) => (
              <li key={item.code}>
                <b>{say(item.name)}</b>
                <span>
                  {say(prescriptionTexts.quantity, { quantity: formatNumber(quantity, language) })}
                </span>
                <button
                  type="button"
                  className="btn btn--quiet btn--remove"
                  aria-label={say(prescriptionTexts.dropPaper)}
                  onClick={() => void act(() => client.visit.dropPaper({ prescriptionId }))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </article>
      ))}
      {line === null ? null : (
        <PaperForm key={line.line.lineId} line={line} latest={visit.serviceDate} />
      )}
    </>
  );
}

/** The chosen line, else the first, that would pass with a prescription. */
export function asksForPaper(visit: VisitView, chosenId: string | undefined): VisitLineView | null {
  const asking = visit.lines.filter(({ line }) =>
    visit.decision?.lines
      .find(({ lineId }) => lineId === line.lineId)
      ?.findings.some(
        ({ outcome, nearest }) => outcome !== 'approved' && nearest?.kind === 'enter-prescription',
      ),
  );
  return asking.find(({ line }) => line.lineId === chosenId) ?? asking[0] ?? null;
}

function PaperForm({ line, latest }: { readonly line: VisitLineView; readonly latest: string }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [typed, setTyped] = useState({
    prescriberName: '',
    prescriberLicence: '',
    writtenOn: '',
    wholeQuantity: `${line.line.quantity}`,
  });
  const [isTried, setTried] = useState(false);
  const licence = latinDigits(typed.prescriberLicence.trim());
  const on = findCalendarDate(typed.writtenOn);
  const quantity = parseWhole(typed.wholeQuantity, 1, 0xff_ff);
  const wrong = {
    prescriberName: typed.prescriberName.trim() === '',
    prescriberLicence: licence === '',
    writtenOn: on === null,
    wholeQuantity: quantity === null,
  };
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const prescriberName = typed.prescriberName.trim();
    if (prescriberName === '' || licence === '' || on === null || quantity === null) return;
    const { lineId } = line.line;
    await act(() => client.visit.enterPaper({ lineId, prescriberName, licence, on, quantity }));
  };
  return (
    <form className="orders__form" onSubmit={(event) => void enter(event)}>
      <b>{say(prescriptionTexts.paperFor, { item: say(line.item.name) })}</b>
      {fields.map(({ name, ...field }, i) => (
        <label key={name}>
          <span>{say(prescriptionTexts[name])}</span>
          <input
            className={field.type === 'text' ? 'field field--text' : 'field'}
            data-step={i === 0 ? 'enter-prescription' : undefined}
            autoComplete="off"
            spellCheck={false}
            value={typed[name]}
            max={name === 'writtenOn' ? latest : undefined}
            aria-invalid={isTried && wrong[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            {...field}
          />
        </label>
      ))}
      <button type="submit" className="btn">
        {say(prescriptionTexts.enterPaper)}
      </button>
    </form>
  );
}

const fields = [
  { name: 'prescriberName', type: 'text', maxLength: 60 },
  { name: 'prescriberLicence', type: 'text', maxLength: 20 },
  { name: 'writtenOn', type: 'date' },
  { name: 'wholeQuantity', type: 'text', inputMode: 'numeric' },
] as const;
