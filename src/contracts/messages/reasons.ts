import type { ReasonCode } from '#domain/adjudication/reasons.ts';
import { cardReasons } from './reasons/card.ts';
import { careReasons } from './reasons/care.ts';
import { conditionReasons } from './reasons/conditions.ts';
import { courseReasons } from './reasons/course.ts';
import { coverReasons } from './reasons/cover.ts';
import { diagnosisReasons } from './reasons/diagnosis.ts';
import { itemReasons } from './reasons/item.ts';
import { limitReasons } from './reasons/limits.ts';
import { lineReasons } from './reasons/line.ts';
import { presenceReasons } from './reasons/presence.ts';
import { providerReasons } from './reasons/provider.ts';
import type { ReasonText } from './reasons/text.ts';

/** Each reason in both languages. Placeholders are the names under which the finding shows its values. */
export const reasonTexts: Readonly<Record<ReasonCode, ReasonText>> = {
  ...cardReasons,
  ...presenceReasons,
  ...coverReasons,
  ...providerReasons,
  ...diagnosisReasons,
  ...itemReasons,
  ...careReasons,
  ...lineReasons,
  ...limitReasons,
  ...courseReasons,
  ...conditionReasons,
};
