import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadPcsc } from '#native/pcsc.ts';

/** The real card service with virtual readers, in namespaces of its own: nothing outside is touched. */

/** On these the driver waits for the card of its first reader and of its second. */
export const vpcdPorts = [0x8c7b, 0x8c7c] as const;

/** Debian's place, which is not on everybody's PATH. */
const daemon = '/usr/sbin/pcscd';
const driver = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';
const socketFile = '/run/pcscd/pcscd.comm';

/** What the real stack needs and is not here, as one sentence; null when all is here. */
export async function findMissingPart(): Promise<string | null> {
  if (process.platform !== 'linux') return 'the private card service needs Linux namespaces';
  if (process.getuid?.() !== 0) return 'the private card service needs root for its namespaces';
  if (!runs('unshare', ['-mn', '--pid', '--fork', 'true']))
    return 'unshare may not make namespaces here';
  if (!runs(daemon, ['--version'])) return 'pcscd is not installed: apt-get install pcscd';
  if (!existsSync(driver))
    return 'the virtual reader is not installed: apt-get install vsmartcard-vpcd';
  if (!runs('opensc-tool', ['--version']))
    return 'opensc-tool is not installed: apt-get install opensc';
  if ((await loadPcsc()) === null)
    return 'the binding `smartcard` is not compiled: see native/README.md';
  return null;
}

/** Runs a script in fresh mount, network and process namespaces; the last line that it prints is JSON. */
export async function runIsolated(script: string, ...args: readonly string[]): Promise<unknown> {
  const inside = [
    'ip link set lo up',
    // A /run of its own hides the system's card service, if there is one.
    'mount -t tmpfs tmpfs /run',
    'mkdir -p /run/pcscd',
    'exec "$0" "$@"',
  ].join(' && ');
  const { stdout } = await promisify(execFile)(
    'unshare',
    // The process namespace ends every process in it together with the script.
    ['-mn', '--pid', '--fork', '--kill-child', '--mount-proc', 'bash', '-c', inside].concat(
      process.execPath,
      script,
      args,
    ),
    { timeout: 120_000, maxBuffer: 10_000_000 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

export interface PrivatePcscd {
  /** Ends the service as a crash would. */
  kill(): Promise<void>;
}

/** Starts the service with no reader or with the driver's two; resolves once it answers. Only inside `runIsolated`. */
export async function startPcscd(readers: 0 | 2): Promise<PrivatePcscd> {
  const folder = mkdtempSync(join(tmpdir(), 'medexa-pcscd-'));
  if (readers === 2) writeFileSync(join(folder, 'vpcd'), readerFile);
  const child = spawn(daemon, ['--foreground', '--config', folder], { stdio: 'ignore' });
  await untilAnswering(child);
  return {
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
      rmSync(socketFile, { force: true });
      rmSync('/run/pcscd/pcscd.pid', { force: true });
    },
  };
}

/** The driver listens on every interface of this network namespace, which has none but loopback. */
const readerFile = `FRIENDLYNAME "Virtual PCD"
DEVICENAME   /dev/null:0x${vpcdPorts[0].toString(16).toUpperCase()}
LIBPATH      ${driver}
CHANNELID    0x${vpcdPorts[0].toString(16).toUpperCase()}
`;

async function untilAnswering(child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`pcscd ended with ${end}`);
    if (await accepts(socketFile)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('pcscd does not answer');
}

const accepts = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const runs = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
