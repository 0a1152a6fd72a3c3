import { fileURLToPath } from 'node:url';
import type { Agent } from '#agent/agent.ts';
import { openAgent } from '#agent/open-agent.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { readOptions } from '../read-options.ts';
import { sayFailure } from '../say-failure.ts';
import { type Host, openHost } from './open-host.ts';
import { findWindowPlace, openWindow } from './open-window.ts';

/** The terminal without Electron: the agent in this process, the window in a browser on this machine. */
const pageFolder = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));
const usualPort = 4717;

interface Running {
  readonly agent: Agent;
  readonly host: Host;
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (line: string): boolean => process.stderr.write(`${line}\n`);

async function start(): Promise<Result<Running, Failure>> {
  const options = readOptions(process.env);
  if (!options.ok) return options;
  const port = readPort(process.env.MEDEXA_PORT);
  if (!port.ok) return port;
  const agent = await openAgent({ ...options.value, keyWrap: null });
  if (!agent.ok) return agent;

  const host = await openHost({
    router: agent.value.router,
    port: port.value,
    pageFolder,
    onEntered: () => offer('Another window, once'),
    onBug: (error) => complain(error instanceof Error ? (error.stack ?? '') : String(error)),
  });
  if (!host.ok) {
    await agent.value.close();
    return host;
  }
  const offer = (what: string) => say(`${what}: ${host.value.mintLink()}`);

  const place = findWindowPlace(process.env, options.value.folder);
  if (place.browser === null) offer('Open the terminal (this address works once)');
  else openWindow(place, host.value.mintLink(), () => offer('Open the terminal in a browser'));
  return succeed({ agent: agent.value, host: host.value });
}

function readPort(text: string | undefined): Result<number, Failure> {
  if (text === undefined || text === '') return succeed(usualPort);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return succeed(port);
  return failWith(failure('input-malformed', { where: 'MEDEXA_PORT', why: 'expected 0 to 65535' }));
}

function closeOnSignal({ agent, host }: Running): void {
  let isClosing = false;
  const close = async () => {
    if (isClosing) return;
    isClosing = true;
    await host.close();
    await agent.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void close());
  }
}

const started = await start();
if (started.ok) {
  closeOnSignal(started.value);
} else {
  complain(`${sayFailure(started.failure, 'ar')}\n\n${sayFailure(started.failure, 'en')}`);
  process.exitCode = 1;
}
