import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentPolicy, mintNonce, withNonce } from './content-policy.ts';

/** The built window's files by the URL path of each. */
export type PageFiles = ReadonlyMap<string, string>;

/** One file as it is served. */
export interface PageAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * Lists what the folder holds, once: afterwards a path is looked up, never followed,
 * so that no path, however it is written, leads out of the folder. Links are not files.
 */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, string>();
  addFiles(files, folder, '/');
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
}

/** The answer for a URL path, or null. A page carries the policy with `connect` as the place of its calls. */
export async function readPageFile(
  files: PageFiles,
  urlPath: string,
  connect: string,
): Promise<PageAnswer | null> {
  const file = files.get(urlPath);
  if (file === undefined) return null;
  const type = types[extname(file)] ?? 'application/octet-stream';
  const body = await readFile(file);
  if (!file.endsWith('.html')) return { headers: { 'Content-Type': type }, body };
  const nonce = mintNonce();
  return {
    headers: { 'Content-Type': type, 'Content-Security-Policy': contentPolicy(nonce, connect) },
    body: withNonce(body.toString('utf8'), nonce),
  };
}

/** Only what the window is built of; any other extension is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

function addFiles(files: Map<string, string>, folder: string, urlPath: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFiles(files, path, `${urlPath}${entry.name}/`);
    else if (entry.isFile() && extname(entry.name) in types) files.set(urlPath + entry.name, path);
  }
}
