import {
  type MemberFacts,
  type MemberFactsRequest,
  signedMemberFactsSchema,
} from '#contracts/member-facts-api.ts';
import { paths } from '#contracts/server-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { httpSender, readAnswer } from './http.ts';
import { askSigned, type Line } from './line.ts';
import type { TerminalIdentity } from './ports.ts';
import { isSaidBy } from './signatures.ts';

/**
 * Asks the centre what a person used and was given elsewhere; signed by the server's key, and of whom was asked.
 * Fails as the central client does; 'server-unreachable' once the patience is over.
 */
export async function fetchMemberFacts(
  { baseUrl, timeoutMs }: { readonly baseUrl: string; readonly timeoutMs: number },
  identity: TerminalIdentity,
  request: MemberFactsRequest,
): Promise<Result<MemberFacts, Failure>> {
  const line: Line = { base: baseUrl.replace(/\/$/, ''), send: httpSender(timeoutMs) };
  const { serverKey, terminalId } = identity;
  const answer = await askSigned(line, identity, 'POST', paths.memberFacts(terminalId), request);
  if (!answer.ok) return answer;
  const reply = readAnswer(signedMemberFactsSchema, answer.value, 'facts1');
  if (!reply.ok) return reply;
  const { facts, sig } = reply.value;
  if (!isSaidBy(serverKey, 'facts1', facts, sig)) return failWith(failure('server-key-wrong'));
  const isOurs =
    facts.terminalId === terminalId &&
    facts.memberNumber === request.memberNumber &&
    facts.bornOn === request.bornOn &&
    facts.serviceDate === request.serviceDate &&
    facts.since === request.since &&
    facts.cardNumber === request.cardNumber;
  return isOurs ? succeed(facts) : failWith(failure('server-answer-malformed', { step: 'facts1' }));
}
