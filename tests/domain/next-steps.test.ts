import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Finding, NearestChange } from '#domain/adjudication/decision.ts';
import type { ReasonCode } from '#domain/adjudication/reasons.ts';
import { unknown } from '#domain/facts.ts';
import { input, rulePack } from './builders.ts';
import { casesOf } from './cases/index.ts';
import { asking, history, withItemRule } from './terms.ts';

/** Every finding of every story that the checks' tests tell. */
const listFindings = (): readonly Finding[] =>
  Object.values(casesOf)
    .flat()
    .flatMap(({ given, pack }) => adjudicate(given, compilePack(pack ?? rulePack())).lines)
    .flatMap((line) => line.findings);

/** What a person can say or do about it; where nothing but the insurer's approval helps, it is not listed. */
const steps: Partial<Record<ReasonCode, NearestChange['kind']>> = {
  'diagnosis-missing': 'enter-diagnosis',
  'diagnosis-unreadable': 'enter-diagnosis',
  'diagnosis-women-only': 'enter-diagnosis',
  'diagnosis-too-young': 'enter-diagnosis',
  'sex-unknown-for-diagnosis': 'correct-record',
  'age-unknown-for-item': 'correct-record',
  'clinician-unknown': 'enter-clinician',
  'clinician-not-entitled': 'enter-clinician',
  'specialist-needed': 'enter-clinician',
  'setting-not-covered': 'enter-encounter',
  'setting-not-licensed': 'enter-encounter',
  'stay-unknown': 'enter-stay',
  'room-above-plan': 'enter-stay',
  'stay-too-long': 'request-approval',
  'accident-not-said': 'state-accident',
  'waiting-accident-not-said': 'state-accident',
  'waiting-diagnosis-missing': 'enter-diagnosis',
  'third-party-liable': 'request-approval',
  'pregnancy-not-said': 'state-pregnancy',
  'delivery-not-said': 'state-pregnancy',
  'tooth-unknown': 'enter-place',
  'surfaces-differ': 'enter-place',
  'refraction-unknown': 'enter-refraction',
  'referral-not-entered': 'present-referral',
  'holder-signature-missing': 'take-signature',
  'holder-pin-not-possible': 'request-approval',
  'special-number-missing': 'enter-controlled',
  'taker-id-missing': 'enter-controlled',
  'batch-missing': 'enter-controlled',
  'batch-recalled': 'leave-out',
  'recalls-unknown': 'connect',
  'enrolment-unknown': 'connect',
  'not-enrolled': 'member-pays',
  'programme-too-early': 'wait-until',
  'follow-up-clinician-unknown': 'enter-clinician',
  'follow-up-diagnosis-unknown': 'enter-diagnosis',
  'follow-up-unsure': 'request-approval',
  'other-cover-not-said': 'state-other-cover',
  'other-cover-pays-first': 'enter-other-payment',
  'referral-missing': 'present-referral',
  'report-missing': 'present-report',
  'prescription-missing': 'enter-prescription',
  'prescription-to-enter': 'enter-prescription',
  'prescription-expired': 'enter-prescription',
  'days-supply-missing': 'enter-days',
  'days-missing-for-quantity': 'enter-days',
  'provider-outside-network': 'other-provider',
  'provider-not-licensed': 'other-provider',
  'rules-too-old': 'connect',
  'offline-floor-exceeded': 'connect',
  'clock-ahead': 'set-clock',
  'no-card': 'insert-card',
  'card-stolen': 'see-patient',
  'repeat-in-claim': 'leave-out',
  'item-women-only': 'leave-out',
  'approval-needed': 'request-approval',
  'approval-unverified': 'request-approval',
  'item-excluded': 'member-pays',
};

describe('the nearest change', () => {
  it('is named by every finding that does not pass, and by no other', () => {
    const isNamed = ({ nearest }: Finding) => nearest !== null;
    const isPassed = ({ outcome }: Finding) => outcome === 'approved';
    expect(listFindings().filter((one) => isNamed(one) === isPassed(one))).toEqual([]);
  });

  it('is the same wherever the same reason is given', () => {
    const byReason = Map.groupBy(listFindings(), ({ reason }): string | null => reason);
    for (const [reason, kind] of Object.entries(steps)) {
      const found = byReason.get(reason) ?? [];
      expect(new Set(found.map(({ nearest }) => nearest?.kind)), reason).toEqual(new Set([kind]));
    }
  });

  it('of an onset that was not stated is to state it, not to ask for approval', () => {
    const kinds = listFindings()
      .filter(({ reason }) => reason === 'onset-unknown')
      .map(({ nearest }) => nearest?.kind);
    expect(new Set(kinds)).toEqual(new Set(['state-onset', 'connect']));
  });

  const nearestOfDuplicate = (given: ReturnType<typeof input>, pack: ReturnType<typeof rulePack>) =>
    adjudicate(given, compilePack(pack))
      .lines.at(-1)
      ?.findings.find(({ check }) => check === 'duplicate')?.nearest?.kind;
  const twice = (modifiers: readonly string[]) =>
    nearestOfDuplicate(
      input({
        lines: [...asking().claim.lines, ...asking({ lineId: 'line-2' }).claim.lines],
        services: [history()],
      }),
      withItemRule({ duplicate: { windowDays: 0, modifiers } }),
    );

  it('of a duplicate is to state what tells it apart, where anything does', () => {
    expect(twice(['76'])).toBe('enter-place');
    expect(twice([])).toBe('leave-out');
  });

  it('of a missing history is the card only where the card was away', () => {
    const without = (why: 'not-present' | 'unverified') =>
      nearestOfDuplicate(
        asking({}, { services: [unknown(why, 'card')] }),
        withItemRule({ duplicate: { windowDays: 0, modifiers: [] } }),
      );
    expect(without('not-present')).toBe('insert-card');
    expect(without('unverified')).toBe('request-approval');
  });
});
