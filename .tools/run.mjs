import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { cache, root } from './places.mjs';

export const say = (line) => process.stdout.write(`${line}\n`);

/** Compiled programs are kept here, instead of in the machine's folder for passing files. */
const compiled = { NODE_COMPILE_CACHE: cache('compiled') };

/** For the tools of set-up and tests: what they keep in a person's home, they keep here. */
export const ownHome = {
  ...compiled,
  XDG_CACHE_HOME: cache('home', 'cache'),
  XDG_DATA_HOME: cache('home', 'data'),
  XDG_CONFIG_HOME: cache('home', 'config'),
};

/** How often a long step says that it is still at it, in milliseconds. */
const heartbeat = 15_000;

/** Runs a command quietly; its output goes to `.cache/setup.log`. Answers {code, output}, code -1: not found or timed out. */
export function runQuietly(command, args, { env = {}, cwd = root, timeout = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...ownHome, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    const parts = [];
    const seconds = secondsSince();
    const pulse = setInterval(() => say(`    … still at it, ${seconds()} s`), heartbeat);
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    const finish = (code, extra = '') => {
      clearInterval(pulse);
      const output = Buffer.concat(parts).toString('utf8') + extra;
      mkdirSync(cache(), { recursive: true });
      appendFileSync(cache('setup.log'), `$ ${command} ${args.join(' ')}\n${output}\n`);
      resolve({ code, output });
    };
    child.once('error', (error) => finish(-1, error.message));
    child.once('close', (code) => finish(code ?? -1));
  });
}

/** Whose child this program began as: under npm, of the shell that npm runs a script through. */
const shell = process.ppid;

/** How often it is looked whether that shell is still there, in milliseconds. */
const lookAtShell = 250;

/**
 * Runs a command in this terminal and hands on the signals that ask it to end; answers its exit code, once the
 * command has ended in its own time. npm hands a signal to its shell alone, which ends of it without telling
 * anybody: that the shell is gone is such a signal too.
 */
export function runHere(command, args, { env = {}, cwd = root, timeout = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...compiled, ...env },
      stdio: 'inherit',
      timeout,
    });
    // Ctrl-C reaches the whole group by itself; we only must not end before the child has.
    const wait = () => undefined;
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    process.on('SIGHUP', pass);
    const watch = setInterval(() => {
      if (!isRunByNpm || process.ppid === shell) return;
      clearInterval(watch);
      pass('SIGTERM');
    }, lookAtShell);
    const finish = (code) => {
      clearInterval(watch);
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      process.off('SIGHUP', pass);
      resolve(code);
    };
    child.once('error', (error) => {
      say(error.message);
      finish(1);
    });
    child.once('exit', (code, signal) => finish(code ?? (signal ? 1 : 0)));
  });
}

/** Whoever runs it by hand may leave it behind and close the shell. */
const isRunByNpm = process.env.npm_lifecycle_event !== undefined;

export function secondsSince(start = Date.now()) {
  return () => Math.round((Date.now() - start) / 1000);
}

/** The last lines of an output, for a person. */
export const lastLines = (output, count = 15) =>
  output.trimEnd().split('\n').slice(-count).join('\n');
