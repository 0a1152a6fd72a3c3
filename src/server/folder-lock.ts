import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Holds the folder for this process alone, or null when another server has it: PGlite itself lets two
 * processes ruin one database. It is a local socket under the folder's name, which the operating system
 * takes back when the process ends, however it ends.
 */
export async function takeFolderLock(folder: string): Promise<FolderLock | null> {
  const socket = createServer((connection) => connection.destroy());
  const isHeld = await new Promise<boolean>((resolve, reject) => {
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    socket.listen(addressOf(realpathSync(folder)), () => resolve(true));
  });
  if (!isHeld) return null;
  socket.unref();
  return { release: () => new Promise((resolve) => socket.close(() => resolve())) };
}

/** Abstract on Linux and a named pipe on Windows, so that nothing stays behind; elsewhere a file. */
function addressOf(folder: string): string {
  const name = `medexa-central-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
