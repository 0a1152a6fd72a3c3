import { returnsTexts } from '#contracts/messages/screens-returns.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';

/** Something came back, here or elsewhere, of what the card tells; nothing is to be done for it. */
export function ReturnsLine({ returns }: Pick<VisitView, 'returns'>) {
  const { say } = useSpeech();
  if (returns === null) return null;
  return (
    <p className="presence" role="status">
      <Icon name="card" size="sm" />
      <span>{say(returnsTexts[returns])}</span>
    </p>
  );
}
