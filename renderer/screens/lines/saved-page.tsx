import './saved-page.css';
import { useEffect, useRef, useState } from 'react';
import type { ClaimView } from '#contracts/claim-views.ts';
import { formatMoney, formatTime } from '#contracts/messages/format.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { type LastSaved, useLastSaved } from '../../app/last-saved.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { ClaimPapers } from '../../paper/claim-papers.tsx';
import { CardWrite } from '../../parts/card-write.tsx';
import { Code } from '../../parts/code.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { Mark } from '../../parts/mark.tsx';
import type { ScreenProps } from '../screen.ts';

/** The visit is safe: the claim's receipt number, what to collect, and the next member. */
export function SavedPage({
  saved,
  open,
}: {
  readonly saved: LastSaved;
  readonly open: ScreenProps['open'];
}) {
  const { say, language } = useSpeech();
  const {
    desk: { cardWrite },
    terminal: { currency },
  } = useDesk();
  const { keep } = useLastSaved();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const leave = (screen: 'patient' | 'claims') => {
    keep(null);
    open(screen);
  };
  const [paper, setPaper] = useState<ClaimView | null>(null);
  const { client } = useDesk();
  const { act } = useActing();
  const printReceipt = async () => {
    const found = await act(() => client.claims.find({ claimId: saved.claim.claimId }));
    if (found !== null) setPaper(found.value);
  };
  const { claim, person, cashDue } = saved;
  const hasReceipt = claim.receiptNumber !== null;
  useShortcuts('screen', {
    F9: () => leave('patient'),
    ...(hasReceipt ? { F10: () => void printReceipt() } : {}),
  });
  return (
    <div className="page first">
      <section className="state state--saved v-approved" role="status">
        <Mark outcome="approved" />
        <h1>{say(claim.receiptNumber === null ? linesTexts.orderSaved : linesTexts.saved)}</h1>
        <p>{language === 'ar' ? person.nameAr : person.nameLatin}</p>
        {claim.receiptNumber === null ? null : (
          <dl className="receipt">
            <div>
              <dt>{say(linesTexts.receipt)}</dt>
              <dd data-testid="receipt-number">
                <Code>{claim.receiptNumber}</Code>
              </dd>
            </div>
            <div>
              <dt>{say(linesTexts.patientPaid)}</dt>
              <dd>{formatMoney(cashDue, currency, language)}</dd>
            </div>
          </dl>
        )}
        <p>
          {say(linesTexts.savedAt, { time: formatTime(claim.savedAt, language) })}{' '}
          {say(linesTexts.goesByItself)}
        </p>
        {cardWrite?.claimId === claim.claimId ? <CardWrite write={cardWrite} /> : null}
        <div className="state__do">
          <button
            ref={next}
            className="btn btn--lg btn--primary"
            type="button"
            aria-keyshortcuts="F9"
            onClick={() => leave('patient')}
          >
            <span>{say(linesTexts.nextMember)}</span> <KeyHint keys="F9" />
          </button>
          {claim.receiptNumber === null ? null : (
            <button
              className="btn btn--lg"
              type="button"
              aria-keyshortcuts="F10"
              onClick={() => void printReceipt()}
            >
              <span>{say(paperTexts.print)}</span> <KeyHint keys="F10" />
            </button>
          )}
          <button className="btn btn--lg" type="button" onClick={() => leave('claims')}>
            <span>{say(linesTexts.seeClaims)}</span> <KeyHint keys="F7" />
          </button>
        </div>
      </section>
      {paper === null ? null : <ClaimPapers claim={paper} close={() => setPaper(null)} />}
    </div>
  );
}
