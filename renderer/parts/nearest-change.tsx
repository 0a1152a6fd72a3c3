import { formatDate, formatMoney } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { NearestChange } from '#domain/adjudication/decision.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import type { LineChange } from '../screens/lines/line-editing.ts';
import { Icon } from './icon.tsx';

/** The nearest change that passes, with the button that makes it. */
export function NearestChangeBox(props: {
  readonly nearest: NearestChange;
  readonly change: (fields: LineChange) => void;
  readonly remove: () => void;
}) {
  const { say } = useSpeech();
  const words = useNearestWords(props.nearest);
  const { nearest } = props;
  return (
    <section className="passes">
      <p className="lead">
        <span className="light">{say(decisionTexts.nearest)}</span> {words.text}
      </p>
      {words.action === null ? null : (
        <div className="do">
          <button
            className="btn"
            type="button"
            onClick={() =>
              nearest.kind === 'unit-price'
                ? props.change({ unitPrice: nearest.price })
                : props.remove()
            }
          >
            <Icon name={nearest.kind === 'unit-price' ? 'check' : 'calendar'} size="sm" />
            <span>{words.action}</span>
          </button>
        </div>
      )}
    </section>
  );
}

/** The change in words, and its button's name where this terminal can make it. */
function useNearestWords(nearest: NearestChange): {
  readonly text: string;
  readonly action: string | null;
} {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  switch (nearest.kind) {
    case 'wait-until': {
      const date = formatDate(nearest.date, language);
      return {
        text: say(decisionTexts.nearestWait, { date }),
        action: say(decisionTexts.doWait, { date }),
      };
    }
    case 'unit-price': {
      const price = formatMoney(nearest.price, currency, language);
      return {
        text: say(decisionTexts.nearestPrice, { price }),
        action: say(decisionTexts.doPrice, { price }),
      };
    }
    case 'request-approval':
      return { text: say(decisionTexts.nearestApproval), action: null };
    case 'confirm-holder':
      return { text: say(decisionTexts.nearestHolder), action: null };
    case 'member-pays':
      return { text: say(decisionTexts.nearestMemberPays), action: null };
  }
}
