import { inspectCard } from '#card/inspect/inspect-card.ts';
import type { InspectionView } from '#contracts/agent-views.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { listIssuerKeys } from '#store/reference.ts';
import { requirePermission } from './permissions.ts';
import type { Terminal } from './terminal.ts';

/**
 * What the card in the reader is and how it answers, for whoever mends readers; nothing of whose it is. The card is
 * read anew afterwards, as if it had just come in.
 */
export async function inspectReader(terminal: Terminal): Promise<Result<InspectionView, Failure>> {
  const permitted = requirePermission(terminal, 'readers');
  if (!permitted.ok) return permitted;
  const lent = await terminal.reader.borrowCard((channel) =>
    inspectCard(channel, {
      issuerKeys: listIssuerKeys(terminal.store.reader),
      today: terminal.clock.today(),
      terminal: terminal.credentials(),
    }),
  );
  return lent.ok ? succeed({ ...lent.value, at: terminal.clock.now() }) : lent;
}
