import { canonicalText } from '#contracts/signed-bytes.ts';
import type { Hold } from '#contracts/verdicts-api.ts';
import type { AdjudicationInput, CardHolder } from '#domain/adjudication/input.ts';
import { replays } from '#domain/adjudication/replay.ts';
import type { Approval } from '#domain/approvals.ts';
import type { ServerReference } from '../published-references.ts';
import { areGranted } from './known-approvals.ts';
import type { SubmittedClaim } from './read-claim.ts';

/**
 * Whether the terminal's decision can be relied on, as a guarantee must be: it was made for its own provider,
 * on what was published and granted, and by this engine. Null when it was; else why a person has to look at it.
 */
export function examineClaim(
  { body }: { readonly body: Pick<SubmittedClaim['body'], 'input' | 'decision'> },
  providerId: string,
  reference: ServerReference | null,
  granted: readonly Approval[],
  /** What the centre told of when it was asked before the claim; null: it was not. */
  told: ServerReference | null,
): Hold | null {
  if (body.input.claim.providerId !== providerId) return 'provider-differs';
  if (reference === null) return 'reference-unknown';
  if (!arePublished(body.input, reference, told)) return 'facts-differ';
  if (!areGranted(body.input, granted)) return 'facts-differ';
  // Who says that the centre was asked first was told something by it.
  if (saysOnline(body.input) && told === null) return 'facts-differ';
  return replays(body.input, body.decision, reference.pack, canonicalBytes)
    ? null
    : 'not-reproduced';
}

/**
 * Members' data and hotlist in the claim are those of the publication it names, the hotlist also that of which the
 * centre told; what is unknown claims nothing.
 */
function arePublished(
  input: AdjudicationInput,
  reference: ServerReference,
  current: ServerReference | null,
): boolean {
  const { person, card, membership, hotlist, insteadOfCard } = input;
  const member = person === null ? null : reference.membership(person.memberNumber);
  const blockedBy = ({ hotlistEntry }: ServerReference) =>
    card.cardNumber === null ? null : hotlistEntry(card.cardNumber);
  const entry = blockedBy(reference);
  return (
    (!membership.known || isSame(membership.value, member)) &&
    (!hotlist.known ||
      isSame(hotlist.value, entry) ||
      (current !== null && isSame(hotlist.value, blockedBy(current)))) &&
    (insteadOfCard?.kind !== 'guardian-card' || isGuardian(insteadOfCard.guardian, reference)) &&
    areOfCourse(input, reference)
  );
}

const saysOnline = ({ offline }: AdjudicationInput): boolean =>
  offline?.known === true && offline.value.isOnline;

/** Programmes, listed collectors and recalls, the last as far as they are of the claim's items. */
function areOfCourse(
  { person, claim, enrolments, collectors, recalls }: AdjudicationInput,
  reference: ServerReference,
): boolean {
  const course = person === null ? {} : reference.course(person.memberNumber);
  const items = new Set(claim.lines.map(({ itemCode }) => itemCode));
  const ofItems = reference.recalls?.filter(({ itemCode }) => items.has(itemCode)) ?? null;
  return (
    (enrolments?.known !== true || isSame(enrolments.value, course.enrolments ?? null)) &&
    (collectors?.known !== true || isSame(collectors.value, course.collectors ?? null)) &&
    (recalls?.known !== true || isSame(recalls.value, ofItems))
  );
}

const isGuardian = ({ memberNumber, policyNumber }: CardHolder, reference: ServerReference) =>
  policyNumber === (reference.membership(memberNumber)?.policyNumber ?? null);

const isSame = (a: unknown, b: unknown): boolean => canonicalText(a) === canonicalText(b);

const canonicalBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(canonicalText(value));
