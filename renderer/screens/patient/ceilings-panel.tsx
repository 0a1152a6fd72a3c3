import './ceilings-panel.css';
import { ceilingTexts } from '#contracts/messages/screens-ceilings.ts';
import type { CeilingView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';
import { CeilingBar } from '../../parts/ceiling-bar.tsx';

/** What is left of the member's ceilings; nothing where the plan has none. */
export function CeilingsPanel({ ceilings }: { readonly ceilings: readonly CeilingView[] }) {
  const { say } = useSpeech();
  if (ceilings.length === 0) return null;
  return (
    <section className="card ceilings" aria-label={say(ceilingTexts.ceilings)}>
      <div className="card__head">
        <h2>{say(ceilingTexts.ceilings)}</h2>
      </div>
      <ul>
        {ceilings.map((ceiling) => (
          <CeilingBar key={ceiling.ceilingId} ceiling={ceiling} />
        ))}
      </ul>
    </section>
  );
}
