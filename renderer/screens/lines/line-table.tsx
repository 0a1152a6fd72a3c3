import './line-table.css';
import './line-editing.css';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { formatTime } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { finderId } from '../../app/finder.ts';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LineRow } from '../../parts/line-row.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import type { LineEditing } from './line-editing.ts';
import type { LinesKind } from './lines-screen.tsx';

interface TableProps {
  readonly visit: VisitView;
  readonly kind: LinesKind;
  readonly editing: LineEditing;
}

/** The lines, then the field by which more are added. Arrows move, Enter edits, Delete removes. */
export function LineTable(props: TableProps) {
  const { visit, kind, editing } = props;
  const { say } = useSpeech();
  const chosenId = editing.chosen?.line.lineId;
  const body = useRef<HTMLDivElement>(null);
  useArrowsAnywhere(editing);
  useChosenInSight(body, `${chosenId} ${visit.lines.length}`);

  return (
    <div className="card lines">
      <div
        role="grid"
        aria-label={say(kind === 'dispense' ? linesTexts.dispenseLines : linesTexts.visitLines)}
        className="lines__grid"
      >
        <LineHead kind={kind} />
        <div className="body" ref={body} role="rowgroup">
          {visit.lines.map((view) => (
            <LineRow
              key={view.line.lineId}
              view={view}
              decided={
                visit.decision?.lines.find(({ lineId }) => lineId === view.line.lineId) ?? null
              }
              mayChooseDiagnoses={visit.diagnoses.length > 1}
              isChosen={view.line.lineId === chosenId}
              choose={() => editing.choose(view.line.lineId)}
              move={editing.move}
              change={(fields) => void editing.change(view.line.lineId, fields)}
              remove={() => void editing.remove(view.line.lineId)}
            />
          ))}
        </div>
      </div>
      <Finder kind={kind} editing={editing} />
    </div>
  );
}

function LineHead({ kind }: { readonly kind: LinesKind }) {
  const { say } = useSpeech();
  return (
    <div className="row head" role="row">
      <span role="columnheader">
        {say(kind === 'dispense' ? linesTexts.item : linesTexts.service)}
      </span>
      <span role="columnheader">{say(linesTexts.quantity)}</span>
      <span role="columnheader">{say(linesTexts.verdict)}</span>
      <span className="amount claimed" role="columnheader">
        {say(decisionTexts.claimed)}
      </span>
      <span className="amount" role="columnheader">
        {say(decisionTexts.insurer)}
      </span>
      <span className="amount" role="columnheader">
        {say(decisionTexts.patient)}
      </span>
      <span className="amount notpay" role="columnheader">
        {say(decisionTexts.notPayable)}
      </span>
    </div>
  );
}

function Finder({ kind, editing }: Pick<TableProps, 'kind' | 'editing'>) {
  const { say, language } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const { lastAdded } = editing;
  // Whoever comes here comes to add something: names are typed at once. A dialog that stands keeps the focus.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById(finderId)?.focus();
  }, []);
  return (
    <div className="scan">
      <Icon name="barcode" />
      <SearchBox
        id={finderId}
        label={say(kind === 'dispense' ? linesTexts.searchMedicine : linesTexts.searchService)}
        keys="F2"
        opensUpward
        find={async (query) =>
          (
            await act(() =>
              client.catalogue.findItems({
                query,
                kinds: kind === 'dispense' ? 'medicines' : 'all',
                limit: 8,
              }),
            )
          )?.value ?? []
        }
        keyOf={({ code }) => code}
        show={(item) => (
          <span className="hit">
            <b>{say(item.name)}</b>
            <bdi className="note">{language === 'ar' ? item.name.en : item.name.ar}</bdi>
            <bdi className="code note">{item.code}</bdi>
          </span>
        )}
        take={(item) => void editing.add(item)}
      />
      {lastAdded === null ? null : (
        <span className="last" role="status">
          {say(linesTexts.lastAdded, {
            time: formatTime(lastAdded.at, language),
            item: say(lastAdded.item.name),
          })}
        </span>
      )}
    </div>
  );
}

/** The chosen line is in sight whole, also once its verdict asks for more fields or the room above it grew. */
function useChosenInSight(body: RefObject<HTMLElement | null>, chosen: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly chosen line is another row
  useEffect(() => {
    const row = body.current?.querySelector('[aria-selected="true"]');
    if (body.current === null || row == null) return;
    const table = row.closest('.lines');
    const watch = new ResizeObserver(() => {
      for (const each of [table, row]) each?.scrollIntoView({ block: 'nearest' });
    });
    for (const each of [row, body.current]) watch.observe(each);
    return () => watch.disconnect();
  }, [body, chosen]);
}

/** Arrows move between lines even while nothing, or the empty search field, has the focus. */
function useArrowsAnywhere({ move }: LineEditing): void {
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent | KeyboardEvent) => {
      const { target } = event;
      const isFree =
        target === document.body ||
        (target instanceof HTMLInputElement && target.id === finderId && target.value === '');
      if (!isFree || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(event.key === 'ArrowDown' ? 1 : -1);
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, []);
}
