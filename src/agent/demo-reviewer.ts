import { type RequestAnswer, requestListSchema } from '#contracts/admin-api.ts';
import { paths } from '#contracts/server-api.ts';
import { addDays } from '#domain/dates.ts';
import { centreAnswers } from '#fixtures/demo-insurer/centre-answers.ts';
import { countAwaitingAnswer } from '#store/requests.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import type { Terminal } from './terminal.ts';

/** How soon the reviewer looks again, in milliseconds: long enough to be seen waiting. */
const pace = 3_000;

/**
 * Plays the person at the centre: answers what the demonstration tells an answer for, by the administrator's
 * door like anybody else, while this terminal waits for one. Answers what ends it.
 */
export function playReviewer(terminal: Terminal, server: EmbeddedServer): () => void {
  let isBusy = false;
  const look = async () => {
    if (isBusy || !server.isRunning() || countAwaitingAnswer(terminal.store.reader) === 0) return;
    isBusy = true;
    // A centre that is away, or going away, is asked again at the next turn.
    const isNew = await answerAll(server).catch(() => false);
    isBusy = false;
    if (isNew) terminal.wakeSync();
  };
  const timer = setInterval(() => void look(), pace);
  return () => clearInterval(timer);
}

async function answerAll(server: EmbeddedServer): Promise<boolean> {
  const url = await server.url;
  if (!url.ok) return false;
  const headers = {
    authorization: `Bearer ${server.adminToken}`,
    'content-type': 'application/json',
  };
  const listed = await fetch(url.value + paths.requests, { headers });
  const { requests } = requestListSchema.parse(await listed.json());
  let isNew = false;
  for (const request of requests) {
    const answer = answerTo(request);
    if (answer === null) continue;
    const body = JSON.stringify(answer);
    const address = url.value + paths.answer(request.requestId);
    isNew = (await fetch(address, { method: 'POST', headers, body })).ok || isNew;
  }
  return isNew;
}

type Listed = ReturnType<typeof requestListSchema.parse>['requests'][number];

function answerTo({ itemCode, quantity, serviceDate }: Listed): RequestAnswer | null {
  const told = centreAnswers[itemCode];
  if (told === undefined) return null;
  if (told.outcome === 'refused') return { outcome: 'refused', reasons: [...told.reasons] };
  const period = { from: serviceDate, to: addDays(serviceDate, told.days - 1) };
  return { outcome: 'approved', quantity, amount: null, period, waives: [] };
}
