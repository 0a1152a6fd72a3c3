import { addDays, type CalendarDate, type Instant } from '#domain/dates.ts';
import { findEventAt, recordAck } from '#store/events.ts';
import { makeSearchable } from '#store/find-claims.ts';
import type { Store } from '#store/open-store.ts';
import { applyVerdictPage } from '#store/verdicts.ts';
import {
  ackOf,
  eventIdOf,
  pageOf,
  today,
  unwrap,
  verdictOf,
  writeClaim,
} from '#tests/store/claim-builders.ts';
import { type Seeded, seeded } from '../seeded.ts';

export interface FiledClaims {
  readonly aDay: CalendarDate;
  readonly daysClaims: number;
  readonly aReceipt: string;
  readonly aMember: Member;
}

interface Member {
  readonly memberNumber: string;
  readonly nameAr: string;
  readonly nameLatin: string;
}

/** Fills a store as a busy pharmacy does: 200 claims a day of 4,000 members, sent and decided but for the last. */
export function fileClaims(store: Store, count: number, say: (line: string) => void): FiledClaims {
  const draw = seeded(14);
  const members = Array.from({ length: 4000 }, (_, i) => memberOf(i, draw));
  const [first] = members;
  if (first === undefined) throw new Error('there are members');
  for (let done = 0; done < count; done += aDaysClaims) {
    const day = addDays(today, done / aDaysClaims);
    unwrap(
      store.commit((db) => {
        for (let i = 0; i < aDaysClaims; i += 1) {
          const savedAt = `${day}T${String(8 + Math.floor(i / 20)).padStart(2, '0')}:${String((i % 20) * 3).padStart(2, '0')}:00.000Z`;
          const member = members[draw.below(members.length)] ?? first;
          const claimId = writeClaim(db, {
            ...{ member, serviceDate: day, savedAt: savedAt as Instant },
          });
          makeSearchable(db, claimId, itemsOf(draw));
        }
      }),
    );
    if (done + aDaysClaims < count) decide(store, done, draw);
    if ((done + aDaysClaims) % 10_000 === 0) say(`${done + aDaysClaims} claims are filed`);
  }
  const day = addDays(today, Math.floor(count / aDaysClaims / 2));
  return {
    aDay: day,
    daysClaims: aDaysClaims,
    aReceipt: `C-${day.replaceAll('-', '').slice(2)}-0042`,
    aMember: first,
  };
}

/** As many as the screen lists at once. */
const aDaysClaims = 200;

/** The centre takes the day into custody and decides it: one in fifty refused, one in ten for a person. */
function decide(store: Store, after: number, draw: Seeded): void {
  const verdicts = Array.from({ length: aDaysClaims }, (_, i) => {
    const number = after + i + 1;
    const outcome = draw.onceIn(50) ? 'rejected' : draw.onceIn(10) ? 'pended' : 'accepted';
    return verdictOf(number, {
      ...{ claimId: `claim-${number}`, eventId: eventIdOf(number), outcome },
    });
  });
  unwrap(
    store.commit((db) => {
      const last = findEventAt(db, 1, after + aDaysClaims);
      if (last === null) throw new Error('the claims were filed');
      recordAck(db, ackOf(last));
      applyVerdictPage(db, pageOf(verdicts, after));
    }),
  );
}

type Spellings = readonly [ar: string, latin: string];

const givenNames: readonly [Spellings, ...Spellings[]] = [
  ['سامر', 'Samer'],
  ['سارة', 'Sara'],
  ['خالد', 'Khaled'],
  ['رنا', 'Rana'],
  ['محمد', 'Mohammad'],
  ['ليلى', 'Layla'],
  ['يوسف', 'Youssef'],
  ['هدى', 'Huda'],
];

const familyNames: readonly [Spellings, ...Spellings[]] = [
  ['الحلبي', 'Al-Halabi'],
  ['قبّاني', 'Kabbani'],
  ['الصباغ', 'Al-Sabbagh'],
  ['حدّاد', 'Haddad'],
  ['النجار', 'Al-Najjar'],
  ['درويش', 'Darwish'],
];

function memberOf(number: number, draw: Seeded): Member {
  const names = [draw.of(givenNames), draw.of(givenNames), draw.of(familyNames)];
  return {
    memberNumber: String(1_040_000_000 + number),
    nameAr: names.map(([ar]) => ar).join(' '),
    nameLatin: names.map(([, latin]) => latin).join(' '),
  };
}

const items: readonly [readonly string[], ...(readonly string[])[]] = [
  ['PAR-500', 'باراسيتامول ٥٠٠ ملغ', 'Paracetamol 500 mg'],
  ['MET-850', 'ميتفورمين ٨٥٠ ملغ', 'Metformin 850 mg'],
  ['ATO-20', 'أتورفاستاتين ٢٠ ملغ', 'Atorvastatin 20 mg'],
  ['AMX-500', 'أموكسيسيلين ٥٠٠ ملغ', 'Amoxicillin 500 mg'],
  ['LAB-CBC', 'تعداد دم كامل', 'Complete blood count'],
];

/** The first is in every other claim. */
const itemsOf = (draw: Seeded): readonly string[] => [
  ...(draw.onceIn(2) ? items[0] : []),
  ...draw.of(items),
];
