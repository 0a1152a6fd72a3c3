import './lines.css';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useLastSaved } from '../../app/last-saved.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { coverOf } from '../patient/cover.ts';
import type { ScreenProps } from '../screen.ts';
import { LinesPage } from './lines-page.tsx';
import { SavedPage } from './saved-page.tsx';

/** What is entered: medicines at the pharmacy's counter, or services and medicines in a visit. */
export type LinesKind = 'dispense' | 'visit';

/** The lines of the visit in progress, or what must come first. */
export function LinesScreen(props: ScreenProps & { readonly kind: LinesKind }) {
  const { desk } = useDesk();
  const { saved } = useLastSaved();
  const { visit } = desk;
  if (saved !== null) return <SavedPage saved={saved} open={props.open} />;
  if (visit === null)
    return <First {...props} title={linesTexts.noVisit} hint={linesTexts.noVisitHint} />;
  if (visit.holder === 'refused' || coverOf(visit).outcome === 'declined') {
    return <First {...props} title={linesTexts.refused} hint={linesTexts.refusedHint} />;
  }
  if (visit.holder === 'not-yet') {
    return <First {...props} title={linesTexts.unconfirmed} hint={linesTexts.unconfirmedHint} />;
  }
  return <LinesPage visit={visit} {...props} />;
}

function First(
  props: ScreenProps & {
    readonly title: (typeof linesTexts)['noVisit' | 'refused' | 'unconfirmed'];
    readonly hint: (typeof linesTexts)['noVisitHint' | 'refusedHint' | 'unconfirmedHint'];
  },
) {
  const { say } = useSpeech();
  const go = () => props.open('patient');
  useShortcuts('screen', { F9: go });
  return (
    <div className="page first">
      <section className="state" role="status">
        <h1>{say(props.title)}</h1>
        <p>{say(props.hint)}</p>
        <button className="btn btn--lg btn--primary" type="button" onClick={go}>
          <span>{say(linesTexts.toPatient)}</span> <KeyHint keys="F9" />
        </button>
      </section>
    </div>
  );
}
