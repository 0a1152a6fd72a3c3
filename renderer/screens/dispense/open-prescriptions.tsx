import './open-prescriptions.css';
import { formatDate, formatNumber } from '#contracts/messages/format.ts';
import { prescriptionTexts } from '#contracts/messages/screens-prescription.ts';
import type { OpenPrescriptionLine, OpenPrescriptionView } from '#contracts/prescription-views.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { asksForPaper, PaperPrescriptions } from './paper-prescriptions.tsx';

/** What doctors ordered on this card and is not dispensed yet. Ctrl+O fills all that is left. */
export function OpenPrescriptions(props: {
  readonly visit: VisitView;
  readonly chosenId: string | undefined;
}) {
  const { say } = useSpeech();
  const fill = useFilling();
  const { visit } = props;
  const { papers, prescriptions } = visit;
  const asking = asksForPaper(visit, props.chosenId);
  const open = prescriptions.state === 'read' ? prescriptions.prescriptions : [];
  const fillAll = async () => {
    for (const { prescriptionId } of open) await fill(prescriptionId, null);
  };
  useShortcuts('screen', { 'Ctrl+KeyO': () => void fillAll() });
  if (prescriptions.state === 'not-permitted') return null;
  const isDoubtful =
    prescriptions.state === 'unknown' ||
    (prescriptions.state === 'read' && prescriptions.doubt !== null);
  const hasPaper = papers.length > 0 || asking !== null;
  const hasCard = open.length > 0 || isDoubtful || prescriptions.state !== 'read';
  if (!hasCard && !hasPaper) return null;
  const title = hasCard ? prescriptionTexts.open : prescriptionTexts.paper;
  return (
    <section className="card orders" aria-label={say(title)}>
      <header>
        <h2>{say(title)}</h2>
        {open.length === 0 ? null : (
          <button
            type="button"
            className="btn btn--quiet"
            aria-keyshortcuts="Control+O"
            onClick={() => void fillAll()}
          >
            <span>{say(prescriptionTexts.fillAll)}</span> <KeyHint keys="Ctrl O" />
          </button>
        )}
      </header>
      <PaperPrescriptions visit={visit} line={asking} />
      {prescriptions.state === 'reading' ? <p>{say(prescriptionTexts.reading)}</p> : null}
      {isDoubtful ? <p role="status">{say(prescriptionTexts.unknown)}</p> : null}
      {open.map((one) => (
        <Prescription key={one.prescriptionId} prescription={one} fill={fill} />
      ))}
    </section>
  );
}

type Fill = (prescriptionId: string, itemCode: string | null) => Promise<void>;

function useFilling(): Fill {
  const { client } = useDesk();
  const { act } = useActing();
  return async (prescriptionId, itemCode) => {
    await act(() => client.visit.fillPrescription({ prescriptionId, itemCode }));
  };
}

function Prescription({
  prescription,
  fill,
}: {
  readonly prescription: OpenPrescriptionView;
  readonly fill: Fill;
}) {
  const { say, language } = useSpeech();
  const { prescriptionId, providerName, on, licence, diagnoses, lines } = prescription;
  const provider = say(providerName ?? prescriptionTexts.unknownProvider);
  const by = say(prescriptionTexts.by, { provider, date: formatDate(on, language) });
  const who = licence === null ? by : `${by} · ${say(prescriptionTexts.licence, { licence })}`;
  return (
    <article>
      <p className="orders__by">
        {who}
        {diagnoses.length === 0
          ? null
          : ` · ${diagnoses.map(({ name }) => say(name)).join(language === 'ar' ? '، ' : ', ')}`}
      </p>
      <ul>
        {lines.map((line) => (
          <Line
            key={line.item.code}
            line={line}
            fill={() => void fill(prescriptionId, line.item.code)}
          />
        ))}
      </ul>
    </article>
  );
}

function Line({ line, fill }: { readonly line: OpenPrescriptionLine; readonly fill: () => void }) {
  const { say, language } = useSpeech();
  const units = (value: number | null) =>
    value === null ? say(prescriptionTexts.notKnown) : formatNumber(value, language);
  const counts = [
    [prescriptionTexts.ordered, line.ordered],
    [prescriptionTexts.filled, line.filled],
    [prescriptionTexts.left, line.left],
  ] as const;
  return (
    <li>
      <div className="orders__item">
        <b>{say(line.item.name)}</b>
        <span className="orders__until">
          {say(prescriptionTexts.validUntil, { date: formatDate(line.until, language) })}
        </span>
      </div>
      {counts.map(([name, value]) => (
        <span key={name.en} className="orders__count">
          <span>{say(name)}</span> <span className="num">{units(value)}</span>
        </span>
      ))}
      <button
        type="button"
        className="btn btn--quiet"
        aria-label={say(prescriptionTexts.fillItem, { item: say(line.item.name) })}
        onClick={fill}
      >
        {say(prescriptionTexts.fill)}
      </button>
    </li>
  );
}
