import { checks } from '#domain/adjudication/checks/index.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import { countersOf } from '#domain/adjudication/counters.ts';
import { isCourse } from '#domain/adjudication/courses.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { type CalendarDate, isWithin } from '#domain/dates.ts';
import type { Case } from './case-schema.ts';
import { decidedAtOf } from './lay-out-case.ts';
import type { CaseProblem } from './open-cases.ts';

/** What a case's shape cannot tell: it needs the pack, or two places at once. */
export const findDoubts = (given: Case, compiled: CompiledPack): readonly CaseProblem[] => {
  const { pack } = compiled;
  return [
    ...(given.usage ?? []).flatMap((use, at) =>
      findUseDoubts(use, `usage[${at}]`, countersOf(pack)),
    ),
    ...findDoubled(given),
    ...findBackward(given),
    ...findLateCover(given),
    ...findWaivedDoubts(given),
    ...findCardDoubts(given),
    ...findTaxDoubts(given, pack.taxes.length > 0),
    ...findLateOrders(given),
    ...findEarlyLines(given),
    ...findStrangeItems(given, compiled),
  ];
};

type Use = NonNullable<Case['usage']>[number];

function findUseDoubts(
  { ceiling, course, used }: Use,
  path: string,
  ceilings: readonly Counter[],
): readonly CaseProblem[] {
  const found = ceilings.find(({ ceilingId }) => ceilingId === ceiling);
  if (found === undefined) {
    const names = ceilings.map(({ ceilingId }) => ceilingId).join(', ');
    const cure = names === '' ? 'leave it out' : `write one of ${names}`;
    return [{ path: `${path}.ceiling`, why: `the pack has no ceiling "${ceiling}": ${cure}` }];
  }
  if (found.per === 'visit' || found.per === 'line') {
    const why = `"${ceiling}" begins anew with each ${found.per}: leave it out`;
    return [{ path: `${path}.ceiling`, why }];
  }
  if (isCourse(found.per) !== (course !== undefined)) {
    const cure = isCourse(found.per)
      ? `is counted once ${found.per === 'episode' ? 'an episode' : 'a prescription'}: write which`
      : 'is counted over a period: leave it out';
    return [{ path: `${path}.course`, why: `"${ceiling}" ${cure}` }];
  }
  const kind = found.basis === 'visits' || found.basis === 'units' ? 'count' : 'money';
  if (used === null || used.kind === kind) return [];
  const cure = kind === 'count' ? 'a count: write a whole number' : 'an amount: write it as text';
  return [{ path: `${path}.used`, why: `the ceiling "${ceiling}" holds ${cure}` }];
}

const findTaxDoubts = ({ claim }: Case, isKnown: boolean): readonly CaseProblem[] =>
  claim.lines.flatMap(({ tax }, at) =>
    isKnown || tax === undefined
      ? []
      : [{ path: `claim.lines[${at}].tax`, why: 'the contract knows no tax: leave it out' }],
  );

/** Lines that were entered after they are decided. */
function findLateOrders(given: Case): readonly CaseProblem[] {
  const decidedAt = decidedAtOf(given);
  const why = `it lies after the decision, ${decidedAt}: write an earlier moment, or a later terminal.decidedAt`;
  return given.claim.lines.flatMap(({ orderedAt }, at) =>
    orderedAt === undefined || orderedAt <= decidedAt
      ? []
      : [{ path: `claim.lines[${at}].orderedAt`, why }],
  );
}

/** Lines of a day before the claim's first. */
const findEarlyLines = ({ claim }: Case): readonly CaseProblem[] =>
  claim.lines.flatMap(({ date }, at) =>
    date === undefined || date >= claim.date
      ? []
      : [
          {
            path: `claim.lines[${at}].date`,
            why: `it lies before the claim’s first day, ${claim.date}: write that one into claim.date`,
          },
        ],
  );

/** Services and supplies of items that the pack does not know: no rule would look at them. */
const findStrangeItems = ({ history }: Case, pack: CompiledPack): readonly CaseProblem[] =>
  (['services', 'supplies'] as const).flatMap((list) =>
    (history?.[list] ?? []).flatMap(({ item }, at) =>
      pack.item(item) !== null
        ? []
        : [
            {
              path: `history.${list}[${at}].item`,
              why: `the pack has no item "${item}": write the code of one of its own, or leave the entry out`,
            },
          ],
    ),
  );

