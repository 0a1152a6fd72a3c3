import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { Agent } from '#agent/agent.ts';
import { securityHeaders } from '../page/content-policy.ts';
import { listPageFiles, readPageFile } from '../page/page-files.ts';
import { answer, answerAbsent, answerRefused } from './answers.ts';
import { describeApi } from './describe-api.ts';
import { hasSession, isAddressedHere, sessionCookie } from './guard.ts';
import type { Sessions } from './sessions.ts';

export interface DoorOptions {
  readonly router: Agent['router'];
  /** The folder of the built window. */
  readonly pageFolder: string;
  readonly port: number;
  readonly sessions: Sessions;
  /** Called when a one-use link was used: the moment to offer the next one. */
  onEntered(): void;
  /** Called with what a request threw that is no failure. */
  onBug(error: unknown): void;
}

type Passage = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Every way in: `/enter`, then for an open session `/rpc`, `/api`, `/openapi.json` and the window's files. */
export function openDoors(options: DoorOptions): Passage {
  const { port, sessions } = options;
  const call = openCalls(options);
  const description = describeApi();
  const files = listPageFiles(options.pageFolder);

  return async (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const url = URL.parse(request.url ?? '', 'http://127.0.0.1');
    if (url === null || !isAddressedHere(request.headers, port)) {
      answerRefused(response);
    } else if (url.pathname === '/enter') {
      enter(url, response, options);
    } else if (!hasSession(request.headers, port, sessions)) {
      answerRefused(response);
    } else if (!(await call(request, response))) {
      await serveDocument(url.pathname, request, response);
    }
  };

  async function serveDocument(
    path: string,
    { method }: IncomingMessage,
    response: ServerResponse,
  ) {
    if (method !== 'GET') {
      answerAbsent(response);
    } else if (path === '/openapi.json') {
      answer(response, { 'Content-Type': 'application/json' }, await description);
    } else {
      const file = await readPageFile(files, path, `'self'`);
      if (file === null) answerAbsent(response);
      else answer(response, file.headers, file.body);
    }
  }
}

/** The agent's calls, in oRPC's own form for the window and as plain JSON for other systems. */
function openCalls({ router, onBug }: DoorOptions) {
  const plugins = [new BodyLimitPlugin({ maxBodySize: 1024 * 1024 })];
  // Failures and refusals are the contract's own errors; anything else that a handler throws is a bug.
  const report = async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
    try {
      return await next();
    } catch (error) {
      if (!(error instanceof ORPCError)) onBug(error);
      throw error;
    }
  };
  const rpc = new RPCHandler(router, { plugins, interceptors: [report] });
  const api = new OpenAPIHandler(router, { plugins, interceptors: [report] });
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> =>
    (await rpc.handle(request, response, { prefix: '/rpc', context: {} })).matched ||
    (await api.handle(request, response, { prefix: '/api', context: {} })).matched;
}

function enter(
  url: URL,
  response: ServerResponse,
  { sessions, port, onEntered }: DoorOptions,
): void {
  const session = sessions.exchange(url.searchParams.get('token') ?? '');
  if (session === null) {
    answerRefused(response);
    return;
  }
  response.writeHead(303, { Location: '/', 'Set-Cookie': sessionCookie(session, port) }).end();
  onEntered();
}
