import { sourceNames } from '#contracts/messages/checks.ts';
import type { Instant } from '#domain/dates.ts';
import type { Source } from '#domain/facts.ts';
import { useSpeech } from '../app/language.tsx';
import { sayAge } from './age.ts';
import { Icon, type IconName } from './icon.tsx';

const icons: Record<Source, IconName> = {
  card: 'card',
  terminal: 'terminal',
  centre: 'server',
  pack: 'pack',
  operator: 'operator',
};

/** Who said it, and when. */
export function SourceMark({
  source,
  asOf,
}: {
  readonly source: Source;
  readonly asOf: Instant | null;
}) {
  const speech = useSpeech();
  const comma = speech.language === 'ar' ? '، ' : ', ';
  return (
    <span className="src">
      <Icon name={icons[source]} />
      <span>
        {speech.say(sourceNames[source])}
        {asOf === null ? '' : `${comma}${sayAge(asOf, speech)}`}
      </span>
    </span>
  );
}
