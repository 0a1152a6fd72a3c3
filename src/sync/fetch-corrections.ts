import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import type { CentralClient } from './central-client.ts';
import type { CorrectionSink, TerminalIdentity } from './ports.ts';

/** Fetches what voids owe to cards up to the latest; answers how many entries came. */
export async function fetchCorrections(
  client: CentralClient,
  identity: TerminalIdentity,
  sink: CorrectionSink,
): Promise<Result<number, Failure>> {
  let fetched = 0;
  for (;;) {
    const page = await client.fetchCorrections(identity, sink.cursor());
    if (!page.ok) return page;
    if (page.value.corrections.length === 0) return succeed(fetched);
    const applied = sink.applyPage(page.value);
    if (!applied.ok) return applied;
    fetched += page.value.corrections.length;
  }
}
