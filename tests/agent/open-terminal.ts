import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import type { Agent, AgentOptions } from '#agent/agent.ts';
import { openAgent } from '#agent/open-agent.ts';
import type { AgentRouter } from '#agent/router.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import { layDatabase } from '#tests/server/made-database.ts';

/** A terminal opened on its own folder, spoken to through the contract as a window would. */
export interface OpenedTerminal {
  readonly folder: string;
  readonly call: RouterClient<AgentRouter>;
  /** Waits until the desk satisfies the condition; rejects after some seconds, telling what it saw last. */
  until(condition: (desk: DeskView) => boolean): Promise<DeskView>;
  close(): Promise<void>;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'medexa-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the demonstration on a folder; the server is left out unless the options name one. */
export async function openTerminal(
  folder: string = temporaryFolder(),
  options: Partial<AgentOptions> = {},
): Promise<OpenedTerminal> {
  if (options.server?.kind === 'embedded') layDatabase(join(folder, 'server'));
  const opened = await openAgent({
    folder,
    server: { kind: 'none' },
    reference: { kind: 'demo' },
    cardService: null,
    keyWrap: null,
    ...options,
  });
  if (!opened.ok) throw new Error(`the terminal does not open: ${JSON.stringify(opened.failure)}`);
  const agent = opened.value;
  const close = once(agent);
  onTestFinished(close);
  const call = createRouterClient(agent.router);
  return { folder, call, close, until: (condition) => watchUntil(call, condition) };
}

/** The demo user of a role signs in with the PIN that the sign-in screen shows. */
export async function signInAs({ call }: OpenedTerminal, role: string): Promise<void> {
  const user = (await call.session.listUsers()).find((each) => each.role === role);
  if (user?.demoPin == null) throw new Error(`no demo user for ${role}`);
  await call.session.signIn({ userId: user.userId, pin: user.demoPin });
}

/** An upper bound for a loaded machine, in milliseconds: what is waited for usually comes at once. */
const patience = 60_000;

async function watchUntil(
  call: RouterClient<AgentRouter>,
  condition: (desk: DeskView) => boolean,
): Promise<DeskView> {
  const stop = AbortSignal.timeout(patience);
  let last: DeskView | null = null;
  for await (const desk of await call.desk.watch(undefined, { signal: stop })) {
    last = desk;
    if (condition(desk)) return desk;
  }
  throw new Error(`the desk never came to that; last: ${JSON.stringify(last)}`);
}

function once(agent: Agent): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => {
    closing ??= agent.close();
    return closing;
  };
}
