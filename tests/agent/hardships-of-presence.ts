import type { VisitView } from '#contracts/visit-views.ts';
import { addDays } from '#domain/dates.ts';
import type { Collector } from '#domain/people.ts';
import { atCounter, type Counter, insurer, present, refusalOf, today } from './hardship-counter.ts';
import type { Hardship, Told } from './hardship-words.ts';
import { members } from './ways-without-card.ts';

const messenger: Collector = {
  name: 'عادل حمدان',
  relationship: 'messenger',
  idNumber: '04110023115',
};

/** What stands against the visit once the person before the counter is confirmed. */
async function afterConfirming({ call, until }: Counter): Promise<Told[]> {
  await call.visit.answerHolder({ answer: 'confirmed' });
  const { visit } = await until((desk) => desk.visit?.holder === 'confirmed');
  return visit?.eligibility.findings.slice(0, 1).map((finding) => ({ finding })) ?? [];
}

/** What stands against handing this item to a messenger. */
const whenCollected = (itemCode: string) => (folder: string) =>
  atCounter(folder, async (counter): Promise<Told[]> => {
    const { call, until } = counter;
    const [manager] = insurer.users.filter(({ role }) => role === 'manager');
    if (manager === undefined) throw new Error('no demo manager');
    await call.session.signIn({ userId: manager.userId, pin: manager.pin });
    await present(counter, 'samir');
    await call.visit.answerHolder({ answer: { collectedBy: messenger } });
    await call.visit.addLine({ itemCode });
    const { visit } = await until((desk) => desk.visit?.decision != null);
    return ofCollector(visit).map((finding) => ({ finding }));
  });

const ofCollector = (visit: VisitView | null) =>
  visit?.decision?.lines[0]?.findings.filter(({ check }) => check === 'collector') ?? [];

export const presenceHardships: readonly Hardship[] = [
  {
    name: 'a member number that nobody has',
    bring: (folder) =>
      atCounter(folder, ({ call }) =>
        refusalOf(call.visit.openWithoutCard({ memberNumber: '9999999999', why: 'forgotten' })),
      ),
    told: ['member-unknown'],
  },
  {
    name: 'a child’s number that nobody has',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        await present(counter, 'george');
        return refusalOf(counter.call.visit.serveChild({ memberNumber: '9999999999' }));
      }),
    told: ['member-unknown'],
  },
  {
    name: 'an item that is handed to the patient alone',
    bring: whenCollected('TRM-50'),
    told: ['item-not-for-collector'],
  },
  {
    name: 'an item that is handed to relatives alone',
    bring: whenCollected('DEV-STRIP'),
    told: ['collector-not-permitted'],
  },
  {
    name: 'a newborn a day too old',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        await present(counter, 'rana');
        await counter.call.visit.serveNewborn({ born: addDays(today, -31), sex: 'male' });
        return afterConfirming(counter);
      }),
    told: ['newborn-too-old'],
  },
  {
    name: 'a newborn on the card of a man',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        await present(counter, 'george');
        return refusalOf(counter.call.visit.serveNewborn({ born: today, sex: 'male' }));
      }),
    told: ['card-not-of-mother'],
  },
  {
    name: 'a child on the card of another family',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        await present(counter, 'george');
        await counter.call.visit.serveChild({ memberNumber: members.yazan });
        return afterConfirming(counter);
      }),
    told: ['guardian-of-other-policy'],
  },
  {
    name: 'somebody without a card while another visit is open',
    bring: (folder) =>
      atCounter(folder, async (counter) => {
        const { claimId } = await present(counter, 'samir');
        const memberNumber = members.george;
        const told = await refusalOf(
          counter.call.visit.openWithoutCard({ memberNumber, why: 'broken' }),
        );
        await counter.until(({ visit }) => visit?.claimId === claimId);
        return told;
      }),
    told: ['visit-begun'],
  },
];
