import { shortEpisode } from '#domain/adjudication/episodes.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { asWritten } from '#domain/adjudication/special-uses.ts';
import type { Approval } from '#domain/approvals.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import type { Enrolment } from '#domain/enrolments.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import type { PastService, SpecialUse, Supply } from '#domain/history.ts';
import type { Prescription } from '#domain/prescriptions.ts';
import type { Case } from './case-schema.ts';

type Gathered = Pick<
  AdjudicationInput,
  | 'services'
  | 'supplies'
  | 'prescriptions'
  | 'approvals'
  | 'enrolments'
  | 'collectors'
  | 'recalls'
  | 'specialUses'
>;
type History = NonNullable<Case['history']>;
type Event = NonNullable<History['supplies']>[number];

/** The history as facts: a part that is left out, or null, is not known. */
export function layOutHistory(
  { history, person }: Case,
  pack: CompiledPack,
  at: Instant,
): Gathered {
  const { since = null, services, supplies, prescriptions, approvals } = history ?? {};
  const asKnown = <T>(value: T | null | undefined): Fact<T> =>
    value == null ? unknown('never-synced', 'centre') : known(value, 'centre', at);
  const past = services == null ? null : [...services.map(asPast), ...(supplies ?? []).map(asPast)];
  const { enrolments, collectors, recalls, specialUses } = history ?? {};
  return {
    ...(enrolments == null ? {} : { enrolments: asKnown(enrolments.map(asEnrolment)) }),
    ...(collectors == null ? {} : { collectors: asKnown(collectors) }),
    ...(recalls == null
      ? {}
      : { recalls: asKnown(recalls.map(({ item, batch }) => ({ itemCode: item, batch }))) }),
    ...(specialUses == null ? {} : { specialUses: [asKnown(specialUses.map(asSpecialUse))] }),
    services: [asKnown(past === null ? null : { since, services: past })],
    supplies: placeSupplies(supplies ?? null, pack, at),
    prescriptions: [asKnown(prescriptions?.map(asPrescription))],
    approvals: [asKnown(approvals?.map((one) => asApproval(one, person?.memberNumber ?? '')))],
  };
}

const asPast = (event: NonNullable<History['services']>[number] | Event): PastService => ({
  itemCode: event.item,
  on: event.date,
  quantity: event.quantity,
  providerId: event.provider,
  place: 'place' in event ? event.place : {},
  modifier: 'modifier' in event ? event.modifier : null,
  ...('place' in event ? toldOf(event) : {}),
});

const toldOf = ({ clinician, diagnosis, episode }: NonNullable<History['services']>[number]) => ({
  ...(clinician === undefined ? {} : { clinician }),
  ...(diagnosis === undefined ? {} : { diagnosis }),
  ...(episode === undefined ? {} : { episode }),
});

/** Supplies under a repeat key; one whose days are not known leaves open when it ends. */
function placeSupplies(
  events: readonly Event[] | null,
  pack: CompiledPack,
  at: Instant,
): AdjudicationInput['supplies'] {
  if (events === null) return [unknown('never-synced', 'centre')];
  const isOpen = events.some(
    ({ item, days }) => days === null && repeatCodeOf(pack, item) !== null,
  );
  const placed = events.flatMap((event): Supply[] => {
    const repeatCode = repeatCodeOf(pack, event.item);
    if (repeatCode === null || event.days === null) return [];
    const { days, quantity, provider } = event;
    const endsOn = addDays(event.date, days - 1);
    return [{ repeatCode, endsOn, days, quantity, providerId: provider }];
  });
  return [known(placed, 'centre', at), ...(isOpen ? [unknown('unreadable', 'centre')] : [])];
}

const repeatCodeOf = (pack: CompiledPack, item: string): number | null =>
  pack.item(item)?.medicine?.repeatCode ?? null;

const asPrescription = ({
  id,
  date,
  lines,
  episode,
  ...rest
}: NonNullable<History['prescriptions']>[number]): Prescription => ({
  prescriptionId: id,
  on: date,
  ...rest,
  ...(episode === undefined ? {} : { episode: shortEpisode(episode) }),
  lines: lines.map(({ item, ...line }) => ({ itemCode: item, ...line })),
});

const asSpecialUse = ({
  number,
  date,
  item,
  provider,
}: NonNullable<History['specialUses']>[number]): SpecialUse => ({
  number: asWritten(number),
  on: date,
  itemCode: item,
  providerId: provider,
});

const asEnrolment = ({
  from,
  to,
  provider,
  medicines,
  programme,
}: NonNullable<History['enrolments']>[number]): Enrolment => ({
  programme,
  period: { from, to },
  providerId: provider,
  medicines: medicines.map(({ item, ...medicine }) => ({ itemCode: item, ...medicine })),
});

const asApproval = (
  { id, item, provider, from, to, ...rest }: NonNullable<History['approvals']>[number],
  memberNumber: string,
): Approval => ({
  approvalId: id,
  memberNumber,
  itemCode: item,
  providerId: provider,
  period: { from, to },
  ...rest,
});
