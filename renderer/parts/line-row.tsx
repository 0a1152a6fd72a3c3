import { type KeyboardEvent, useEffect, useRef } from 'react';
import { formatAmount, formatNumber } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesCounts } from '#contracts/messages/screens-lines.ts';
import { prescriptionTexts } from '#contracts/messages/screens-prescription.ts';
import type { VisitLineView } from '#contracts/visit-views.ts';
import type { Amounts, DecidedLine } from '#domain/adjudication/decision.ts';
import { isOnPaper } from '#domain/adjudication/prescriptions.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import type { LineChange } from '../screens/lines/line-editing.ts';
import { LineFields } from './line-fields.tsx';
import { chipText, isIncomplete } from './missing.ts';
import { Sure } from './sure.tsx';
import { VerdictChip } from './verdict-chip.tsx';
import { decisive, useWording } from './wording.ts';

export interface LineRowProps {
  readonly view: VisitLineView;
  /** Whether a line can be for only some of the visit's diagnoses. */
  readonly mayChooseDiagnoses: boolean;
  readonly decided: DecidedLine | null;
  readonly isChosen: boolean;
  choose(): void;
  move(by: 1 | -1): void;
  change(fields: LineChange): void;
  remove(): void;
}

/** One line: name in both scripts, quantity, verdict with its reason, amounts. Chosen, it can be edited. */
export function LineRow(props: LineRowProps) {
  const { view, decided, isChosen } = props;
  const { say, language, count } = useSpeech();
  const row = useRef<HTMLDivElement>(null);
  useFollowFocus(row, isChosen);
  const { quantity, daysSupply } = view.line;
  return (
    <div
      ref={row}
      className="row line"
      role="row"
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      onClick={props.choose}
      onFocus={props.choose}
      onKeyDown={(event) => handleKey(event, row.current, props)}
    >
      <div className="item" role="gridcell">
        <b>{say(view.item.name)}</b>
        <span className="also">
          <bdi>{language === 'ar' ? view.item.name.en : view.item.name.ar}</bdi>
          {view.line.prescriptionId === undefined
            ? null
            : ` · ${say(isOnPaper(view.line.prescriptionId) ? prescriptionTexts.fromPaper : prescriptionTexts.fromPrescription)}`}
        </span>
      </div>
      <div className="qty" role="gridcell">
        <b>{formatNumber(quantity, language)}</b>
        {daysSupply === null ? null : <span>{count(daysSupply, linesCounts.days)}</span>}
      </div>
      <Verdict decided={decided} />
      <AmountCells decided={decided} />
      {isChosen ? <LineFields {...props} leave={() => row.current?.focus()} /> : null}
    </div>
  );
}

function Verdict({ decided }: { readonly decided: DecidedLine | null }) {
  const { short } = useWording();
  if (decided === null) return <div className="say" role="gridcell" />;
  const finding = decisive(decided.findings);
  return (
    <div className="say" role="gridcell">
      <VerdictChip outcome={decided.outcome} {...chipText(decided)} />
      <p>
        {decided.guaranteed && finding === null ? (
          <Sure />
        ) : finding === null ? null : (
          short(finding)
        )}
      </p>
    </div>
  );
}

function AmountCells({ decided }: { readonly decided: DecidedLine | null }) {
  const { say } = useSpeech();
  if (decided === null) return null;
  const { amounts } = decided;
  if (decided.outcome === 'referred') {
    return (
      <>
        <Amount value={amounts.claimed} className="claimed" />
        <span className="open" role="gridcell">
          {say(
            isIncomplete(decided) ? decisionTexts.outsideIncomplete : decisionTexts.outsideTotal,
          )}
        </span>
      </>
    );
  }
  return (
    <>
      <Amount value={amounts.claimed} className="claimed" />
      <Amount value={amounts.insurer} />
      <Amount value={patientPart(amounts)} className="pay" />
      <Amount value={amounts.providerWriteOff} className="notpay" />
    </>
  );
}

/** The member's share and what the member pays by consent. */
export const patientPart = ({ memberShare, memberPrivate }: Amounts): number =>
  memberShare + memberPrivate;

function Amount({
  value,
  className = '',
}: {
  readonly value: number;
  readonly className?: string;
}) {
  const { language } = useSpeech();
  const { currency } = useDesk().terminal;
  return (
    <span className={`amount ${className} ${value === 0 ? 'zero' : ''}`} role="gridcell">
      <data className="num" value={value}>
        {formatAmount(value, currency, language)}
      </data>
    </span>
  );
}

function handleKey(event: KeyboardEvent, row: HTMLElement | null, props: LineRowProps): void {
  if (event.target !== row) return;
  const actions: Record<string, (() => void) | undefined> = {
    ArrowDown: () => props.move(1),
    ArrowUp: () => props.move(-1),
    Enter: () => row?.querySelector('input')?.focus(),
    Delete: props.remove,
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

/** When the choice moves by arrow from another row, the focus moves with it. */
function useFollowFocus(row: { readonly current: HTMLElement | null }, isChosen: boolean): void {
  useEffect(() => {
    const active = document.activeElement;
    if (isChosen && active instanceof HTMLElement && active.classList.contains('line'))
      row.current?.focus();
  }, [isChosen, row]);
}
