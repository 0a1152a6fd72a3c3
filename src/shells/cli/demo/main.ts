import { formatNumber } from '#contracts/messages/format.ts';
import { sayFailure } from '../../say-failure.ts';
import { type Counter, openCounter } from './counter.ts';
import { playDay } from './play.ts';
import { writeTold } from './write-told.ts';

/** Plays a day at the counter without a window. `--json` prints one JSON object per step instead of sentences. */
async function run(isJson: boolean): Promise<number> {
  const counter = await openCounter();
  if (!counter.ok) {
    process.stderr.write(`${sayFailure(counter.failure)}\n`);
    return 1;
  }
  closeWhenStopped(counter.value);
  try {
    return await tell(counter.value, isJson);
  } finally {
    await counter.value.close();
  }
}

/** Whoever stops the day, or reads no further, leaves no server and no folder behind. */
function closeWhenStopped(counter: Counter): void {
  const stop = () => void counter.close().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  process.stdout.once('error', stop);
}

async function tell(counter: Counter, isJson: boolean): Promise<number> {
  const { currency } = await counter.call.terminal.describe();
  let played = 0;
  let failed = 0;
  for await (const told of playDay(counter)) {
    played += 1;
    if (!told.ok) failed += 1;
    process.stdout.write(`${isJson ? JSON.stringify(told) : writeTold(told, played, currency)}\n`);
  }
  if (!isJson) process.stdout.write(writeSum(played, failed));
  return failed === 0 ? 0 : 1;
}

function writeSum(played: number, failed: number): string {
  const [all, bad] = [played, failed].map((count) => formatNumber(count, 'ar'));
  return failed === 0
    ? `The day is over: ${played} steps, each as told.\nانتهى اليوم: عدد الخطوات ${all}، وكلها كما ينبغي.\n`
    : `The day is over: ${failed} of ${played} steps did not come out as told.\n` +
        `انتهى اليوم: ${bad} من ${all} من الخطوات لم تأتِ كما ينبغي.\n`;
}

process.exitCode = await run(process.argv.includes('--json'));
