import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LossyProxy {
  readonly url: string;
  /** Requests that the server has answered, whether or not the answer arrived: `POST /v1/…`. */
  readonly answered: readonly string[];
  /** The answers of the next so many requests are lost after the server has acted. */
  lose(replies: number): void;
  /** Requests whose body is larger are carried out, but nothing is heard of them. */
  stallAbove(bytes: number): void;
  /** Requests to addresses that end so are carried out, but nothing is heard of them. */
  stallAt(end: string): void;
  /** From now on the server is one from before this path. */
  lack(path: string): void;
  close(): Promise<void>;
}

/** Forwards every request whole, and loses replies when told so. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const answered: string[] = [];
  let toLose = 0;
  let limit = Number.POSITIVE_INFINITY;
  let silent: string | null = null;
  const lacking = new Set<string>();

  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const { hostname, port } = new URL(target);
      const { method, url: path, headers } = request;
      if (lacking.has(new URL(path ?? '/', target).pathname)) {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"statusCode":404}');
        return;
      }
      const onward = forward({ hostname, port, method, path, headers }, (answer) => {
        void readAll(answer).then((content) => {
          answered.push(`${method} ${path}`);
          if (body.length > limit || (silent !== null && path?.endsWith(silent))) return;
          if (toLose > 0) {
            toLose -= 1;
            response.destroy();
            return;
          }
          response.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
        });
      });
      onward.on('error', () => response.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answered,
    lose(replies) {
      toLose = replies;
    },
    stallAbove(bytes) {
      limit = bytes;
    },
    stallAt(end) {
      silent = end;
    },
    lack(path) {
      lacking.add(path);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
