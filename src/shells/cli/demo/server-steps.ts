import type { DeskView } from '#contracts/agent-views.ts';
import type { ClaimState } from '#contracts/claim-views.ts';
import { outcomeNames } from '#contracts/messages/checks.ts';
import { formatNumber } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import type { Bilingual } from '#domain/people.ts';
import type { Counter } from './counter.ts';
import { type Day, type Step, serve } from './day.ts';

/** How the day begins: the terminal becomes known to its central server. */
export const enrolmentStep: Step = {
  step: 'enrolment',
  title: {
    ar: 'تُفتح الطرفية وتعرّف المركز بنفسها',
    en: 'The terminal opens and makes itself known to the central server',
  },
  expected: { link: 'online', waiting: 0 },
  async play({ counter: { call, until } }) {
    const { sync } = await until('the central server', isCaughtUp);
    const { insurer, provider } = await call.terminal.describe();
    const notes = [provider.name, insurer];
    return { got: { link: sync.link, waiting: sync.waiting }, notes };
  },
};

/** A day without the central server, and the day after. */
export const serverSteps: readonly Step[] = [
  {
    step: 'offline',
    title: {
      ar: 'انقطع الاتصال بالمركز: يستمر العمل، والمطالبات تنتظر',
      en: 'The central server is away: work goes on, and claims wait',
    },
    expected: {
      link: 'offline',
      waiting: 2,
      'first outcome': 'approved',
      'second outcome': 'reduced',
    },
    play: workOffline,
  },
  {
    step: 'catching-up',
    title: {
      ar: 'عاد الاتصال: ذهب ما كان ينتظر',
      en: 'The connection is back: what waited has gone',
    },
    expected: { link: 'online', waiting: 0 },
    async play({ counter: { call, until } }) {
      await call.demo.switchServer({ running: true });
      const { sync } = await until('the server to be back', isCaughtUp);
      return {
        got: { link: sync.link, waiting: sync.waiting },
        notes: [sayWaiting(sync.waiting)],
      };
    },
  },
  {
    step: 'verdicts',
    title: {
      ar: 'قرار المركز في كل مطالبة من هذا اليوم',
      en: "The central server's verdict on each of the day's claims",
    },
    expected: {
      'approved-line': 'accepted',
      'price-over-list': 'accepted',
      'saleable-units': 'accepted',
      'repeat-from-elsewhere': 'rejected',
      'wrong-sex-diagnosis': 'rejected',
      'wrong-sex-item': 'rejected',
      'prescription-filled-in-part': 'accepted',
      'prescription-filled': 'accepted',
      'prescription-used-up': 'rejected',
      'torn-write': 'accepted',
      'offline-first': 'accepted',
      'offline-second': 'accepted',
    },
    play: collectVerdicts,
  },
];

const isCaughtUp = ({ sync }: DeskView): boolean => sync.link === 'online' && sync.waiting === 0;

const sayWaiting = (count: number): Bilingual => ({
  ar: `${claimsTexts.queued.ar}: ${formatNumber(count, 'ar')}`,
  en: `${claimsTexts.queued.en}: ${formatNumber(count, 'en')}`,
});

async function workOffline(day: Day) {
  const { call, until } = day.counter;
  await until('the earlier claims to be sent', isCaughtUp);
  await call.demo.switchServer({ running: false });
  const first = await serve(day, 'offline-first', {
    cardId: 'amina',
    line: { itemCode: 'AML-5' },
  });
  const second = await serve(day, 'offline-second', {
    cardId: 'yazan',
    line: { itemCode: 'PAR-500', quantity: 60 },
  });
  const { sync } = await until('two claims to wait', (desk) => desk.sync.link === 'offline');
  const got = {
    link: sync.link,
    waiting: sync.waiting,
    'first outcome': first.line.outcome,
    'second outcome': second.line.outcome,
  };
  const served = [first, second].map(({ line }) => ({
    ar: `${line.item.ar}: ${outcomeNames[line.outcome].ar}`,
    en: `${line.item.en}: ${outcomeNames[line.outcome].en}`,
  }));
  return { got, notes: [...served, sayWaiting(sync.waiting)] };
}

async function collectVerdicts({ counter, claims }: Day) {
  const got: Record<string, ClaimState> = {};
  const notes: Bilingual[] = [];
  for (const [name, claimId] of claims) {
    const state = await awaitVerdict(counter, claimId);
    const { receiptNumber } = await counter.call.claims.find({ claimId });
    got[name] = state;
    notes.push({
      ar: `${receiptNumber}: ${claimsTexts[state].ar}`,
      en: `${receiptNumber}: ${claimsTexts[state].en}`,
    });
  }
  return { got, notes };
}

/** The desk is pushed after each turn of sync: the claim is looked at each time, until it is decided. */
async function awaitVerdict({ call, until }: Counter, claimId: string): Promise<ClaimState> {
  const turns = 20;
  for (let turn = 0; turn < turns; turn += 1) {
    const { state } = await call.claims.find({ claimId });
    if (state !== 'queued' && state !== 'sent') return state;
    const { lastContact } = (await until('the desk', () => true)).sync;
    await call.sync.wake();
    await until('a turn of sync', ({ sync }) => sync.lastContact !== lastContact);
  }
  return 'sent';
}
