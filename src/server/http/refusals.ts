import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { uploadLimits } from '#contracts/server-api.ts';
import { type Failure, type FailureCode, failure } from '#domain/failures.ts';

/** HTTP's status for each failure that the server answers with. */
const statuses: Partial<Record<FailureCode, number>> = {
  'input-malformed': 400,
  'request-signature-wrong': 401,
  'terminal-unknown': 401,
  'not-signed-in': 401,
  'enrolment-code-wrong': 403,
  'request-unknown': 404,
  'request-answered': 409,
  'issuer-absent': 404,
  'card-order-absent': 404,
  'card-relay-lost': 410,
  'batch-too-large': 413,
  'event-too-large': 413,
};

/** Answers a failure as `{code, detail?}`. */
export async function refuse(reply: FastifyReply, trouble: Failure): Promise<FastifyReply> {
  const { code, ...facts } = trouble;
  const isPlain = Object.keys(facts).length === 0;
  const body = isPlain ? { code } : { code, detail: JSON.stringify(facts) };
  return await reply.code(statuses[code] ?? 500).send(body);
}

/** Answers what Fastify itself refuses in the same shape, and bugs with a reference into the log. */
export function answerErrors(app: FastifyInstance, report: (error: unknown) => void): void {
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ code: 'not-found' }));
  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return await refuse(reply, failure('batch-too-large', { limit: uploadLimits.events }));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return await reply.code(status).send({ code: 'input-malformed' });
    const reference = randomUUID();
    report(Object.assign(error, { reference }));
    return await reply.code(500).send({ code: 'internal-error', detail: reference });
  });
}
