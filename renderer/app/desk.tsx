import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { DeskView, TerminalView } from '#contracts/agent-views.ts';
import type { AgentClient } from '../client.ts';

export interface Desk {
  readonly client: AgentClient;
  readonly terminal: TerminalView;
  readonly desk: DeskView;
  /** False while the agent does not answer: what is shown is then the last that was known. */
  readonly isLive: boolean;
}

const DeskContext = createContext<Desk | null>(null);

/** The agent's present state, for everything inside the frame. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk stands outside the DeskProvider');
  return desk;
}

/** Watches the agent's desk, and goes on watching after it was away. */
export function DeskProvider(props: {
  readonly client: AgentClient;
  readonly waiting: (isLost: boolean) => ReactNode;
  readonly children: ReactNode;
}) {
  const { client } = props;
  const [terminal, setTerminal] = useState<TerminalView | null>(null);
  const [desk, setDesk] = useState<DeskView | null>(null);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const show = (view: DeskView) => {
      setDesk(view);
      setLost(false);
    };
    void watch(client, stop.signal, { describe: setTerminal, show, lose: () => setLost(true) });
    return () => stop.abort();
  }, [client]);

  if (terminal === null || desk === null) return props.waiting(isLost);
  return (
    <DeskContext value={{ client, terminal, desk, isLive: !isLost }}>{props.children}</DeskContext>
  );
}

interface Watcher {
  describe(terminal: TerminalView): void;
  show(desk: DeskView): void;
  lose(): void;
}

async function watch(client: AgentClient, signal: AbortSignal, watcher: Watcher): Promise<void> {
  let failedTries = 0;
  while (!signal.aborted) {
    try {
      watcher.describe(await client.terminal.describe(undefined, { signal }));
      for await (const view of await client.desk.watch(undefined, { signal })) {
        failedTries = 0;
        watcher.show(view);
      }
    } catch {
      // Any reason ends alike: the agent is away, and is asked again below.
    }
    if (signal.aborted) return;
    watcher.lose();
    failedTries += 1;
    await pause(Math.min(8000, 250 * 2 ** failedTries), signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
