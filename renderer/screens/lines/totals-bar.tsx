import './totals-bar.css';
import { formatMoney } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { add, zero } from '#domain/money.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { Totals } from '../../parts/totals.tsx';
import type { Ending } from './lines-page.tsx';
import type { LinesKind } from './lines-screen.tsx';

/** The equation and the two ways to end: set aside, or save and send. */
export function TotalsBar(props: {
  readonly visit: VisitView;
  readonly kind: LinesKind;
  readonly ending: Ending;
}) {
  const { visit, kind, ending } = props;
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { decision } = visit;
  const outside = decision?.outsideTotal ?? 0;
  const unsigned = add(
    zero,
    ...(decision?.lines ?? []).map(({ ownPart, amounts }) =>
      amounts.memberPrivate === 0 ? ownPart : zero,
    ),
  );
  // Where nothing may leave the counter, the claim is still saved: as asked and declined.
  const isDispensing =
    kind === 'dispense' &&
    (decision?.lines.some(({ outcome }) => outcome === 'approved' || outcome === 'reduced') ??
      true);
  return (
    <footer className="card total">
      <Totals decision={decision} />
      {outside === 0 ? null : (
        <p className="note total__outside">
          {say(decisionTexts.outsideSum, { amount: formatMoney(outside, currency, language) })}
        </p>
      )}
      {unsigned === 0 ? null : (
        <p className="note total__outside">
          {say(visitTexts.consentNeeded, { amount: formatMoney(unsigned, currency, language) })}
        </p>
      )}
      <div className="act">
        <button
          className={`btn btn--lg ${ending.asks ? 'btn--danger' : ''}`}
          type="button"
          aria-keyshortcuts="F8"
          aria-live="assertive"
          onClick={ending.setAside}
          onBlur={ending.cancel}
        >
          <span>{say(ending.asks ? linesTexts.setAsideSure : linesTexts.setAside)}</span>{' '}
          <KeyHint keys="F8" />
        </button>
        <button
          className="btn btn--lg btn--primary"
          type="button"
          aria-keyshortcuts="F9"
          disabled={ending.isBusy || ending.isEmpty}
          onClick={ending.save}
        >
          <span>{say(isDispensing ? linesTexts.saveDispense : linesTexts.saveVisit)}</span>{' '}
          <KeyHint keys="F9" />
        </button>
      </div>
    </footer>
  );
}
