import type { FastifyInstance } from 'fastify';
import { memberFactsRequestSchema } from '#contracts/member-facts-api.ts';
import { paths } from '#contracts/server-api.ts';
import { failure } from '#domain/failures.ts';
import { tellMemberFacts } from '../adjudication/tell-member-facts.ts';
import { callerOf } from './caller.ts';
import type { Centre } from './centre.ts';
import { refuse } from './refusals.ts';

/** What a terminal asks before it decides. */
export function addMemberFactsRoutes(app: FastifyInstance, centre: Centre): void {
  app.post(paths.memberFacts(':terminalId'), async (request, reply) => {
    const caller = await callerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const asked = memberFactsRequestSchema.safeParse(request.body);
    if (!asked.success) {
      const why = asked.error.issues[0]?.message ?? 'it is not as described';
      return await refuse(reply, failure('input-malformed', { where: 'member-facts', why }));
    }
    const { terminalId, isSuspect } = caller.value;
    // Until it enrols again, nobody's history is told to a terminal whose chain was forked.
    if (isSuspect) return await refuse(reply, failure('terminal-unknown'));
    const { db, references } = centre;
    const facts = await tellMemberFacts(db, references, terminalId, asked.data, centre.now());
    return { facts, sig: centre.key.sign('facts1', facts) };
  });
}
