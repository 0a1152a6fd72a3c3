import './claims.css';
import { useState } from 'react';
import type { ClaimState } from '#contracts/claim-views.ts';
import { failure } from '#domain/failures.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { focusFinder } from '../../app/finder.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { ClaimPapers } from '../../paper/claim-papers.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { ClaimList } from './claim-list.tsx';
import { DayPaper } from './day-paper.tsx';
import { RequestsPane } from './requests-pane.tsx';
import { SyncStrip } from './sync-strip.tsx';
import { Tools } from './tools.tsx';
import { TopLine } from './top-line.tsx';
import { localToday, useClaim, useClaims, useCounts } from './use-claims.ts';
import { VoidDialog } from './void-dialog.tsx';

type Opened = 'void' | 'papers' | 'day' | null;

/** Claims as they are looked for, how far each has come, and one of them opened: reversed and printed by key. */
export function ClaimsScreen() {
  const { desk } = useDesk();
  const { show } = useActing();
  const [day, setDay] = useState(localToday);
  const [isAllDays, setAllDays] = useState(false);
  const [state, setState] = useState<ClaimState | null>(null);
  const [words, setWords] = useState('');
  const [chosenId, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened>(null);
  const [isRequests, setRequests] = useState(desk.answered !== null);
  const shownDay = isAllDays ? null : day;
  const claims = useClaims({ day: shownDay, state, words }) ?? [];
  const counts = useCounts(shownDay);
  const chosen = claims.find(({ claimId }) => claimId === chosenId) ?? claims[0] ?? null;
  const claim = useClaim(chosen);

  const openOn = (what: 'void' | 'papers') =>
    claim === null || isRequests ? show(failure('paper-empty')) : setOpened(what);
  const takeBack = () => {
    if (claim !== null && !isRequests && !claim.isVoidable) show(whyNot(claim));
    else openOn('void');
  };
  const actions = {
    takeBack,
    print: () => openOn('papers'),
    showDay: () => setOpened('day'),
  };
  useShortcuts('screen', {
    F2: () => void focusFinder(),
    F8: actions.takeBack,
    F9: actions.print,
    F10: actions.showDay,
  });
  const close = () => setOpened(null);
  return (
    <div className="page claims-page">
      <TopLine
        {...{ counts, day, isAllDays, state, isRequests }}
        chooseRequests={setRequests}
        choose={setState}
        chooseDay={(chosenDay) => {
          if (chosenDay !== null) setDay(chosenDay);
          setAllDays(chosenDay === null);
        }}
      />
      <Tools words={words} setWords={setWords} actions={actions} />
      <SyncStrip sync={desk.sync} />
      {isRequests ? (
        <RequestsPane />
      ) : (
        <>
          <ClaimList
            claims={claims}
            isFiltered={state !== null || words !== ''}
            chosen={chosen}
            choose={setChosen}
          />
          <ClaimDetail claim={claim} />
        </>
      )}
      {opened === 'void' && claim !== null ? <VoidDialog claim={claim} close={close} /> : null}
      {opened === 'papers' && claim !== null ? <ClaimPapers claim={claim} close={close} /> : null}
      {opened === 'day' ? <DayPaper day={day} close={close} /> : null}
    </div>
  );
}

const whyNot = ({ receiptNumber, state }: { receiptNumber: string; state: ClaimState }) =>
  state === 'reversed'
    ? failure('claim-voided', { receipt: receiptNumber })
    : failure('void-needs-manager', { receipt: receiptNumber });
