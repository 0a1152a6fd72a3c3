import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { openAgent } from '#agent/open-agent.ts';
import type { AgentRouter } from '#agent/router.ts';
import { createPcscService, usualTimes } from '#card/transport/pcsc-service.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import { loadPcsc } from '#native/pcsc.ts';
import { type PrivatePcscd, startPcscd, vpcdPorts } from '../../card/pcscd-harness.ts';
import { openVirtualReader, type VirtualReader } from '../../card/virtual-reader.ts';

/** A terminal at its counter, with the real card service and two readers, as the window sees it. */
export interface Field {
  readonly first: VirtualReader;
  readonly second: VirtualReader;
  readonly call: RouterClient<AgentRouter>;
  /** Ends the card service as a crash would. */
  kill(): Promise<void>;
  start(readers: 0 | 2): Promise<void>;
  until(condition: (desk: DeskView) => boolean): Promise<DeskView>;
  /** What the trouble was ends here: from then on it is measured how long it takes until that is so. */
  recover(end: () => Promise<unknown>, isBack?: (desk: DeskView) => boolean): Promise<DeskView>;
}

/** What came of one scenario. */
export interface Played {
  /** What the window was shown of the readers, in order: state, reader, failure. */
  readonly shown: readonly string[];
  /** Of each recovery, in milliseconds. */
  readonly recoveries: readonly Recovery[];
  readonly told: unknown;
}

export interface Recovery {
  readonly took: number;
  /** Of these, how long this thread stood ready and had no processor: that is not the program's waiting. */
  readonly starved: number;
}

export interface OpenField {
  play(scenario: (field: Field) => Promise<unknown>): Promise<Played>;
  close(): Promise<void>;
}

/** Opens it with an empty counter, a pharmacist signed in. Only inside `runIsolated`. */
export async function openField(): Promise<OpenField> {
  let pcscd: PrivatePcscd = await startPcscd(2);
  const [first, second] = [openVirtualReader(vpcdPorts[0]), openVirtualReader(vpcdPorts[1])];
  const pcsc = await loadPcsc();
  if (pcsc === null) throw new Error('no binding');
  const opened = await openAgent({
    folder: mkdtempSync(join(tmpdir(), 'medexa-field-')),
    server: { kind: 'none' },
    reference: { kind: 'demo' },
    // A card that never answers is given up sooner here, so that nobody waits for it.
    cardService: createPcscService(pcsc, { ...usualTimes, answer: 2000 }),
    keyWrap: null,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const call = createRouterClient(opened.value.router);
  await signIn(call);
  const window = lookThrough(call);

  const field = (recoveries: Recovery[]): Field => ({
    first,
    second,
    call,
    until: window.until,
    kill: () => pcscd.kill(),
    async start(readers) {
      pcscd = await startPcscd(readers);
    },
    async recover(end, isBack = isRead) {
      await end();
      const [began, starvedBefore] = [performance.now(), starvedSoFar()];
      const desk = await window.until(isBack);
      const took = Math.round(performance.now() - began);
      recoveries.push({ took, starved: starvedSoFar() - starvedBefore });
      return desk;
    },
  });
  const clear = async () => {
    await Promise.all([first.remove(), second.remove()]);
    if ((await window.until(() => true)).visit !== null) await call.visit.close().catch(() => null);
    await window.until(({ reader, visit }) => visit === null && reader.state === 'empty');
  };
  await clear();
  return {
    async play(scenario) {
      const recoveries: Recovery[] = [];
      const from = window.shown.length;
      const told = await scenario(field(recoveries));
      const shown = window.shown.slice(from);
      await clear();
      return { shown, recoveries, told };
    },
    async close() {
      await opened.value.close();
      await pcscd.kill();
      await Promise.all([first.close(), second.close()]);
    },
  };
}

export const isRead = ({ reader, visit }: DeskView): boolean =>
  reader.state === 'card' && visit?.card.isPresent === true && visit.history.state !== 'reading';

/** All is read, and the card is asked nothing more: whatever befalls it now befalls no command. */
export const isAtRest = (desk: DeskView): boolean =>
  isRead(desk) &&
  desk.visit?.prescriptions.state !== 'reading' &&
  desk.visit?.photo.state !== 'reading';

async function signIn(call: RouterClient<AgentRouter>): Promise<void> {
  const pharmacist = (await call.session.listUsers()).find(({ role }) => role === 'pharmacist');
  if (pharmacist?.demoPin == null) throw new Error('no demo pharmacist');
  await call.session.signIn({ userId: pharmacist.userId, pin: pharmacist.demoPin });
}

/** Keeps what the window is shown, each state once. */
function lookThrough(call: RouterClient<AgentRouter>) {
  const shown: string[] = [];
  let current: DeskView | null = null;
  const waiting = new Set<(desk: DeskView) => void>();
  void (async () => {
    for await (const desk of await call.desk.watch()) {
      current = desk;
      const words = sayReader(desk);
      if (shown.at(-1) !== words) shown.push(words);
      for (const look of [...waiting]) look(desk);
    }
  })();
  const until = (condition: (desk: DeskView) => boolean): Promise<DeskView> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`it never came to ${condition}; shown: ${shown.join(', ')}`)),
        patience,
      );
      const look = (desk: DeskView) => {
        if (!condition(desk)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(desk);
      };
      waiting.add(look);
      if (current !== null) look(current);
    });
  return { shown, until };
}

/** For what hangs, in milliseconds. */
const patience = 30_000;

function sayReader({ reader: { failure, reader, state } }: DeskView): string {
  const place = reader === null ? null : reader.endsWith('01') ? 'second' : 'first';
  return [state, place, failure?.code].filter((word) => word != null).join(' ');
}

/** Of this thread, in milliseconds, as the kernel counts it; 0 where it does not. */
function starvedSoFar(): number {
  try {
    const [, waited] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
    return Math.round(Number(waited) / 1e6);
  } catch {
    return 0;
  }
}
