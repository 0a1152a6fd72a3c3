import { writeSync } from 'node:fs';
import { createRouterClient, ORPCError } from '@orpc/server';
import { openAgent } from '#agent/open-agent.ts';
import { systemClock } from '#agent/system-clock.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { calendarDate } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';

/**
 * A process of its own that works a day at the counter until it is killed: cards go in, lines are added,
 * claims are saved, cards come out. Each step is said in one line of JSON, written before the next begins;
 * a claim is said to be saved only when `save` has answered.
 */
const [folder = '', url = '', enrolmentCode = '', day = '', first = '0', until = ''] =
  process.argv.slice(2);
const today = calendarDate(day);

const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

const opened = await openAgent({
  folder,
  server: { kind: 'remote', url, enrolmentCode },
  reference: { kind: 'demo' },
  cardService: null,
  keyWrap: null,
  // The day of the test: midnight must not change whose cards these are.
  clock: { ...systemClock(), today: () => today },
});
if (!opened.ok) {
  say({ refused: opened.failure });
  process.exit(1);
}
const call = createRouterClient(opened.value.router);
const cards = buildDemoInsurer(today).cards.filter(({ kind }) => kind === 'genuine');

await signIn();
const { visit: waiting } = await untilDesk(() => true);
if (waiting !== null && waiting.lines.length > 0) say({ offered: waiting.claimId });
say({ ready: true });
try {
  if (waiting !== null) await work(cardIdOf(waiting));
  for (let turn = Number(first); ; turn += 1) await work(cards[turn % cards.length]?.cardId ?? '');
} catch (error) {
  if (!(error instanceof ORPCError) || error.code !== 'FAILED') throw error;
  say({ refused: error.data });
  // As a crash would: nothing is closed.
  process.kill(process.pid, 'SIGKILL');
}

/** One visit, from the card's insertion to its removal; takes up the visit that a crash left open. */
async function work(cardId: string): Promise<void> {
  await call.demo.insertCard({ cardId });
  const { visit } = await untilDesk(
    (desk) => desk.visit?.card.isPresent === true && desk.visit.history.state !== 'reading',
  );
  if (visit === null) return;
  await call.visit.answerHolder({ answer: 'confirmed' });
  if (visit.lines.length === 0) await call.visit.addLine({ itemCode: 'MET-850' });
  say({ typed: visit.claimId });
  // Stands still exactly between the last line and the save, for whoever wants to kill it there.
  if (until === 'typed') await new Promise(() => setInterval(() => undefined, 60_000));
  await untilDesk((desk) => desk.visit?.decision != null);
  const { claimId, receiptNumber } = await call.visit.save();
  say({ saved: { claimId, receiptNumber } });
  await call.demo.removeCard();
  await untilDesk((desk) => desk.visit === null);
}

async function signIn(): Promise<void> {
  const user = (await call.session.listUsers()).find(({ role }) => role === 'pharmacist');
  if (user?.demoPin == null) throw new Error('no demo pharmacist');
  await call.session.signIn({ userId: user.userId, pin: user.demoPin });
}

function cardIdOf({ card }: VisitView): string {
  const found = cards.find(({ cardNumber }) => cardNumber === card.cardNumber);
  if (found === undefined) throw new Error(`no demo card has the number ${card.cardNumber}`);
  return found.cardId;
}

async function untilDesk(condition: (desk: DeskView) => boolean): Promise<DeskView> {
  for await (const desk of await call.desk.watch()) if (condition(desk)) return desk;
  throw new Error('the desk is not shown any more');
}
