import type { ReasonCode } from '#domain/adjudication/reasons.ts';
import { cardReasons } from './reasons/card.ts';
import { coverReasons } from './reasons/cover.ts';
import { lineReasons } from './reasons/line.ts';
import type { ReasonText } from './reasons/text.ts';

/** Each reason in both languages. Placeholders are the names under which the finding shows its values. */
export const reasonTexts: Readonly<Record<ReasonCode, ReasonText>> = {
  ...cardReasons,
  ...coverReasons,
  ...lineReasons,
};
