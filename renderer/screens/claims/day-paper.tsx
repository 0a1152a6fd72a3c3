import { useEffect, useState } from 'react';
import type { DayView } from '#contracts/claim-views.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { DaySummary } from '../../paper/day-summary.tsx';
import { PrintPreview } from '../../paper/print-preview.tsx';

/** A day's summary as it is printed, with the way to close the day: asked twice, since it cannot be taken back. */
export function DayPaper(props: { readonly day: CalendarDate; readonly close: () => void }) {
  const { say } = useSpeech();
  const { client, desk } = useDesk();
  const { act } = useActing();
  const [view, setView] = useState<DayView | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { day } = props;
  useEffect(() => {
    void act(() => client.day.show({ day })).then((answer) => {
      if (answer !== null) setView(answer.value);
    });
  }, [client, act, day]);
  if (view === null) return null;
  const mayClose = view.closedAt === null && desk.user?.permissions.includes('close-day') === true;
  const closeDay = async () => {
    if (!isAsked) return setAsked(true);
    const closed = await act(() => client.day.close({ day }));
    if (closed !== null) setView(closed.value);
  };
  const closing = {
    name: say(isAsked ? claimsTexts.closeDaySure : claimsTexts.closeDay),
    isChosen: isAsked,
    choose: () => void closeDay(),
  };
  return (
    <PrintPreview
      size="sheet"
      title={say(paperTexts.day)}
      close={props.close}
      choices={mayClose ? [closing] : []}
    >
      <DaySummary day={view} />
    </PrintPreview>
  );
}
