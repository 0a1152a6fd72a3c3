import { addDays, type CalendarDate, daysBetween } from '../dates.ts';
import { sha256Words } from '../sha256.ts';
import type { LineBase } from './check.ts';
import type { AdjudicationInput } from './input.ts';
import type { FollowUpTerm } from './item-rule.ts';
import { findMembership } from './membership.ts';
import { believedPast, isHistoryMissing, listPast, type PlacedService } from './past-services.ts';
import type { CompiledPack } from './rule-pack.ts';

/** What placing a consultation looks at. */
type EpisodeBase = Pick<LineBase, 'input' | 'pack' | 'item' | 'diagnoses' | 'allowedThatDay'>;

/** What a consultation is to those before it. */
export type Standing =
  /** The first of its episode. */
  | { readonly kind: 'first' }
  /** So soon after the first, or before one that was claimed earlier, that it belongs to that one's episode. */
  | { readonly kind: 'follow-up'; readonly of: FirstOfEpisode }
  /** It may be one: of the earlier consultation too little was recorded. */
  | { readonly kind: 'unsure'; readonly earlier: PlacedService }
  /** It may be one: here it was not said who treats, or for what. */
  | { readonly kind: 'clinician-unsaid' | 'diagnosis-unsaid'; readonly earlier: PlacedService }
  /** Earlier consultations are not known as far back as the episode may reach. */
  | { readonly kind: 'history-unknown' };

/** An episode's first consultation, in this claim or before it; the number is null where nobody recorded it. */
export interface FirstOfEpisode {
  readonly on: CalendarDate;
  readonly number: string | null;
  readonly placed: PlacedService | null;
}

/**
 * Places a consultation in its episode: the days count from the episode's first consultation, not from the
 * latest, so that coming back often does not prolong it. What is certain comes before what is unsure.
 */
export function standingOf(base: EpisodeBase, term: FollowUpTerm): Standing {
  const day = base.input.claim.serviceDate;
  const beside = findBeside(base);
  if (beside) return { kind: 'follow-up', of: { on: day, number: null, placed: null } };
  const judged = listEarlier(base, term).map(
    (placed): Judged => ({
      placed,
      likeness: likenessOf(base, term, placed),
    }),
  );
  const same = judged.flatMap(({ placed, likeness }) => (likeness === 'same' ? [placed] : []));
  const chain = chainAround(same, day, term.days);
  const first = findFirst(chain, day, term.days);
  const reach = addDays(chain[0]?.service.on ?? day, -term.days);
  const near = judged.filter(({ placed }) => distance(placed.service.on, day) <= term.days);
  const doubtful = first === null ? (near.find(isUnsaid) ?? near.find(isUnsure)) : undefined;
  if (doubtful !== undefined) return { kind: doubtful.likeness, earlier: doubtful.placed };
  if (isHistoryMissing(base.input, reach)) return { kind: 'history-unknown' };
  if (first === null) return { kind: 'first' };
  const { on, episode } = first.service;
  return { kind: 'follow-up', of: { on, number: episode ?? null, placed: first } };
}

/** The number of the episode that the claim continues; null: it opens one, under its own number. */
export function findEpisode(input: AdjudicationInput, pack: CompiledPack): string | null {
  const planCode = findMembership(input)?.planCode ?? null;
  for (const line of input.claim.lines) {
    const item = pack.item(line.itemCode);
    const term = item === null ? null : pack.itemTerms(item, planCode).followUp;
    if (term === null) continue;
    const diagnoses = line.diagnoses ?? input.claim.diagnoses;
    const standing = standingOf({ input, pack, item, diagnoses, allowedThatDay: [] }, term.value);
    if (standing.kind === 'follow-up' && standing.of.number !== null) return standing.of.number;
  }
  return null;
}

/** A number of four bytes by which a card's record names an episode; never 0, which is none. */
export const shortEpisode = (number: string): number => (sha256Words(number)[0] ?? 0) >>> 0 || 1;

