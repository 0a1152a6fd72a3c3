import { formatDate, formatMoney, formatNumber } from '#contracts/messages/format.ts';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { NearestChange } from '#domain/adjudication/decision.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { AskCentre } from './ask-centre.tsx';
import { Icon } from './icon.tsx';

/** The nearest change that passes, with the button that makes it or leads to where it is entered. */
export function NearestChangeBox(props: {
  readonly nearest: NearestChange;
  readonly take: (nearest: NearestChange) => void;
}) {
  const { say } = useSpeech();
  const values = useValues(props.nearest);
  const { nearest } = props;
  const { text, action } = nearestTexts[nearest.kind];
  return (
    <section className="passes">
      <p className="lead">
        <span className="light">{say(decisionTexts.nearest)}</span> {say(text, values)}
      </p>
      {action === null ? null : (
        <div className="do">
          {nearest.kind === 'connect' ? (
            <AskCentre label={action} />
          ) : (
            <button className="btn" type="button" onClick={() => props.take(nearest)}>
              <Icon name={nearest.kind === 'wait-until' ? 'calendar' : 'check'} size="sm" />
              <span>{say(action, values)}</span>
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** The change's own values, written for its sentence. */
function useValues(nearest: NearestChange): Readonly<Record<string, string>> {
  const { language } = useSpeech();
  const { currency } = useDesk().terminal;
  if (nearest.kind === 'wait-until') return { date: formatDate(nearest.date, language) };
  if (nearest.kind === 'unit-price') {
    return { price: formatMoney(nearest.price, currency, language) };
  }
  return nearest.kind === 'quantity' ? { quantity: formatNumber(nearest.quantity, language) } : {};
}
