import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { ServerOption } from '#agent/agent.ts';
import { openAgent } from '#agent/open-agent.ts';
import type { AgentRouter } from '#agent/router.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';

/** A real terminal on a folder of its own, spoken to through its contract as a window does. */
export interface Counter {
  readonly call: RouterClient<AgentRouter>;
  /** The desk once it satisfies the condition; an Error, naming what was waited for, when it does not. */
  until(what: string, condition: (desk: DeskView) => boolean): Promise<DeskView>;
  /** Closes the terminal and its server, and removes the folder; a second call waits for the first. */
  close(): Promise<void>;
}

/** An upper bound for a loaded machine, in milliseconds: what is waited for usually comes at once. */
const patience = 60_000;

/** Opens the demonstration with a virtual reader and its own central server, in a temporary folder. */
export async function openCounter(
  server: ServerOption = { kind: 'embedded' },
): Promise<Result<Counter, Failure>> {
  const folder = mkdtempSync(join(tmpdir(), 'medexa-demo-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const opened = await openAgent({
    folder,
    server,
    reference: { kind: 'demo' },
    cardService: 'virtual',
    keyWrap: null,
  });
  if (!opened.ok) {
    clear();
    return opened;
  }
  const call = createRouterClient(opened.value.router);
  let closing: Promise<void> | null = null;
  return succeed({
    call,
    until: (what, condition) => watchUntil(call, what, condition),
    close() {
      closing ??= opened.value.close().then(clear);
      return closing;
    },
  });
}

async function watchUntil(
  call: RouterClient<AgentRouter>,
  what: string,
  condition: (desk: DeskView) => boolean,
): Promise<DeskView> {
  const signal = AbortSignal.timeout(patience);
  for await (const desk of await call.desk.watch(undefined, { signal })) {
    if (condition(desk)) return desk;
  }
  throw new Error(`waited in vain for ${what}`);
}
