import Fastify, { type FastifyInstance } from 'fastify';
import { uploadLimits } from '#contracts/server-api.ts';
import { readJson } from './caller.ts';
import { addCardRoutes } from './card-routes.ts';
import { addCardSessionRoutes } from './card-session-routes.ts';
import type { Centre } from './centre.ts';
import { addMemberFactsRoutes } from './member-facts-routes.ts';
import { addOpenRoutes } from './open-routes.ts';
import { answerErrors } from './refusals.ts';
import { addRequestRoutes } from './request-routes.ts';
import { addTerminalRoutes } from './terminal-routes.ts';

/** The HTTP side of the server; bodies are limited before they are read. */
export function buildApp(centre: Centre, report: (error: unknown) => void): FastifyInstance {
  const app = Fastify({ bodyLimit: 16 * 1024, forceCloseConnections: true });
  // The digest and the signature are over the bytes as they travel: nothing unpacks them on the way.
  app.addContentTypeParser(
    'application/x-ndjson',
    { parseAs: 'buffer', bodyLimit: uploadLimits.compressedBytes },
    (_request, body, done) => done(null, body),
  );
  readJson(app);
  answerErrors(app, report);
  addOpenRoutes(app, centre);
  addTerminalRoutes(app, centre);
  addCardRoutes(app, centre);
  addCardSessionRoutes(app, centre);
  addMemberFactsRoutes(app, centre);
  addRequestRoutes(app, centre);
  return app;
}
