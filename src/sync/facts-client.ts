import {
  type MemberFacts,
  type MemberFactsRequest,
  signedMemberFactsSchema,
} from '#contracts/member-facts-api.ts';
import { paths } from '#contracts/server-api.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import { httpSender } from './http.ts';
import { askServer, type Line } from './line.ts';
import type { TerminalIdentity } from './ports.ts';

/**
 * Asks the centre what a person used and was given elsewhere; signed by the server's key, and of whom was asked.
 * Fails as the central client does; 'server-unreachable' once the patience is over.
 */
export function fetchMemberFacts(
  { baseUrl, timeoutMs }: { readonly baseUrl: string; readonly timeoutMs: number },
  identity: TerminalIdentity,
  request: MemberFactsRequest,
): Promise<Result<MemberFacts, Failure>> {
  const line: Line = { base: baseUrl.replace(/\/$/, ''), send: httpSender(timeoutMs) };
  const { terminalId } = identity;
  return askServer(line, identity, {
    method: 'POST',
    path: paths.memberFacts(terminalId),
    content: request,
    schema: signedMemberFactsSchema,
    statement: 'facts1',
    stated: ({ facts }) => facts,
    isAsked: (facts) =>
      facts.terminalId === terminalId &&
      facts.memberNumber === request.memberNumber &&
      facts.bornOn === request.bornOn &&
      facts.serviceDate === request.serviceDate &&
      facts.since === request.since &&
      facts.cardNumber === request.cardNumber,
  });
}
