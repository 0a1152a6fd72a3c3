import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { SavedClaim } from '#contracts/claim-views.ts';
import type { Money } from '#domain/money.ts';
import type { Person } from '#domain/people.ts';

/** What the confirmation says after a claim was saved. */
export interface LastSaved {
  readonly claim: SavedClaim;
  readonly person: Person;
  readonly cashDue: Money;
}

interface Keeping {
  readonly saved: LastSaved | null;
  keep(saved: LastSaved | null): void;
}

const LastSavedContext = createContext<Keeping | null>(null);

/** Holds the confirmation until the user goes on to the next member. */
export function LastSavedProvider({ children }: { readonly children: ReactNode }) {
  const [saved, keep] = useState<LastSaved | null>(null);
  const keeping = useMemo(() => ({ saved, keep }), [saved]);
  return <LastSavedContext value={keeping}>{children}</LastSavedContext>;
}

export function useLastSaved(): Keeping {
  const keeping = useContext(LastSavedContext);
  if (keeping === null) throw new Error('useLastSaved stands outside the LastSavedProvider');
  return keeping;
}
