import type { Text } from '#contracts/messages/language.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { LineOutcome } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../app/language.tsx';
import { Mark } from './mark.tsx';

/** Mark and word. Dashed where only this terminal has decided so far. */
export function VerdictChip(props: {
  readonly outcome: LineOutcome;
  readonly text?: Text;
  readonly isOwn?: boolean;
}) {
  const { say } = useSpeech();
  return (
    <span className={`verdict v-${props.outcome}${props.isOwn ? ' verdict--own' : ''}`}>
      <Mark outcome={props.outcome} />
      <span>{say(props.text ?? decisionTexts[props.outcome])}</span>
    </span>
  );
}
