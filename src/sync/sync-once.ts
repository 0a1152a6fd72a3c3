import { uploadLimits } from '#contracts/server-api.ts';
import type { Failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { CentralClient } from './central-client.ts';
import { timedOut } from './http.ts';
import type { Outbox, TerminalIdentity, VerdictSink } from './ports.ts';

/** Events that the server took into custody, and verdicts that were applied. */
export interface Synced {
  readonly sent: number;
  readonly received: number;
}

/**
 * Sends what is unsent and fetches what was decided. The two run side by side: verdicts never wait for an
 * upload that fails, and what one of them achieved stays although the other failed.
 */
export async function syncOnce(
  client: CentralClient,
  identity: TerminalIdentity,
  outbox: Outbox,
  verdicts: VerdictSink,
): Promise<Result<Synced, Failure>> {
  const [sent, received] = await Promise.all([
    uploadAll(client, identity, outbox),
    downloadAll(client, identity, verdicts),
  ]);
  if (!sent.ok) return sent;
  if (!received.ok) return received;
  return succeed({ sent: sent.value, received: received.value });
}

async function uploadAll(
  client: CentralClient,
  identity: TerminalIdentity,
  outbox: Outbox,
): Promise<Result<number, Failure>> {
  const upload: Upload = { outbox, size: uploadLimits.events, rewoundTo: null };
  let sent = 0;
  for (;;) {
    const events = outbox.listUnsent(upload.size);
    const first = events[0]?.envelope.seq;
    if (first === undefined) return succeed(sent);
    const uploaded = await client.uploadEvents(identity, events);
    const went = uploaded.ok
      ? outbox.recordAck(uploaded.value)
      : mend(upload, events.length, uploaded.failure);
    if (!went.ok) return went;
    if (uploaded.ok) sent += uploaded.value.ackSeq - first + 1;
  }
}

interface Upload {
  readonly outbox: Outbox;
  /** Events a batch. */
  size: number;
  /** Where the server last sent us back to. */
  rewoundTo: number | null;
}

/** Makes the next attempt a better one; gives the failure back where it cannot be. */
function mend(upload: Upload, tried: number, failure: Failure): Result<unknown, Failure> {
  if (wantsLess(failure) && tried > 1) {
    upload.size = Math.ceil(tried / 2);
    return succeed(null);
  }
  // The server knows less than we believed, and says where to go on; once per place, or it never ends.
  if (failure.code === 'chain-gap' && upload.rewoundTo !== failure.expectedSequence) {
    upload.rewoundTo = failure.expectedSequence;
    return upload.outbox.rewind(failure.expectedSequence);
  }
  return failWith(failure);
}

const wantsLess = (failure: Failure): boolean =>
  failure.code === 'batch-too-large' ||
  (failure.code === 'server-unreachable' && failure.reason === timedOut);

async function downloadAll(
  client: CentralClient,
  identity: TerminalIdentity,
  verdicts: VerdictSink,
): Promise<Result<number, Failure>> {
  let received = 0;
  for (;;) {
    const page = await client.fetchVerdicts(identity, verdicts.cursor());
    if (!page.ok) return page;
    if (page.value.verdicts.length === 0) return succeed(received);
    const applied = verdicts.applyPage(page.value);
    if (!applied.ok) return applied;
    received += page.value.verdicts.length;
  }
}
