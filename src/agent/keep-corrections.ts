import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { applyCorrectionPage, readCorrectionCursor } from '#store/told-corrections.ts';
import { type CentralClient, createCentralClient } from '#sync/central-client.ts';
import { fetchCorrections } from '#sync/fetch-corrections.ts';
import type { CorrectionSink, TerminalIdentity } from '#sync/ports.ts';
import type { Terminal } from './terminal.ts';
import { listToldElsewhere } from './told-corrections.ts';

/** Brings up to date what voids at other terminals owe to cards. */
export async function keepCorrections(
  terminal: Terminal,
  client: CentralClient,
  identity: TerminalIdentity,
): Promise<Result<null, Failure>> {
  const fetched = await fetchCorrections(client, identity, correctionsOf(terminal));
  return fetched.ok || isUnknownThere(fetched.failure) ? succeed(null) : fetched;
}

/** A centre from before it passed corrections on tells of none; claims go out to it as ever. */
const isUnknownThere = (failed: Failure): boolean =>
  failed.code === 'server-refused' && failed.status === 404;

/** The same for a card that is in the reader now: whether something new is owed to it. A centre that is away tells nothing. */
export async function askForCorrections(terminal: Terminal, cardNumber: string): Promise<boolean> {
  if (terminal.desk.current.sync.link !== 'online') return false;
  const centre = await terminal.centre();
  if (!centre.ok) return false;
  const known = new Set(idsOf(terminal, cardNumber));
  const { baseUrl, identity } = centre.value;
  const client = createCentralClient({ baseUrl, timeoutMs: patience });
  await keepCorrections(terminal, client, identity);
  return idsOf(terminal, cardNumber).some((id) => !known.has(id));
}

const idsOf = (terminal: Terminal, cardNumber: string): readonly string[] =>
  listToldElsewhere(terminal, cardNumber).map(({ voidId }) => voidId);

/** In milliseconds: somebody stands at the counter. */
const patience = 10_000;

const correctionsOf = ({ store }: Terminal): CorrectionSink => ({
  cursor: () => readCorrectionCursor(store.reader),
  applyPage: (page) => store.commit((db) => applyCorrectionPage(db, page)),
});
