import type { EncounterWish } from '#contracts/encounter-wish.ts';
import type { Circumstances } from '#domain/circumstances.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { asSaid } from './as-said.ts';
import { changeVisit } from './change-visit.ts';
import { rememberClinician } from './clinicians.ts';
import type { OpenVisit } from './open-visit.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/** Says what kind of care this is and under which circumstances; a clinician named once is proposed again. */
export function describeEncounter(terminal: Terminal, wish: EncounterWish): Result<null, Failure> {
  const changed = changeVisit(terminal, null, (visit) => {
    const impossible = findImpossible(visit, wish);
    if (impossible !== null) return failWith(impossible);
    return succeed({
      visit: {
        ...visit,
        encounter: wish.encounter ?? visit.encounter,
        circumstances: applyWish(visit.circumstances ?? {}, wish),
      },
      answer: null,
    });
  });
  if (!changed.ok || wish.clinician == null) return changed;
  const remembered = rememberClinician(terminal, wish.clinician);
  if (remembered.ok) showVisit(terminal);
  return remembered;
}

/** Neither a complaint nor a pregnancy begins after the service, and no stay ends before it begins. */
function findImpossible(
  { serviceDate }: OpenVisit,
  { onset, stay, pregnancy }: EncounterWish,
): Failure | null {
  if (onset != null && onset > serviceDate) return failure('onset-in-future', { onset });
  const lastPeriod = typeof pregnancy === 'object' ? (pregnancy?.lastPeriod ?? null) : null;
  if (lastPeriod !== null && lastPeriod > serviceDate) {
    return failure('last-period-in-future', { lastPeriod });
  }
  if (stay != null && stay.to < stay.from) {
    return failure('stay-reversed', { from: stay.from, to: stay.to });
  }
  return null;
}

/** What was taken back is left out, which is not the same as "no". */
function applyWish(before: Circumstances, wish: EncounterWish): Circumstances {
  const now = {
    clinician: asSaid(wish.clinician, before.clinician),
    accident: asSaid(wish.accident, before.accident),
    onset: asSaid(wish.onset, before.onset),
    documents: wish.documents === undefined ? before.documents : [...new Set(wish.documents)],
    stay: asSaid(wish.stay, before.stay),
    pregnancy: asSaid(wish.pregnancy, before.pregnancy),
    refraction: asSaid(wish.refraction, before.refraction),
    otherCover: asSaid(wish.otherCover, before.otherCover),
    referral: asSaid(wish.referral, before.referral),
  };
  return {
    ...(now.clinician == null ? {} : { clinician: now.clinician }),
    ...(now.accident == null ? {} : { accident: now.accident }),
    ...(now.onset == null ? {} : { onset: now.onset }),
    ...(now.documents?.length ? { documents: now.documents } : {}),
    ...(now.stay == null ? {} : { stay: now.stay }),
    ...(now.pregnancy === undefined || now.pregnancy === 'unsaid'
      ? {}
      : { pregnancy: now.pregnancy }),
    ...(now.otherCover === undefined || now.otherCover === 'unsaid'
      ? {}
      : { otherCover: now.otherCover }),
    ...(now.refraction == null ? {} : { refraction: now.refraction }),
    ...(now.referral == null ? {} : { referral: now.referral }),
  };
}
