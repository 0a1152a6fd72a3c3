import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Failure } from '#domain/failures.ts';
import { findFailure } from '../client.ts';

/** A failure that is shown; null stands for an agent that did not answer. */
export interface Notice {
  readonly failure: Failure | null;
}

interface Acting {
  readonly notice: Notice | null;
  dismiss(): void;
  show(failure: Failure): void;
  /** Runs one call of the agent; a failure becomes the notice and answers null. */
  act<T>(call: () => Promise<T>): Promise<{ readonly value: T } | null>;
  /** The same for what a screen asks by itself: its answer takes no notice away. */
  ask<T>(call: () => Promise<T>): Promise<{ readonly value: T } | null>;
}

const ActingContext = createContext<Acting | null>(null);

export function ActingProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const dismiss = useCallback(() => setNotice(null), []);
  const show = useCallback((failure: Failure) => setNotice({ failure }), []);
  const ask = useCallback(async <T,>(call: () => Promise<T>) => {
    try {
      return { value: await call() };
    } catch (error) {
      setNotice({ failure: findFailure(error) });
      return null;
    }
  }, []);
  const act = useCallback(
    async <T,>(call: () => Promise<T>) => {
      const answer = await ask(call);
      if (answer !== null) setNotice(null);
      return answer;
    },
    [ask],
  );
  const acting = useMemo(
    () => ({ notice, dismiss, show, act, ask }),
    [notice, dismiss, show, act, ask],
  );
  return <ActingContext value={acting}>{children}</ActingContext>;
}

export function useActing(): Acting {
  const acting = useContext(ActingContext);
  if (acting === null) throw new Error('useActing stands outside the ActingProvider');
  return acting;
}
