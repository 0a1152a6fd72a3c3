import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** One file of the built window. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
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

/**
 * The file that a URL path names below `root`, or null.
 * Confined to the root whatever the path says: dots, encoded dots, back-slashes and links that lead out.
 */
export async function findPageFile(root: string, urlPath: string): Promise<PageFile | null> {
  const path = decodePath(urlPath);
  if (path === null) return null;
  const type = types[extname(path)];
  if (type === undefined) return null;
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, path));
    if (!file.startsWith(base + sep)) return null;
    return { type, bytes: await readFile(file) };
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function decodePath(urlPath: string): string | null {
  if (urlPath === '/') return '/index.html';
  try {
    const path = decodeURIComponent(urlPath);
    const isPlain = path.startsWith('/') && !/[\\\0:]/.test(path);
    return isPlain && !path.split('/').includes('..') ? path : null;
  } catch {
    return null; // malformed percent escapes
  }
}

const absences = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && absences.has(String(error.code));
