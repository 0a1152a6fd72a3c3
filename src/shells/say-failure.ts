import { failureTexts } from '#contracts/messages/failures.ts';
import { fill } from '#contracts/messages/format.ts';
import type { Language } from '#contracts/messages/language.ts';
import type { Failure } from '#domain/failures.ts';

/** A failure told where there is no window: what happened, what was kept, what to do. */
export const sayFailure = (failure: Failure, language: Language = 'en'): string =>
  say(failure, ['happened', 'kept', 'action'], language);

/** The same without what was kept: for a command that had nothing at stake. */
export const sayRefusal = (failure: Failure, language: Language = 'en'): string =>
  say(failure, ['happened', 'action'], language);

function say(
  failure: Failure,
  parts: readonly ('happened' | 'kept' | 'action')[],
  language: Language,
): string {
  const text = failureTexts[failure.code];
  const facts = Object.fromEntries(
    Object.entries(failure).map(([name, value]) => [name, String(value)]),
  );
  return parts.map((part) => fill(text[part][language], facts)).join('\n');
}
