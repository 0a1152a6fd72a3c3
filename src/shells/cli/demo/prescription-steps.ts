import { formatDate, formatNumber } from '#contracts/messages/format.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import type { OpenPrescriptionLine } from '#contracts/prescription-views.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Role } from '#domain/roles.ts';
import type { Counter } from './counter.ts';
import { type Day, type Step, serve } from './day.ts';
import { nameOf, presentCard } from './visit.ts';

/** A doctor's prescription on the card, filled in part at one insertion and to its end at the next. */
export const prescriptionSteps: readonly Step[] = [
  {
    step: 'prescription-written',
    title: {
      ar: 'يكتب الطبيب وصفة على البطاقة، وقرار كل دواء يظهر له في الحال',
      en: 'A doctor prescribes onto the card, and sees at once what will be covered',
    },
    expected: { outcome: 'approved', ordered: 30, claim: null, card: 'written' },
    play: writePrescription,
  },
  {
    step: 'prescription-filled-in-part',
    title: {
      ar: 'تقرأ الصيدلية الوصفة من البطاقة وتصرف بعضها',
      en: 'The pharmacy reads the prescription from the card and fills a part',
    },
    expected: { left: 30, outcome: 'approved', allowed: 20, card: 'written' },
    play: (day) => fill(day, 'prescription-filled-in-part', 20),
  },
  {
    step: 'prescription-filled',
    title: {
      ar: 'عند إدخالها ثانية: لا يُصرف إلا ما بقي',
      en: 'At the next insertion: no more than what is left',
    },
    expected: { left: 10, outcome: 'reduced', allowed: 10, card: 'written' },
    play: (day) => fill(day, 'prescription-filled', 20),
  },
  {
    step: 'prescription-used-up',
    title: { ar: 'وصفة صُرفت كلها: مرفوض', en: 'A prescription that is filled: declined' },
    expected: { left: 0, outcome: 'declined', allowed: 0, card: null },
    play: (day) => fill(day, 'prescription-used-up', 10),
  },
];

const cardId = 'nour';
const itemCode = 'AMX-500';

async function writePrescription({ counter }: Day) {
  const { call, until } = counter;
  await signInAs(counter, 'doctor');
  const { person } = await presentCard(counter, cardId);
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.setDiagnoses({ codes: ['J02.9'] });
  await call.visit.prescribe({ itemCode, dose: 10, timesPerDay: 3, days: 7 });
  const { visit } = await until('the order', (desk) => desk.visit?.order != null);
  const saved = await call.visit.save();
  const { cardWrite } = await until(
    'the card',
    (desk) => desk.cardWrite?.claimId === saved.claimId && desk.cardWrite.state !== 'writing',
  );
  await call.demo.removeCard();
  await signInAs(counter, 'pharmacist');
  const [ordered] = visit?.order?.medicines ?? [];
  const lastDay = visit?.order?.until;
  return {
    got: {
      outcome: ordered?.decided?.outcome ?? null,
      ordered: ordered?.medicine.quantity ?? null,
      claim: saved.receiptNumber,
      card: cardWrite?.state ?? null,
    },
    person: nameOf(person),
    notes: [
      ...(ordered === undefined || lastDay === undefined
        ? []
        : [
            {
              ar: `${ordered.item.name.ar} × ${formatNumber(ordered.medicine.quantity, 'ar')}، صالحة حتى ${formatDate(lastDay, 'ar')}`,
              en: `${ordered.item.name.en} × ${formatNumber(ordered.medicine.quantity, 'en')}, valid until ${formatDate(lastDay, 'en')}`,
            },
          ]),
      ...(cardWrite?.state === 'written' ? [linesTexts.cardWritten] : []),
    ],
  };
}

async function fill(day: Day, name: string, quantity: number) {
  const { call, until } = day.counter;
  await call.demo.insertCard({ cardId });
  const { visit } = await until(
    'the prescriptions on the card',
    (desk) => desk.visit !== null && desk.visit.prescriptions.state !== 'reading',
  );
  const open = openLine(visit);
  const { cardWrite, line, person } = await serve(day, name, {
    cardId,
    line: { itemCode, quantity },
  });
  const { outcome, allowed } = line;
  return {
    got: { left: open?.left ?? 0, outcome, allowed, card: cardWrite?.state ?? null },
    ...{ person, line },
    notes: cardWrite?.state === 'written' ? [linesTexts.cardWritten] : [],
  };
}

function openLine(visit: VisitView | null): OpenPrescriptionLine | undefined {
  const read = visit?.prescriptions.state === 'read' ? visit.prescriptions.prescriptions : [];
  return read.flatMap(({ lines }) => lines).find(({ item }) => item.code === itemCode);
}

async function signInAs({ call }: Counter, role: Role): Promise<void> {
  const user = (await call.session.listUsers()).find((each) => each.role === role);
  if (user?.demoPin == null) throw new Error(`the demonstration has no ${role}`);
  await call.session.signIn({ userId: user.userId, pin: user.demoPin });
}
