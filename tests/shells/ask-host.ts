import { request } from 'node:http';
import type { Host } from '../../src/shells/loopback/open-host.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** How the host answers whom it does not know. */
export const refused = { status: 403, body: JSON.stringify({ code: 'session-refused' }) };

/** Asks as any program could: headers and path go out exactly as given. */
export function askHost(
  host: Host,
  path: string,
  headers: Record<string, string>,
  method: string,
): Promise<Answer> {
  const { port } = new URL(host.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Enters by a fresh link; answers the session's cookie as a browser would send it back. */
export async function enterHost(host: Host): Promise<string> {
  const answer = await askHost(host, pathOf(host.mintLink()), {}, 'GET');
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

export const pathOf = (link: string): string => link.slice(new URL(link).origin.length);
