import type { FastifyInstance } from 'fastify';
import { mintRequestSchema } from '#contracts/admin-api.ts';
import { enrolmentRequestSchema, paths, type Status } from '#contracts/server-api.ts';
import { failure } from '#domain/failures.ts';
import { mintCode } from '../enrolment/codes.ts';
import { enrol } from '../enrolment/enrol.ts';
import { isAdministrator } from './administrator.ts';
import type { Centre } from './centre.ts';
import { openApiDocument } from './open-api.ts';
import { refuse } from './refusals.ts';

/** Status, description, enrolment, and the administrator's door: what needs no terminal's signature. */
export function addOpenRoutes(app: FastifyInstance, centre: Centre): void {
  const document = openApiDocument();

  app.get(
    paths.status,
    async (): Promise<Status> => ({
      service: 'medexa-central',
      protocol: { min: 1, max: 1 },
      serverTime: centre.now(),
    }),
  );

  app.get(paths.openApi, async () => document);

  app.post(paths.enrol, async (request, reply) => {
    const asked = enrolmentRequestSchema.safeParse(request.body);
    if (!asked.success) return await refuse(reply, malformed('enrolment'));
    const { key, referenceKey, providerAnchor, references } = centre;
    const { pack } = references.current;
    const server = { key, referenceKey, providerAnchor, pack, now: centre.now() };
    const enrolled = await enrol(centre.db, asked.data, server);
    return enrolled.ok ? enrolled.value : await refuse(reply, enrolled.failure);
  });

  app.post(paths.mintCode, async (request, reply) => {
    if (!isAdministrator(request.headers.authorization, centre.adminToken)) {
      return await refuse(reply, failure('not-signed-in'));
    }
    const asked = mintRequestSchema.safeParse(request.body);
    if (!asked.success) return await refuse(reply, malformed('providerId'));
    const { cardRoles = null, providerId } = asked.data;
    if (centre.references.current.pack.provider(providerId) === null) {
      return await refuse(reply, malformed('providerId'));
    }
    return await mintCode(centre.db, providerId, cardRoles);
  });
}

const malformed = (where: string) =>
  failure('input-malformed', { where, why: 'it is not as described' });
