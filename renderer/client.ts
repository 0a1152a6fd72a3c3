import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { AgentContract } from '#contracts/agent-api.ts';
import { type Failure, failure } from '#domain/failures.ts';

export type AgentClient = ContractRouterClient<AgentContract>;

/** The word with which the desktop's preload hands over its message port. */
const portWord = 'medexa-agent';

/** Opens the agent through whichever door this window has; afterwards nobody can tell which. */
export async function openAgentClient(): Promise<AgentClient> {
  if (window.location.protocol.startsWith('http')) {
    return createORPCClient(
      new HttpLink({ url: `${window.location.origin}/rpc`, fetch: sameOrigin }),
    );
  }
  const port = await waitForPort();
  port.start();
  return createORPCClient(new PortLink({ port }));
}

/** What a rejected call means: the agent's own failure, or null when the agent did not answer at all. */
export function findFailure(error: unknown): Failure | null {
  if (!(error instanceof ORPCError)) return null;
  if (error.code === 'FAILED') return error.data as Failure;
  if (error.code === 'BAD_REQUEST')
    return failure('input-malformed', { where: '', why: error.message });
  if (error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN')
    return failure('session-refused');
  return failure('internal-error', { reference: error.code });
}

const sameOrigin = (request: Request, init: RequestInit): Promise<Response> =>
  fetch(request, { ...init, credentials: 'same-origin' });

function waitForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.data !== portWord || port === undefined) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
  });
}
