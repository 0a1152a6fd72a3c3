import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { money } from '#domain/money.ts';
import { type Day, type Step, serve } from './day.ts';
import { tellReasons } from './tell-reasons.ts';
import type { Facts } from './told.ts';
import { type Errand, nameOf, presentCard, type Visited } from './visit.ts';

/** What happens at the counter while everything works. */
export const counterSteps: readonly Step[] = [
  {
    step: 'approved-line',
    title: { ar: 'دواء حان موعده: موافَق عليه', en: 'A medicine that is due: approved' },
    expected: { outcome: 'approved', reason: null, card: 'written' },
    play: visit('approved-line', { cardId: 'huda', line: { itemCode: 'LEV-50' } }),
  },
  {
    step: 'price-over-list',
    title: {
      ar: 'سعر أعلى من اللائحة: يُخفَّض إليها',
      en: 'A price over the list: reduced to it',
    },
    expected: { outcome: 'reduced', reason: 'above-list-price', provider: 45_00, card: 'written' },
    play: visit(
      'price-over-list',
      { cardId: 'george', line: { itemCode: 'AML-5', unitPrice: money(6_00) } },
      ({ line }) => ({ provider: line.provider }),
    ),
  },
  {
    step: 'saleable-units',
    title: {
      ar: 'كمية فوق الحدّ: تُخفَّض إلى ما يُباع كاملاً',
      en: 'More than the limit: reduced to what can be sold whole',
    },
    expected: {
      outcome: 'reduced',
      reason: 'quantity-above-limit',
      asked: 40,
      allowed: 30,
      card: 'written',
    },
    play: visit(
      'saleable-units',
      { cardId: 'rana', line: { itemCode: 'PAR-500', quantity: 40 } },
      ({ line }) => ({ asked: line.asked, allowed: line.allowed }),
    ),
  },
  {
    step: 'repeat-from-elsewhere',
    title: {
      ar: 'صُرف في صيدلية أخرى بلا اتصال، ولا يعرفه إلا البطاقة: مرفوض',
      en: 'Dispensed at another pharmacy without a connection, known only from the card: declined',
    },
    expected: {
      outcome: 'declined',
      reason: 'repeat-too-early-from-supplier',
      supplier: 'Al-Rabwa Pharmacy',
      knownFrom: 'card',
      knownElsewhere: 0,
      card: null,
    },
    play: visit(
      'repeat-from-elsewhere',
      { cardId: 'samir', line: { itemCode: 'ATV-20' } },
      lastSupply,
    ),
  },
  {
    step: 'wrong-sex-diagnosis',
    title: {
      ar: 'تشخيص لا يكون عند رجل: مرفوض',
      en: 'A diagnosis that no man has: declined',
    },
    expected: { outcome: 'declined', reason: 'diagnosis-women-only', card: null },
    play: visit('wrong-sex-diagnosis', {
      cardId: 'omar',
      diagnoses: ['N91.2'],
      line: { itemCode: 'PAR-500' },
    }),
  },
  {
    step: 'wrong-sex-item',
    title: { ar: 'دواء للنساء يُطلب لرجل: مرفوض', en: "A women's medicine for a man: declined" },
    expected: { outcome: 'declined', reason: 'item-women-only', card: null },
    play: visit('wrong-sex-item', { cardId: 'samir', line: { itemCode: 'COC-PILL' } }),
  },
  {
    step: 'blocked-card',
    title: { ar: 'بطاقة أُبلغ عن فقدانها: لا تُقبل', en: 'A card reported lost: not accepted' },
    expected: { proof: 'genuine', outcome: 'declined', reason: 'card-lost' },
    play: presentBlockedCard,
  },
];

/** A visit told by its outcome, its first reason, and what became of the card. */
function visit(name: string, errand: Errand, more: (visited: Visited) => Facts = () => ({})) {
  return async (day: Day) => {
    const visited = await serve(day, name, errand);
    const { cardWrite, line, person } = visited;
    const got = {
      outcome: line.outcome,
      reason: line.reasons[0]?.reason ?? null,
      ...more(visited),
      card: cardWrite?.state ?? null,
    };
    const notes = cardWrite?.state === 'written' ? [linesTexts.cardWritten] : [];
    return { got, person, line, notes };
  };
}

/** Who dispensed last, where that is known from, and how many supplies anything but the card knows. */
function lastSupply({ finding }: Visited): Facts {
  const supplier = finding?.facts.find(({ name }) => name === 'supplier');
  const value = supplier?.value;
  const counts = (finding?.facts ?? []).flatMap(({ name, source, value: known }) =>
    name === 'known-supplies' && source !== 'card' && known?.kind === 'count' ? [known.value] : [],
  );
  return {
    supplier: value?.kind === 'name' ? value.value.en : null,
    knownFrom: supplier?.source ?? null,
    knownElsewhere: counts.reduce((sum, count) => sum + count, 0),
  };
}

async function presentBlockedCard({ counter }: Day) {
  const { card, eligibility, person } = await presentCard(counter, 'amina-lost');
  const { currency } = await counter.call.terminal.describe();
  const [worst] = tellReasons(eligibility.findings, currency);
  await counter.call.visit.close();
  await counter.call.demo.removeCard();
  const got = {
    proof: card.proof,
    outcome: eligibility.outcome,
    reason: worst?.reason ?? null,
  };
  return { got, person: nameOf(person), notes: worst === undefined ? [] : [worst.sentence] };
}
