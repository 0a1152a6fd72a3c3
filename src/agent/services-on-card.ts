import type { LedgerEntry } from '#card/judge-ledger.ts';

/** What is left of the services and supplies that a card's ledger tells of, newest first, corrections counted. */
export function servicesOnCard(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  /** Units that a newer correction has taken back, by item. */
  const taken = new Map<number, number>();
  return entries.flatMap((entry): LedgerEntry[] => {
    if (entry.type === 'correction') {
      for (const { cardCode, qty } of entry.lines)
        taken.set(cardCode, (taken.get(cardCode) ?? 0) + qty);
      return [];
    }
    if (entry.type !== 'dispense' && entry.type !== 'service') return [];
    const lines = entry.lines.flatMap((line) => {
      const back = taken.get(line.cardCode) ?? 0;
      taken.set(line.cardCode, back > line.qty ? back - line.qty : 0);
      return back >= line.qty ? [] : [{ ...line, qty: line.qty - back }];
    });
    return [{ ...entry, lines }];
  });
}
