import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { useSpeech } from '../app/language.tsx';
import { Icon } from './icon.tsx';

/** The guarantee: paid for sure. Alone as a shield, it still has its name. */
export function Sure({ isShieldOnly = false }: { readonly isShieldOnly?: boolean }) {
  const { say } = useSpeech();
  const name = say(decisionTexts.paidForSure);
  return isShieldOnly ? (
    <span className="sure" role="img" aria-label={name} title={name}>
      <Icon name="sure" />
    </span>
  ) : (
    <span className="sure">
      <Icon name="sure" />
      <span>{name}</span>
    </span>
  );
}