/** What is named twice, so that either could be meant. */
function findDoubled({ usage, claim, history }: Case): readonly CaseProblem[] {
  const told = (path: (at: number) => string, ids: readonly string[] | undefined, why: string) =>
    repeatedIn(ids ?? []).map((at) => ({ path: path(at), why }));
  return [
    ...told(
      (at) => `usage[${at}].ceiling`,
      usage?.map(({ ceiling, course = '', period }) => {
        const isUsual = period === undefined || isWithin(claim.date, period);
        return `${ceiling} ${course} ${isUsual ? '' : period.from}`;
      }),
      'another entry is of this ceiling: write its use once',
    ),
    ...told(
      (at) => `claim.lines[${at}].id`,
      claim.lines.map(({ id }, at) => id ?? `line-${at + 1}`),
      'another line has this id: give each line its own, or leave them out',
    ),
    ...told(
      (at) => `history.prescriptions[${at}].id`,
      history?.prescriptions?.map(({ id }) => id),
      'another prescription has this id: write it once, with all its lines',
    ),
    ...told(
      (at) => `history.approvals[${at}].id`,
      history?.approvals?.map(({ id }) => id),
      'another approval has this id: give each its own',
    ),
  ];
}

const repeatedIn = (ids: readonly string[]): number[] => {
  const met = new Set<string>();
  return ids.flatMap((id, at) => {
    if (met.has(id)) return [at];
    met.add(id);
    return [];
  });
};

interface Dated {
  readonly path: string;
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | null | undefined;
}

/** Periods that end before they begin. */
const findBackward = (given: Case): readonly CaseProblem[] =>
  listPeriods(given)
    .filter(({ from, to }) => from !== undefined && to != null && to < from)
    .map(({ path }) => ({ path, why: 'it ends before it begins: exchange the dates' }));

function listPeriods({ person, card, claim, history, usage }: Case): readonly Dated[] {
  const cover = typeof person?.cover === 'object' ? person.cover : null;
  const each = <One>(
    path: string,
    list: readonly One[] | null | undefined,
    dated: (one: One) => Omit<Dated, 'path'> | undefined,
  ) =>
    (list ?? []).flatMap((one, at) => {
      const period = dated(one);
      return period === undefined ? [] : [{ path: `${path}[${at}].to`, ...period }];
    });
  return [
    ...(cover === null
      ? []
      : [
          { path: 'person.cover.to', from: cover.from, to: cover.to },
          {
            path: `person.cover.member${cover.memberTo === undefined ? 'From' : 'To'}`,
            from: cover.memberFrom ?? (cover.memberTo === undefined ? undefined : cover.from),
            to: cover.memberTo === undefined ? cover.to : cover.memberTo,
          },
          ...each('person.cover.otherCovers', cover.otherCovers, (other) => other),
        ]),
    { path: 'card.to', from: card?.from, to: card?.to },
    { path: 'claim.stay.to', from: claim.stay?.from, to: claim.stay?.to },
    ...each('history.approvals', history?.approvals, (approval) => approval),
    ...each('history.enrolments', history?.enrolments, (enrolment) => enrolment),
    ...each('usage', usage, ({ period }) => period),
  ].map(({ path, from, to }) => ({ path, from, to }));
}

/** Cover without a gap that begins after the member's own. */
function findLateCover({ person }: Case): readonly CaseProblem[] {
  const cover = typeof person?.cover === 'object' ? person.cover : null;
  if (cover === null || cover.insuredSince === undefined) return [];
  const joined = cover.memberFrom ?? cover.from;
  if (cover.insuredSince <= joined) return [];
  const why = `it lies after the member’s own first day, ${joined}: write that day or an earlier one, or leave it out`;
  return [{ path: 'person.cover.insuredSince', why }];
}

/** Checks that an approval sets aside and that there are none of. */
const findWaivedDoubts = ({ history }: Case): readonly CaseProblem[] =>
  (history?.approvals ?? []).flatMap(({ waives }, at) =>
    waives.flatMap((id, place) =>
      checks.some((check) => check.id === id)
        ? []
        : [
            {
              path: `history.approvals[${at}].waives[${place}]`,
              why: `there is no check "${id}": write one of docs/reasons.md, such as prior-approval`,
            },
          ],
    ),
  );

/** Whether a card was read follows from what stands in place of the person's own. */
function findCardDoubts({ card, instead }: Case): readonly CaseProblem[] {
  if (instead === undefined) return [];
  const isOthersCard = instead === 'newborn' || typeof instead === 'object';
  if (isOthersCard && (card === null || card?.proof === 'none')) {
    return [
      { path: 'card', why: 'the card of the mother or guardian was read: describe that one' },
    ];
  }
  return isOthersCard || card == null || card.proof === 'none'
    ? []
    : [{ path: 'card', why: 'without a card there is none to describe: leave it out' }];
}
