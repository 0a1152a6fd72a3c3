import { expect } from 'vitest';
import { explainFailure, explainFinding } from '#contracts/messages/explain.ts';
import type { Language, Text } from '#contracts/messages/language.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import type { Failure } from '#domain/failures.ts';
import { languages } from '#tests/contracts/letters.ts';

/** What a person is told: a failure, a finding on the visit, or a screen's own words for a state. */
export type Told =
  | { readonly failure: Failure }
  | { readonly finding: Pick<Finding, 'reason' | 'shown'> }
  | { readonly screen: string; readonly words: readonly Text[] };

/** What may befall a terminal with one claim saved: how it comes about, and what the person is told. */
export interface Hardship {
  readonly name: string;
  bring(folder: string): Promise<readonly Told[]>;
  readonly told: readonly string[];
}

/** The code by which a table names what was told. */
export function codeOf(told: Told): string {
  if ('failure' in told) return told.failure.code;
  return 'finding' in told ? (told.finding.reason ?? 'passed') : told.screen;
}

/** All that is told is said in both languages, whole, and without the program's insides. */
export function expectWords(told: Told): void {
  for (const language of languages) {
    const sentences = sayIn(told, language);
    for (const said of sentences) {
      expect(said.trim(), codeOf(told)).not.toBe('');
      expect(said).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      expect(said).not.toMatch(/\bat .+:\d+:\d+|node:|Error:|\.ts\b/);
    }
    const words = sentences.join('\n');
    // Codes and names stand between isolating marks; around them each language is alone.
    if (language === 'ar')
      expect(words.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '')).not.toMatch(/[a-z]/i);
    else expect(words).not.toMatch(/\p{Script=Arabic}/u);
  }
}

function sayIn(told: Told, language: Language): readonly string[] {
  if ('screen' in told) return told.words.map((text) => text[language]);
  if ('failure' in told) {
    const { happened, kept, action } = explainFailure(told.failure, language);
    return [happened, kept, action];
  }
  const explained = explainFinding(told.finding, language, { code: 'SYP', exponent: 2 });
  return explained === null ? [''] : [explained.short, explained.sentence];
}