/** A consultation for the same illness among the claim's earlier lines. */
const findBeside = ({ input, pack, item, diagnoses, allowedThatDay }: EpisodeBase): boolean =>
  allowedThatDay.some(
    (line) =>
      pack.item(line.itemCode)?.kind === item?.kind &&
      isSameIllness(diagnoses[0], (line.diagnoses ?? input.claim.diagnoses)[0]),
  );

/** Consultations at the providers that the term speaks of, the earliest first. */
const listEarlier = (
  { input, pack, item }: EpisodeBase,
  { isAnywhere }: FollowUpTerm,
): readonly PlacedService[] =>
  believedPast(
    listPast(input, { from: beginning, to: null }, ({ itemCode, providerId }) => {
      const isHere = providerId === null || providerId === input.claim.providerId;
      return pack.item(itemCode)?.kind === item?.kind && (isAnywhere || isHere);
    }),
  ).toReversed();

type Likeness = 'same' | 'other' | 'unsure' | 'clinician-unsaid' | 'diagnosis-unsaid';

interface Judged<Found extends Likeness = Likeness> {
  readonly placed: PlacedService;
  readonly likeness: Found;
}

const isUnsaid = (one: Judged): one is Judged<'clinician-unsaid' | 'diagnosis-unsaid'> =>
  one.likeness.endsWith('-unsaid');

const isUnsure = (one: Judged): one is Judged<'unsure'> => one.likeness === 'unsure';

function likenessOf(
  { input, diagnoses }: EpisodeBase,
  { same }: FollowUpTerm,
  { service }: PlacedService,
): Likeness {
  const own =
    same === 'clinician' ? input.claim.clinician?.licence : input.claim.clinician?.specialty;
  const theirs = same === 'clinician' ? service.clinician?.licence : service.clinician?.specialty;
  const [illness] = diagnoses;
  const isOther = isKnown(own) && isKnown(theirs) && own !== theirs;
  const isOtherIllness =
    isKnown(illness) && isKnown(service.diagnosis) && !isSameIllness(illness, service.diagnosis);
  if (isOther || isOtherIllness) return 'other';
  if (!isKnown(illness)) return 'diagnosis-unsaid';
  if (!isKnown(own)) return 'clinician-unsaid';
  return isKnown(theirs) && isKnown(service.diagnosis) ? 'same' : 'unsure';
}

/** Where nobody has the licence at hand, nothing or a dash stands in its place. */
const isKnown = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && text !== '-';

/** ICD-10 categories say which illness it is; what follows the dot says more of the same. */
const isSameIllness = (a: string | undefined, b: string | undefined): boolean =>
  isKnown(a) && isKnown(b) && a.slice(0, 3) === b.slice(0, 3);

/** Those that hang together with the day without a gap of more than so many days, the earliest first. */
function chainAround(
  earliestFirst: readonly PlacedService[],
  day: CalendarDate,
  days: number,
): readonly PlacedService[] {
  const before = earliestFirst.filter(({ service }) => service.on <= day);
  const after = earliestFirst.filter(({ service }) => service.on > day);
  let from = before.length;
  for (let next = day; from > 0; from--) {
    const on = before[from - 1]?.service.on ?? day;
    if (daysBetween(on, next) > days) break;
    next = on;
  }
  return [
    ...before.slice(from),
    ...after.filter(({ service }) => daysBetween(day, service.on) <= days),
  ];
}

/** The first of the episode in which the day lies; else the next one that was claimed before it; null: none. */
function findFirst(
  chain: readonly PlacedService[],
  day: CalendarDate,
  days: number,
): PlacedService | null {
  let first: PlacedService | null = null;
  for (const placed of chain.filter(({ service }) => service.on <= day)) {
    if (first === null || daysBetween(first.service.on, placed.service.on) > days) first = placed;
  }
  if (first !== null && daysBetween(first.service.on, day) <= days) return first;
  return chain.find(({ service }) => service.on > day) ?? null;
}

const distance = (a: CalendarDate, b: CalendarDate): number =>
  a <= b ? daysBetween(a, b) : daysBetween(b, a);

const beginning = '0001-01-01' as CalendarDate;
