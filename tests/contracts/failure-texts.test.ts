import { describe, expect, it } from 'vitest';
import { explainFailure } from '#contracts/messages/explain.ts';
import { failureTexts } from '#contracts/messages/failures.ts';
import { type Failure, type FailureCode, type FailureFacts, failure } from '#domain/failures.ts';
import { arabicLetters, languages, latinLetters, placeholder } from './letters.ts';

/** One example of every failure's facts: a new code without one does not compile. */
const examples: { readonly [Code in FailureCode]: FailureFacts[Code] } = {
  'reader-service-absent': {},
  'reader-absent': {},
  'reader-lost': { reader: 'X-7' },
  'card-absent': {},
  'card-removed': {},
  'card-mute': {},
  'card-busy': {},
  'card-reset': {},
  'card-timeout': { milliseconds: 3 },
  'card-unknown': { atr: 'X-7' },
  'card-answer-malformed': { step: 'X-7' },
  'card-status': { step: 'X-7', statusWord: 'X-7' },
  'card-record-malformed': { file: 'X-7', why: 'X-7' },
  'card-signature-wrong': { file: 'X-7' },
  'card-issuer-unknown': { issuerKeyId: 'X-7' },
  'card-not-genuine': {},
  'card-changed': {},
  'card-write-not-licensed': {},
  'card-pin-wrong': { triesLeft: 2 },
  'card-pin-blocked': {},
  'card-pin-absent': {},
  'card-holder-unknown': { number: '1101700230708' },
  'card-holder-differs': { number: '1101700230708' },
  'card-session-full': {},
  'card-med-not-licensed': {},
  'card-med-unread': {},
  'card-med-full': {},
  'pin-pad-given-up': {},
  'card-order-absent': {},
  'card-head-not-newer': {},
  'issuer-refused-card': { why: 'copy' },
  'issuer-absent': {},
  'card-relay-lost': {},
  'database-locked': {},
  'database-corrupt': { file: 'X-7' },
  'database-newer': { found: 3, known: 3 },
  'database-key-wrong': {},
  'disk-full': {},
  'mirror-diverged': { sequence: 3 },
  'event-too-large': { bytes: 3, limit: 3 },
  'reference-malformed': { file: 'X-7', where: 'X-7', why: 'X-7' },
  'reference-signature-wrong': { file: 'X-7' },
  'reference-older': { have: 3, offered: 3 },
  'reference-absent': {},
  'provider-unknown': { provider: 'X-7' },
  'server-unreachable': { reason: 'X-7' },
  'server-key-wrong': {},
  'server-answer-malformed': { step: 'X-7' },
  'server-refused': { status: 409, refusal: 'X-7' },
  'enrolment-code-wrong': {},
  'enrolment-absent': {},
  'chain-gap': { expectedSequence: 3 },
  'chain-forked': { sequence: 3 },
  'request-signature-wrong': {},
  'terminal-unknown': {},
  'batch-too-large': { limit: 3 },
  'pin-wrong': { triesLeft: 3 },
  'user-locked': { until: '2026-11-22T10:00:00.000Z' },
  'user-unknown': {},
  'not-signed-in': {},
  'not-permitted': { permission: 'dispense' },
  'visit-absent': {},
  'visit-unconfirmed': {},
  'visit-stopped': {},
  'visit-empty': {},
  'visit-begun': {},
  'card-not-of-mother': {},
  'item-unknown': { item: 'X-7' },
  'line-unknown': { lineId: 'X-7' },
  'member-unknown': { memberNumber: 'X-7' },
  'onset-in-future': { onset: '2026-11-29' },
  'last-period-in-future': { lastPeriod: '2026-11-29' },
  'stay-reversed': { from: '2026-11-29', to: '2026-11-28' },
  'diagnosis-unknown': { diagnosis: 'X-7' },
  'nothing-to-sign': {},
  'line-not-referred': { item: 'X-7' },
  'request-open': { item: 'X-7', request: 'R-261123-0001' },
  'request-unknown': { request: 'X-7' },
  'request-answered': { request: 'R-261123-0001' },
  'claim-unknown': { claimId: 'X-7' },
  'decision-changed': {},
  'alerts-unacknowledged': { alerts: 2 },
  'alert-gone': {},
  'claim-voided': { receipt: 'C-261123-0001' },
  'void-needs-manager': { receipt: 'C-261123-0001' },
  'void-exceeds': { item: 'AMOX-500', left: 12 },
  'day-closed': { day: '2026-11-23' },
  'day-ahead': { day: '2026-11-24' },
  'paper-empty': {},
  'prescriber-unlicensed': {},
  'prescription-full': { limit: 6 },
  'prescription-needs-card': {},
  'prescription-gone': {},
  'port-taken': { port: 3 },
  'session-refused': {},
  'input-malformed': { where: 'X-7', why: 'X-7' },
  'internal-error': { reference: 'X-7' },
};

const codes = Object.keys(examples) as FailureCode[];
const exampleOf = (code: FailureCode) => ({ ...examples[code], code }) as Failure;

describe('a failure', () => {
  it('has a text for every code, and no text is left over', () => {
    expect(Object.keys(failureTexts).sort()).toEqual([...codes].sort());
  });

  for (const language of languages) {
    it.each(codes)(
      `says in ${language} what happened, what was kept and what to do: %s`,
      (code) => {
        for (const part of Object.values(explainFailure(exampleOf(code), language))) {
          expect(part).not.toMatch(placeholder);
          expect(part).toMatch(language === 'ar' ? arabicLetters : latinLetters);
          expect(part.trim()).toBe(part);
          expect(part).toMatch(/[.)\u2069]$|[٠-٩\d]$/);
        }
      },
    );
  }

  it.each(codes)('asks for its own facts only, the same in both languages: %s', (code) => {
    const own = Object.keys(examples[code]);
    for (const { ar, en } of Object.values(failureTexts[code])) {
      expect(namesIn(ar)).toEqual(namesIn(en));
      for (const name of namesIn(en)) expect(own).toContain(name);
    }
  });

  it.each(codes)('names no internals: %s', (code) => {
    for (const { ar, en } of Object.values(failureTexts[code])) {
      const text = `${ar} ${en}`.replace(/\{\w+\}/g, '');
      expect(text).not.toMatch(
        /sqlite|http|json|apdu|socket|exception|stack|null|hash|chain|event|query|sql|zod|api/i,
      );
      expect(ar.replace(/\{\w+\}/g, '')).not.toMatch(latinLetters);
    }
  });

  it('writes numbers in the language’s digits and a permission by its name', () => {
    expect(explainFailure({ code: 'pin-wrong', triesLeft: 3 }, 'ar').happened).toContain('٣');
    expect(
      explainFailure({ code: 'not-permitted', permission: 'dispense' }, 'ar').happened,
    ).toContain('صرف الأدوية');
    expect(
      explainFailure({ code: 'not-permitted', permission: 'reports' }, 'en').happened,
    ).toContain('(reports)');
  });

  it('writes a moment as day and time', () => {
    const until = '2026-11-22T10:05:00.000Z';
    expect(explainFailure({ code: 'user-locked', until }, 'en').happened).toMatch(
      /until 22 November 2026, \d\d:05\./,
    );
  });
});

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

it('a port is written as the name it is, without thousands', () => {
  expect(explainFailure(failure('port-taken', { port: 4717 }), 'en').happened).toContain('4717');
  expect(explainFailure(failure('port-taken', { port: 4717 }), 'ar').happened).toContain('4717');
});
