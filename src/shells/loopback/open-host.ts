import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { answerBug } from './answers.ts';
import { type DoorOptions, openDoors } from './open-doors.ts';
import { createSessions } from './sessions.ts';

export interface HostOptions extends Omit<DoorOptions, 'port' | 'sessions'> {
  /** 0 takes any free port. */
  readonly port: number;
}

/** The terminal over HTTP, for this machine only. */
export interface Host {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** A URL that opens the terminal once; the earlier unused one is void. */
  mintLink(): string;
  close(): Promise<void>;
}

/** Serves the window and the agent on 127.0.0.1. Fails with `port-taken`. */
export async function openHost(options: HostOptions): Promise<Result<Host, Failure>> {
  const sessions = createSessions();
  const server = createServer();
  const port = await listen(server, options.port);
  if (port === null) return failWith(failure('port-taken', { port: options.port }));

  const pass = openDoors({ ...options, sessions, port });
  server.on('request', (request, response) => {
    pass(request, response).catch((error: unknown) => {
      options.onBug(error);
      answerBug(response);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return succeed({
    url,
    mintLink: () => `${url}/enter?token=${sessions.mintLink()}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  });
}

/** The port that was got, or null where it is taken; anything else is thrown. */
function listen(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
