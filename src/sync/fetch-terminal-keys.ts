import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import type { CentralClient } from './central-client.ts';
import type { TerminalIdentity, TerminalKeySink } from './ports.ts';

/** Fetches the card keys of all terminals up to the latest; answers how many entries came. */
export async function fetchTerminalKeys(
  client: CentralClient,
  identity: TerminalIdentity,
  sink: TerminalKeySink,
): Promise<Result<number, Failure>> {
  let fetched = 0;
  for (;;) {
    const page = await client.fetchTerminalKeys(identity, sink.cursor());
    if (!page.ok) return page;
    if (page.value.keys.length === 0) return succeed(fetched);
    const applied = sink.applyPage(page.value);
    if (!applied.ok) return applied;
    fetched += page.value.keys.length;
  }
}
