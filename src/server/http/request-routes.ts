import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answerRequestSchema, type RequestList } from '#contracts/admin-api.ts';
import { paths } from '#contracts/server-api.ts';
import { failure } from '#domain/failures.ts';
import { answerRequest } from '../adjudication/answer-request.ts';
import { listPended } from '../database/requests.ts';
import { isAdministrator } from './administrator.ts';
import type { Centre } from './centre.ts';
import { refuse } from './refusals.ts';

const listed = 100;

/** Requests for approval that wait for a person, and that person's answers: the administrator's door. */
export function addRequestRoutes(app: FastifyInstance, centre: Centre): void {
  app.get(paths.requests, async (request, reply) => {
    if (!isAdministrator(request.headers.authorization, centre.adminToken)) {
      return await refuse(reply, failure('not-signed-in'));
    }
    const requests = await listPended(centre.db, listed);
    return { requests } satisfies RequestList;
  });

  app.post(paths.answer(':requestId'), async (request, reply) => {
    if (!isAdministrator(request.headers.authorization, centre.adminToken)) {
      return await refuse(reply, failure('not-signed-in'));
    }
    const path = pathSchema.safeParse(request.params);
    const answer = answerRequestSchema.safeParse(request.body);
    if (!path.success || !answer.success) {
      const why = answer.error?.issues[0]?.message ?? 'it is not as described';
      return await refuse(reply, failure('input-malformed', { where: 'answer', why }));
    }
    const { requestId } = path.data;
    const given = await answerRequest(centre.db, requestId, answer.data, centre.now());
    return given.ok ? given.value : await refuse(reply, given.failure);
  });
}

const pathSchema = z.object({ requestId: z.string().max(60) });
