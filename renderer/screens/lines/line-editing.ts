import { useState } from 'react';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import type { Batch, ControlledSupply, EarlyReason, ServicePlace } from '#domain/claims.ts';
import { failure } from '#domain/failures.ts';
import type { Money } from '#domain/money.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { decodeScan, useScanner } from '../../app/scanner.ts';

export interface LineChange {
  readonly quantity?: number;
  readonly daysSupply?: number | null;
  readonly unitPrice?: Money | null;
  /** Null takes back what was said. */
  readonly place?: ServicePlace | null;
  readonly paidByOther?: Money | null;
  readonly tax?: Money | null;
  readonly early?: EarlyReason | null;
  readonly modifier?: string | null;
  readonly diagnoses?: string[] | null;
  readonly approvalId?: string | null;
  readonly batch?: Batch | null;
  readonly controlled?: ControlledSupply | null;
}

/** Everything that can be done to the lines, and which one is chosen. */
export function useLineEditing(visit: VisitView) {
  const { client } = useDesk();
  const { act, show } = useActing();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [lastAdded, setLastAdded] = useState<{ readonly item: Item; readonly at: string } | null>(
    null,
  );
  const { lines } = visit;
  // A chosen line may be gone; the page then explains the first that has something to explain.
  const chosen =
    lines.find(({ line }) => line.lineId === chosenId) ??
    lines.find(({ line }) => outcomeOf(visit, line.lineId) !== 'approved') ??
    lines[0] ??
    null;

  const add = async (item: Item) => {
    const added = await act(() => client.visit.addLine({ itemCode: item.code }));
    if (added === null) return;
    setChosen(added.value.lineId);
    setLastAdded({ item, at: new Date().toISOString() });
  };
  const scan = async (text: string) => {
    const code = decodeScan(text);
    const found = await act(() => client.catalogue.findItems({ query: code, limit: 1 }));
    const item = found?.value[0];
    if (item !== undefined) await add(item);
    else if (found !== null) show(failure('item-unknown', { item: code }));
  };
  useScanner((text) => void scan(text));

  const change = (lineId: string, fields: LineChange) =>
    act(() => client.visit.changeLine({ lineId, ...fields }));
  const remove = (lineId: string) => act(() => client.visit.removeLine({ lineId }));
  const move = (by: 1 | -1) => {
    const at = lines.findIndex(({ line }) => line.lineId === chosen?.line.lineId);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next !== undefined) setChosen(next.line.lineId);
  };
  return { chosen, choose: setChosen, move, add, change, remove, lastAdded };
}

export type LineEditing = ReturnType<typeof useLineEditing>;

export const outcomeOf = ({ decision }: VisitView, lineId: string) =>
  decision?.lines.find((decided) => decided.lineId === lineId)?.outcome ?? null;
