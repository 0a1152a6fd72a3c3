import { explainFailure } from '#contracts/messages/explain.ts';
import { formatDate } from '#contracts/messages/format.ts';
import type { Language } from '#contracts/messages/language.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import type { Failure } from '#domain/failures.ts';
import type { Bilingual } from '#domain/people.ts';
import { type Day, type Step, serve } from './day.ts';
import { nameOf, presentCard } from './visit.ts';

/** A card pulled out in the middle of a write, and what its next insertion does about it. */
export const tornSteps: readonly Step[] = [
  {
    step: 'torn-write',
    title: {
      ar: 'سُحبت البطاقة في وسط الكتابة: المطالبة محفوظة، والبطاقة تنتظر',
      en: 'A card pulled in the middle of the write: the claim is safe, the card waits',
    },
    expected: { outcome: 'approved', claim: 'saved', card: 'waiting', why: 'card-removed' },
    async play(day) {
      const { call, until } = day.counter;
      await call.demo.insertCard({ cardId: 'khaled' });
      await until('the card in the reader', ({ demo }) => demo?.inserted === 'khaled');
      await call.demo.tearNextWrite();
      const { cardWrite, line, person, saved } = await serve(day, 'torn-write', {
        cardId: 'khaled',
        line: { itemCode: 'MET-850' },
      });
      const got = {
        outcome: line.outcome,
        claim: saved.receiptNumber === '' ? null : 'saved',
        card: cardWrite?.state ?? null,
        why: cardWrite?.failure?.code ?? null,
      };
      return { got, person, line, notes: happened(cardWrite?.failure ?? null) };
    },
  },
  {
    step: 'healed-card',
    title: {
      ar: 'عند إدخالها ثانية: السجل مكتمل، والدواء فيه مرة واحدة',
      en: 'At the next insertion: its history is whole, the medicine in it once',
    },
    expected: { card: 'written', timesInHistory: 1 },
    play: healCard,
  },
];

/** What the card's removal is told as: what happened, and what to do. */
function happened(failure: Failure | null): Bilingual[] {
  if (failure === null) return [];
  const say = (language: Language) => explainFailure(failure, language).happened;
  return [{ ar: say('ar'), en: say('en') }, linesTexts.cardWaiting];
}

async function healCard({ counter, claims }: Day) {
  const { call, until } = counter;
  await presentCard(counter, 'khaled');
  const claimId = claims.get('torn-write');
  const healed = await until(
    'the torn card to be healed',
    ({ cardWrite }) => cardWrite?.claimId === claimId && cardWrite?.state === 'written',
  );
  await call.visit.close();
  await call.demo.removeCard();
  // What is on the card is what it shows when it is read afresh.
  const { history, person } = await presentCard(counter, 'khaled');
  const entries = history.state === 'read' ? history.entries : [];
  const supplied = entries.flatMap(({ items, on }) => items.map((item) => ({ ...item, on })));
  await call.visit.close();
  await call.demo.removeCard();
  return {
    got: { card: healed.cardWrite?.state ?? null, timesInHistory: supplied.length },
    person: nameOf(person),
    notes: supplied.map(({ name, on }) => ({
      ar: `في سجلّ البطاقة: ${name?.ar ?? ''}، ${formatDate(on, 'ar')}`,
      en: `In the card's history: ${name?.en ?? ''}, ${formatDate(on, 'en')}`,
    })),
  };
}
