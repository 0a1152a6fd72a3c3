import { failureTexts } from '#contracts/messages/failures.ts';
import { fill } from '#contracts/messages/format.ts';
import type { Language } from '#contracts/messages/language.ts';
import type { Failure } from '#domain/failures.ts';

/** A failure as a person reads it on a terminal: what happened, what was kept, what to do. */
export function sayFailure(failure: Failure, language: Language = 'en'): string {
  const { happened, kept, action } = failureTexts[failure.code];
  const facts = Object.fromEntries(
    Object.entries(failure).map(([name, value]) => [name, String(value)]),
  );
  return [happened, kept, action].map((text) => fill(text[language], facts)).join('\n');
}
