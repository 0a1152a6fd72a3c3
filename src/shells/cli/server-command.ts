import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from './command.ts';

const serverFile = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** Runs the central server by its file: the terminal's program knows nothing of what is in it. */
export const serverCommand: Command = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [serverFile, ...args], { stdio: 'inherit' });
    // Ctrl-C reaches the server by itself; it must end before we do.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
