import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { encodeCardImage } from '#card/issue/card-image.ts';
import { applicationId } from '#card/profile/layout.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import { toHex } from '#domain/chain.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import type { InsertedCard } from '../../card/virtual-reader.ts';
import { type Field, isAtRest, isRead } from './field.ts';

/** What befalls readers and cards in the field. Each begins and ends with both readers empty and no visit open. */
export const scenarios = {
  async twoReaders({ first, recover, second, until }) {
    await first.insert(card('samir'));
    await until(atRest('samir'));
    await second.insert(card('george'));
    const both = await until(({ reader }) => reader.attached[1]?.state === 'card');
    await recover(() => first.remove(), hasRead('george'));
    await until(atRest('george'));
    await first.insert(card('samir'));
    await until(({ reader }) => reader.attached[0]?.state === 'card');
    await recover(() => second.remove(), hasRead('samir'));
    return both.reader.attached;
  },

  async readerGoneAndBack({ call, first, kill, recover, start, until }) {
    await first.insert(card('samir'));
    await until(atRest('samir'));
    await call.visit.addLine({ itemCode: 'MET-850' });
    await kill();
    await start(0);
    await until(({ reader }) => reader.state === 'no-reader');
    return linesOf(await recover(() => start2(kill, start), hasRead('samir')));
  },

  async serviceKilled({ call, first, kill, recover, start, until }) {
    await first.insert(card('samir'));
    await until(atRest('samir'));
    await call.visit.addLine({ itemCode: 'MET-850' });
    await kill();
    await until(({ reader }) => reader.state === 'no-service');
    return linesOf(await recover(() => start(2), hasRead('samir')));
  },

  async serviceKilledWhileReading({ first, kill, recover, start, until }) {
    await first.insert({ ...card('samir'), fault: { command: 4, answer: 'held' } });
    await first.untilFault();
    await kill();
    await until(({ reader }) => reader.state === 'no-service');
    await recover(() => start(2));
  },

  async lineDropsWhileReading({ first, recover }) {
    await first.insert({ ...card('samir'), fault: { command: 3, answer: 'cut' } });
    await recover(first.untilFault);
  },

  async lineDropsWhileWriting({ call, first, recover, until }) {
    await first.insert({
      ...card('rana'),
      fault: { command: 'append', answer: 'cut' },
    });
    await until(atRest('rana'));
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'MET-850' });
    await until(({ visit }) => visit?.decision != null);
    await call.visit.save();
    const isWritten = (desk: DeskView) => desk.cardWrite?.state === 'written';
    const { cardWrite } = await recover(first.untilFault, isWritten);
    await until(atRest('rana'));
    return cardWrite?.state;
  },

  async heldByAnotherProgram({ first, recover, second, until }) {
    await second.insert(card('george'));
    await until(atRest('george'));
    // Not a fault: by it the first command of whoever it may be is noticed.
    await first.insert({ ...card('samir'), fault: { command: 1, answer: 0 } });
    await until(({ reader }) => reader.attached[0]?.state === 'card');
    const tool = loopOpenscTool();
    await first.untilFault();
    await second.remove();
    await until(({ reader }) => reader.failure?.code === 'card-busy');
    await recover(tool.stop, hasRead('samir'));
  },

  async muteCard({ first, recover, until }) {
    await first.insert({ ...card('samir', 'mute'), isMute: true });
    await until(({ reader }) => reader.failure?.code === 'card-mute');
    await first.remove();
    await until(({ reader }) => reader.state === 'empty');
    await recover(() => first.insert(card('samir')));
  },

  async slowCard({ first, until }) {
    await first.insert({ ...card('samir'), fault: { command: 3, answer: 1000 } });
    await until(atRest('samir'));
  },

  async answerTooLate({ first, recover, until }) {
    await first.insert({ ...card('samir'), fault: { command: 3, answer: 'held' } });
    await until(({ reader }) => reader.failure?.code === 'card-timeout');
    await recover(() => first.release());
  },

  async noAnswerEver({ first, recover, until }) {
    await first.insert({ ...card('samir'), fault: { command: 3, answer: 'held' } });
    await until(({ reader }) => reader.failure?.code === 'card-timeout');
    await recover(() => first.insert(card('george')), hasRead('george'));
  },

  async swappedAtOnce({ first, recover, until }) {
    await first.insert(card('samir'));
    await until(atRest('samir'));
    const { visit } = await recover(() => first.insert(card('george')), hasRead('george'));
    return visit?.card.cardNumber === numberOf('george');
  },

  async bothProtocols({ first, until }) {
    const spoken: unknown[] = [];
    for (const protocol of ['T=0', 'T=1'] as const) {
      await first.insert({ ...card('samir', protocol), protocol });
      const { reader } = await until(atRest('samir'));
      spoken.push(reader.attached[0]?.protocol);
      await first.remove();
      await until(({ reader: { state } }) => state === 'empty');
    }
    return spoken;
  },

  /** The card of somebody else lies unread in the reader until the service takes its power away. */
  async poweredOffWhileIdle({ call, first, recover, until }) {
    await first.insert(card('samir'));
    await until(atRest('samir'));
    await call.visit.addLine({ itemCode: 'MET-850' });
    await first.insert(card('george'));
    await until(({ reader }) => reader.failure?.code === 'card-changed');
    await first.untilReset();
    await recover(() => call.visit.close(), hasRead('george'));
  },
} satisfies Record<string, (field: Field) => Promise<unknown>>;

async function start2(kill: Field['kill'], start: Field['start']): Promise<void> {
  await kill();
  await start(2);
}

const insurer = buildDemoInsurer(systemClock().today());

function demoCard(cardId: string) {
  const found = insurer.cards.find((each) => each.cardId === cardId);
  if (found === undefined) throw new Error(`no demo card ${cardId}`);
  return found;
}

const numberOf = (cardId: string): string => demoCard(cardId).cardNumber;

/** A demo card; by another name it is another copy of it. */
const card = (cardId: string, name: string = cardId): InsertedCard => ({
  name,
  image: encodeCardImage(personaliseDemoCard(insurer, demoCard(cardId))),
});

const isOf = (cardId: string, { visit }: DeskView): boolean =>
  visit?.card.cardNumber === numberOf(cardId);

const hasRead = (cardId: string) => (desk: DeskView) => isRead(desk) && isOf(cardId, desk);
const atRest = (cardId: string) => (desk: DeskView) => isAtRest(desk) && isOf(cardId, desk);

const linesOf = ({ visit }: DeskView) => visit?.lines.map(({ line }) => line.itemCode);

/** Another program that takes the card in the first reader again and again, each time for many commands. */
function loopOpenscTool(): { stop(): Promise<void> } {
  const select = `00:A4:04:0C:08:${(toHex(applicationId).match(/../g) ?? []).join(':')}`;
  const commands = Array.from({ length: 200 }, () => ['-s', select]).flat();
  const end = new AbortController();
  const loop = (async () => {
    while (!end.signal.aborted) {
      const options = { signal: end.signal, maxBuffer: 10_000_000 };
      const tool = ['-c', 'default', '-r', '0', ...commands];
      // It fails while this program holds the card, and when it is ended.
      await promisify(execFile)('opensc-tool', tool, options).catch(() => null);
    }
  })();
  return {
    async stop() {
      end.abort();
      await loop;
    },
  };
}
