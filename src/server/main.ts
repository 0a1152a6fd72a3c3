import { openServer } from './open-server.ts';
import { readOptions, type ServeOptions, usage } from './options.ts';
import { onParentGone } from './parent.ts';

/** Runs the server as a process: one JSON line on stdout when it listens, its log on stderr. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage);
    return;
  }
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options.ok) {
    log({ refused: options.failure });
    process.exitCode = 2;
    return;
  }
  await serve(options.value);
}

async function serve(options: ServeOptions): Promise<void> {
  const server = await openServer({ ...options, report });
  if (!server.ok) {
    log({ refused: server.failure });
    process.exitCode = 1;
    return;
  }
  const { url, close, mintCode } = server.value;
  let isClosing = false;
  const end = () => {
    if (isClosing) return;
    isClosing = true;
    close().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (options.isTiedToParent) onParentGone(end);
  const minted = options.mintFor === null ? null : await mintCode(options.mintFor);
  const told = { listening: url, ...(minted === null ? {} : { enrolmentCode: minted.code }) };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

function log(entry: object): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
}

/** Where and what kind of trouble, never its message: a database's message may quote a row. */
function report(error: unknown): void {
  const { name, code, reference, stack } = error as Record<string, string | undefined>;
  const frames = stack?.split('\n').filter((line) => line.startsWith('    at '));
  log({ trouble: name, code, reference, frames: frames?.slice(0, 8).map((line) => line.trim()) });
}

function fail(error: unknown): void {
  report(error);
  process.exit(1);
}

process.on('uncaughtException', fail);
main().catch(fail);
