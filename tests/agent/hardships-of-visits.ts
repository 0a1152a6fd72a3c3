import { createVirtualService } from '#card/transport/virtual-service.ts';
import { type Counter, cardOf, refusalOf } from './hardship-counter.ts';
import type { Hardship, Told } from './hardship-words.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

/** A visit for somebody, the card in and confirmed, with these items asked for; a doctor's for George unless told otherwise. */
async function inVisit(
  folder: string,
  items: readonly string[],
  work: (counter: Counter, lineIds: readonly string[]) => Promise<Told[]>,
  { cardId = 'george', role = 'doctor' } = {},
): Promise<Told[]> {
  const reader = createVirtualService();
  const terminal = await openTerminal(folder, { cardService: reader });
  await signInAs(terminal, role);
  const { call, until } = terminal;
  reader.insert(cardOf(cardId));
  await until(({ visit }) => visit !== null && visit.history.state !== 'reading');
  await call.visit.answerHolder({ answer: 'confirmed' });
  const lineIds: string[] = [];
  for (const itemCode of items) lineIds.push((await call.visit.addLine({ itemCode })).lineId);
  const told = await work({ ...terminal, reader }, lineIds);
  await terminal.close();
  return told;
}

const farAhead = '2099-01-01' as never;

export const visitHardships: readonly Hardship[] = [
  {
    name: 'a complaint is said to begin after the service',
    bring: (folder) =>
      inVisit(folder, [], ({ call }) =>
        refusalOf(call.visit.describeEncounter({ onset: farAhead })),
      ),
    told: ['onset-in-future'],
  },
  {
    name: 'a last period is said to lie after the service',
    bring: (folder) =>
      inVisit(folder, [], ({ call }) =>
        refusalOf(call.visit.describeEncounter({ pregnancy: { lastPeriod: farAhead } })),
      ),
    told: ['last-period-in-future'],
  },
  {
    name: 'a stay is said to end before it begins',
    bring: (folder) =>
      inVisit(folder, [], ({ call }) => {
        const stay = { from: '2026-11-29', to: '2026-11-28', roomClass: 'second' } as never;
        return refusalOf(call.visit.describeEncounter({ stay }));
      }),
    told: ['stay-reversed'],
  },
  {
    name: 'a signature is recorded for a line that leaves the member nothing',
    bring: (folder) =>
      inVisit(folder, ['LAB-CBC'], ({ call }, [lineId = '']) =>
        refusalOf(call.visit.recordConsent({ lineId, isSigned: true })),
      ),
    told: ['nothing-to-sign'],
  },
  {
    name: 'a medicine is saved to which the card says that the holder is allergic',
    bring: (folder) =>
      inVisit(
        folder,
        ['IBU-400'],
        async ({ call }) => [
          ...(await refusalOf(call.visit.save())),
          ...(await refusalOf(
            call.visit.acknowledgeAlert({ alertId: 'allergy/gone', reason: 'record-wrong' }),
          )),
        ],
        { cardId: 'rana', role: 'pharmacist' },
      ),
    told: ['alerts-unacknowledged', 'alert-gone'],
  },
  {
    name: 'a line that waits for no approval is sent for one',
    bring: (folder) =>
      inVisit(folder, ['LAB-CBC'], ({ call }, [lineId = '']) =>
        refusalOf(call.visit.sendForApproval({ lineId })),
      ),
    told: ['line-not-referred'],
  },
  {
    name: 'the same is sent for approval a second time before the answer',
    bring: (folder) =>
      inVisit(folder, ['IMG-MRIK', 'IMG-MRIK'], async ({ call }, [first = '', second = '']) => {
        await call.visit.sendForApproval({ lineId: first });
        return refusalOf(call.visit.sendForApproval({ lineId: second }));
      }),
    told: ['request-open'],
  },
];
