// The system's packages by apt. Nothing else outside the clone is ever touched.
import { existsSync } from 'node:fs';
import { runQuietly } from './run.mjs';

const forStart = ['build-essential', 'python3', 'pcscd', 'libpcsclite-dev', 'chromium'];
const forTest = [...forStart, 'vsmartcard-vpcd', 'opensc', 'iproute2'];

/** What stands in for a package that cannot be had. */
const instead = {
  chromium: 'open the printed address in any browser',
  'vsmartcard-vpcd': 'tests on the real card service cannot run',
  opensc: 'tests on the real card service cannot run',
  iproute2: 'tests on the real card service cannot run',
};

/** The packages that `goal` wants and this Debian lacks; none where there is no apt. */
export async function listMissingPackages(goal) {
  if (!existsSync('/usr/bin/apt-get')) return [];
  const wanted = goal === 'test' ? forTest : forStart;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders.
  const format = '-f=${Package} ${db:Status-Status}\n';
  const { output } = await runQuietly('dpkg-query', ['-W', format, ...wanted]);
  const lines = new Set(output.split('\n'));
  return wanted.filter((name) => !lines.has(`${name} installed`));
}

/** What is lost without a package, and the command that brings it. */
export const describeMissing = (part) => ({
  part,
  command: `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${part}`,
  instead: instead[part] ?? 'an in-process reader with demo cards is used',
});

/** Installs all of them, or as many as can be had. */
export async function installPackages(names) {
  const isRoot = process.getuid?.() === 0;
  const apt = (args, timeout) =>
    isRoot
      ? runQuietly('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout })
      : runQuietly('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], {
          timeout,
        });
  // A source that does not answer must not keep us from those that do: the status is not looked at.
  await apt(['update', '-q', ...patience], 180_000);
  const all = await apt(['install', ...quietly, ...names], 480_000);
  if (all.code === 0 || names.length === 1) return;
  for (const name of names) await apt(['install', ...quietly, name], 240_000);
}

const patience = ['-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::Retries=2'];
const quietly = [
  ...['-y', '-q', '--no-install-recommends', ...patience],
  // The virtual reader's settings make the system's own card service listen to the whole network:
  // only the driver is wanted, which tests load into a card service of their own.
  ...['-o', 'Dpkg::Options::=--path-exclude=/etc/reader.conf.d/vpcd'],
];
