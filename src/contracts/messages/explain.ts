import type { Finding } from '#domain/adjudication/decision.ts';
import { findCalendarDate } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import { failureTexts } from './failures.ts';
import {
  fill,
  formatDate,
  formatInstant,
  formatNumber,
  isolate,
  type ShownCurrency,
  sentence,
} from './format.ts';
import type { Language } from './language.ts';
import { permissionNames } from './permissions.ts';
import { reasonTexts } from './reasons.ts';

export interface Explanation {
  /** At most six words, naming who bears what is lost. */
  readonly short: string;
  readonly sentence: string;
}

/** A finding's reason in words, its values filled in; null where the check passed. */
export function explainFinding(
  { reason, shown }: Pick<Finding, 'reason' | 'shown'>,
  language: Language,
  currency: ShownCurrency,
): Explanation | null {
  if (reason === null) return null;
  const text = reasonTexts[reason];
  return {
    short: text.short[language],
    sentence: sentence(text.sentence[language], shown, language, currency),
  };
}

export interface FailureExplanation {
  readonly happened: string;
  readonly kept: string;
  readonly action: string;
}

/** A failure in words, its facts filled in: what happened, what was kept, what to do. */
export function explainFailure(failure: Failure, language: Language): FailureExplanation {
  const text = failureTexts[failure.code];
  const facts = Object.fromEntries(
    Object.entries(failure).map(([name, value]) => [name, writeFact(name, value, language)]),
  );
  return {
    happened: fill(text.happened[language], facts),
    kept: fill(text.kept[language], facts),
    action: fill(text.action[language], facts),
  };
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

function writeFact(name: string, value: unknown, language: Language): string {
  const text = String(value);
  // A name written in digits, not an amount: it has no thousands.
  if (name === 'port') return isolate(text);
  if (typeof value === 'number') return formatNumber(value, language);
  if (name === 'permission' && isPermission(text)) return permissionNames[text][language];
  const day = findCalendarDate(text);
  if (day !== null) return formatDate(day, language);
  return instantPattern.test(text) ? formatInstant(text, language) : isolate(text);
}

const isPermission = (text: string): text is keyof typeof permissionNames =>
  Object.hasOwn(permissionNames, text);
