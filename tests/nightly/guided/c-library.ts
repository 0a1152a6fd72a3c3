import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The engine's binary for Linux is linked against this release of the GNU C library or a later one. */
const needed = { major: 2, minor: 38 };
/** The first release of Debian that has it. */
const release = 'trixie';
const packages = ['libc6', 'libstdc++6', 'libgcc-s1'];

const run = promisify(execFile);

/** Whether the engine's binary cannot be loaded with this system's C library. */
export function isLibraryOldHere(): boolean {
  if (process.platform !== 'linux') return false;
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  const [major = 0, minor = 0] = (header?.glibcVersionRuntime ?? '').split('.').map(Number);
  return major < needed.major || (major === needed.major && minor < needed.minor);
}

/** The loader, by which any program runs with the libraries of its folder; null where they are not there. */
export function findOwnLibrary(place: string): { loader: string; folder: string } | null {
  const folder = join(place, 'root/usr/lib/x86_64-linux-gnu');
  const loader = join(folder, 'ld-linux-x86-64.so.2');
  return existsSync(loader) && existsSync(join(folder, 'libstdc++.so.6'))
    ? { loader, folder }
    : null;
}

/**
 * Fetches the packages with an apt of its own, which verifies Debian's signatures, and unpacks them under
 * `place`: the system's are not touched. Throws where apt cannot.
 */
export async function loadOwnLibrary(place: string): Promise<void> {
  for (const part of ['lists/partial', 'cache/archives/partial', 'state', 'root'])
    mkdirSync(join(place, part), { recursive: true });
  writeFileSync(join(place, 'state/status'), '');
  writeFileSync(
    join(place, 'sources.list'),
    `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian ${release} main\n`,
  );
  const settings = Object.entries({
    'Dir::Etc::SourceList': join(place, 'sources.list'),
    'Dir::Etc::SourceParts': '-',
    'Dir::State': join(place, 'state'),
    'Dir::State::lists': join(place, 'lists'),
    'Dir::State::status': join(place, 'state/status'),
    'Dir::Cache': join(place, 'cache'),
    'Acquire::Languages': 'none',
    'APT::Sandbox::User': 'root',
  }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await run('apt-get', [...settings, 'update'], { cwd: place });
  await run('apt-get', [...settings, 'download', ...packages], { cwd: place });
  for (const file of readdirSync(place).filter((name) => name.endsWith('.deb')))
    await run('dpkg-deb', ['-x', file, 'root'], { cwd: place });
}
