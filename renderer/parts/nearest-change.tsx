import { formatDate, formatMoney, formatNumber } from '#contracts/messages/format.ts';
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
          <button className="btn" type="button" onClick={() => apply(nearest, props)}>
            <Icon name={nearest.kind === 'wait-until' ? 'calendar' : 'check'} size="sm" />
            <span>{words.action}</span>
          </button>
        </div>
      )}
    </section>
  );
}

function apply(
  nearest: NearestChange,
  to: { change(fields: LineChange): void; remove(): void },
): void {
  if (nearest.kind === 'unit-price') to.change({ unitPrice: nearest.price });
  if (nearest.kind === 'quantity') to.change({ quantity: nearest.quantity });
  if (nearest.kind === 'wait-until') to.remove();
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
    case 'quantity': {
      const quantity = formatNumber(nearest.quantity, language);
      return {
        text: say(decisionTexts.nearestQuantity, { quantity }),
        action: say(decisionTexts.doQuantity, { quantity }),
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
