import { protocol, type Session } from 'electron';
import { securityHeaders } from '../page/content-policy.ts';
import { listPageFiles, readPageFile } from '../page/page-files.ts';

/** The window's own origin: the built window and nothing else. */
export const pageOrigin = 'app://medexa';

/** Must run before the application is ready. */
export function declarePageProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built window at its origin. Calls go over the message port, so the page connects nowhere. */
export function servePage(session: Session, pageFolder: string): void {
  const files = listPageFiles(pageFolder);
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const isOurs = request.method === 'GET' && host === new URL(pageOrigin).host;
    const file = isOurs ? await readPageFile(files, pathname, `'none'`) : null;
    if (file === null) return new Response(null, { status: 404 });
    const body = typeof file.body === 'string' ? file.body : new Uint8Array(file.body);
    return new Response(body, { headers: { ...securityHeaders, ...file.headers } });
  });
}
