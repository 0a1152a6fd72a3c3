import { addDays } from '#domain/dates.ts';
import { atCounter, clockOff, insurer, refusalOf, today } from './hardship-counter.ts';
import type { Hardship } from './hardship-words.ts';

/** The one claim that was saved before. */
const savedIn = async ({ call }: Parameters<Parameters<typeof atCounter>[1]>[0]) => {
  const [claim] = await call.claims.list({});
  if (claim === undefined) throw new Error('one claim was saved');
  return await call.claims.find({ claimId: claim.claimId });
};

const whole = { lines: null, reason: 'entered-wrongly' } as const;

export const claimHardships: readonly Hardship[] = [
  {
    name: 'a claim that nobody saved here is taken back',
    bring: (folder) =>
      atCounter(folder, ({ call }) =>
        refusalOf(call.claims.void({ claimId: 'no-such-claim', ...whole })),
      ),
    told: ['claim-unknown'],
  },
  {
    name: 'a pharmacist takes back a claim of yesterday',
    bring: (folder) =>
      atCounter(
        folder,
        async (counter) => {
          const { claimId } = await savedIn(counter);
          return refusalOf(counter.call.claims.void({ claimId, ...whole }));
        },
        { clock: clockOff(1) },
      ),
    told: ['void-needs-manager'],
  },
  {
    name: 'a claim is taken back twice',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        const { claimId } = await savedIn(counter);
        await counter.call.claims.void({ claimId, ...whole });
        return refusalOf(counter.call.claims.void({ claimId, ...whole }));
      }),
    told: ['claim-voided'],
  },
  {
    name: 'more is taken back of a line than was claimed',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        const { claimId, left } = await savedIn(counter);
        const lines = left.map(({ lineId, quantity }) => ({ lineId, quantity: quantity + 1 }));
        return refusalOf(counter.call.claims.void({ claimId, lines, reason: 'returned' }));
      }),
    told: ['void-exceeds'],
  },
  {
    name: 'somebody who may not takes a claim back',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        const { claimId } = await savedIn(counter);
        const [doctor] = insurer.users.filter(({ role }) => role === 'doctor');
        if (doctor === undefined) throw new Error('no demo doctor');
        await counter.call.session.signIn({ userId: doctor.userId, pin: doctor.pin });
        return refusalOf(counter.call.claims.void({ claimId, ...whole }));
      }),
    told: ['not-permitted'],
  },
  {
    name: 'a day is closed twice',
    bring: (folder) =>
      atCounter(folder, async ({ call }) => {
        await call.day.close({ day: today });
        return refusalOf(call.day.close({ day: today }));
      }),
    told: ['day-closed'],
  },
  {
    name: 'a day is closed before it has come',
    bring: (folder) =>
      atCounter(folder, ({ call }) => refusalOf(call.day.close({ day: addDays(today, 1) }))),
    told: ['day-ahead'],
  },
];
