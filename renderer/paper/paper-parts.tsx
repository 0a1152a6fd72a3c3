import { formatMoney } from '#contracts/messages/format.ts';
import type { Text } from '#contracts/messages/language.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';

/** Who issued the paper, and what it is. */
export function PaperHead({ title }: { readonly title: Text }) {
  const { say } = useSpeech();
  const { provider, insurer, contract } = useDesk().terminal;
  return (
    <header>
      <h1>{say(title)}</h1>
      <p>{say(paperTexts.provider, { name: say(provider.name), place: say(provider.place) })}</p>
      <p>
        {say(paperTexts.insurer)}: {say(insurer)}
      </p>
      <p className="whole">
        {say(paperTexts.contract)}: <bdi dir="ltr">{contract}</bdi>
      </p>
    </header>
  );
}

/** Names with their values. */
export function Pairs({ of }: { readonly of: readonly (readonly [Text, string])[] }) {
  const { say } = useSpeech();
  return (
    <dl className="pairs">
      {of.map(([name, value]) => (
        <div key={name.en} className="pair">
          <dt>{say(name)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Writes an amount with its currency in the paper's language. */
export function useMoney(): (minor: number) => string {
  const { language } = useSpeech();
  const { currency } = useDesk().terminal;
  return (minor) => formatMoney(minor, currency, language);
}
