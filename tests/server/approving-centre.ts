import { randomUUID } from 'node:crypto';
import type { RequestAnswer } from '#contracts/admin-api.ts';
import type { Verdict } from '#contracts/verdicts-api.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { type ApprovalUse, leftOf, listUses } from '#domain/adjudication/approval-use.ts';
import type { Approval } from '#domain/approvals.ts';
import { known } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { adjudicateNext } from '#server/adjudication/adjudicate-next.ts';
import { answerRequest } from '#server/adjudication/answer-request.ts';
import { addEvent } from '#server/database/inbox.ts';
import type { Database } from '#server/database/tables.ts';
import { enrolTerminal } from '#server/database/terminals.ts';
import { listVerdicts } from '#server/database/verdicts.ts';
import type { PublishedReferences } from '#server/published-references.ts';
import {
  type InputChanges,
  input,
  line,
  membership,
  now,
  rulePack,
} from '#tests/domain/builders.ts';
import { itemRule } from '#tests/domain/terms.ts';

/** A centre's database and queue without its doors, under a contract that pays consultations by approval only. */

const pack = preparePack(
  rulePack({
    itemRules: [
      itemRule({ scope: { item: 'CONSULTATION' }, approval: { isNeeded: true, above: null } }),
    ],
  }),
);
/** What one consultation comes to before it is shared. */
export const price = 20_000;

const reference: PublishedReferences['current'] = {
  manifestVersion: 7,
  publishedAt: now,
  pack,
  membership: (memberNumber) => membership({ memberNumber }),
  familyOf: () => null,
  hotlistEntry: () => null,
  course: () => ({}),
  recalls: null,
  terminalKeys: [],
};
const references: PublishedReferences = {
  current: reference,
  find: (manifestVersion) => (manifestVersion === 7 ? reference : null),
};

/** A terminal as the centre's queue sees it; what it made is delivered when the test says so. */
export interface QueuedTerminal {
  readonly terminalId: string;
  /** Makes an event; delivered in this order. */
  request(quantity?: number, changes?: InputChanges): string;
  claim(wish: ClaimWish): string;
  takeBack(claimId: string, quantity: number | null): void;
  /** Hands the next event over and lets it be worked on; false when there is none. */
  deliver(): Promise<boolean>;
  verdicts(): Promise<Verdict[]>;
  verdictOn(id: string): Promise<Verdict | undefined>;
}

export interface ClaimWish {
  readonly quantity: number;
  /** Approvals that the terminal believes it has. */
  readonly knows?: readonly Approval[];
  /** The number that was told at the counter. */
  readonly told?: string;
}

interface Made {
  readonly type: string;
  readonly eventId: string;
  readonly body: object;
}

export async function queueTerminal(db: Database, memberNumber: string): Promise<QueuedTerminal> {
  const terminalId = `T-${randomUUID().slice(0, 16)}`;
  await db.transaction().execute((write) =>
    enrolTerminal(write, {
      ...{ terminalId, providerId: 'NAFIS', enrolledAt: now },
      chainKey: randomUUID(),
      cardKey: randomUUID(),
    }),
  );
  const made: Made[] = [];
  const eventOf = new Map<string, string>();
  /** What its own claims took, as its own disk has it. */
  const own = new Map<string, readonly ApprovalUse[]>();
  let seq = 0;

  const decideOn = (
    id: string,
    quantity: number,
    { knows = [], told }: Omit<ClaimWish, 'quantity'>,
    changes: InputChanges = {},
  ) => {
    const eventId = randomUUID();
    const asked = line({
      ...{ itemCode: 'CONSULTATION', quantity, daysSupply: null },
      ...(told === undefined ? {} : { approvalId: told }),
    });
    const plain = input({ lines: [asked], ...changes });
    const uses = [...own.values()].flat();
    const approvals = knows.map((approval) => known([leftOf(approval, uses)], 'centre', now));
    const decided = {
      ...plain,
      eventId,
      claim: { ...plain.claim, claimId: id },
      person: plain.person === null ? null : { ...plain.person, memberNumber },
      membership: plain.membership.known
        ? known(membership({ memberNumber }), 'centre', now)
        : plain.membership,
      ...(approvals.length === 0 ? {} : { approvals }),
    };
    return { eventId, body: { input: decided, decision: adjudicate(decided, pack) } };
  };

  const verdicts = () => listVerdicts(db, terminalId, 0, 1000);
  return {
    terminalId,
    request(quantity = 1, changes = {}) {
      const requestId = randomUUID();
      const { eventId, body } = decideOn(requestId, quantity, {}, changes);
      made.push({ type: 'preauth', eventId, body: { ...body, requestNumber: 'R-261122-0001' } });
      return requestId;
    },
    claim({ quantity, ...wish }) {
      const claimId = randomUUID();
      const { eventId, body } = decideOn(claimId, quantity, wish);
      own.set(claimId, listUses(body.decision.lines));
      eventOf.set(claimId, eventId);
      made.push({ type: 'claim', eventId, body: { ...body, receiptNumber: 'C-261122-0001' } });
      return claimId;
    },
    takeBack(claimId, quantity) {
      if (quantity === null) own.delete(claimId);
      const lines = quantity === null ? null : [{ lineId: 'line-1', quantity }];
      const claimEventId = eventOf.get(claimId);
      const body = { claimId, claimEventId, reason: 'returned', lines, refund: money(0) };
      made.push({ type: 'void', eventId: randomUUID(), body });
    },
    async deliver() {
      const next = made.shift();
      if (next === undefined) return false;
      seq += 1;
      const { eventId, type, body } = next;
      const envelope = { eventId, manifestVersion: 7, body };
      await db.transaction().execute((write) =>
        addEvent(write, {
          ...{ terminalId, epoch: 1, seq, eventId, type, isSuspect: false, receivedAt: now },
          hash: eventId,
          line: Buffer.from(JSON.stringify({ envelope })),
        }),
      );
      while (await adjudicateNext(db, references, now));
      return true;
    },
    verdicts,
    verdictOn: async (id) => (await verdicts()).findLast(({ claimId }) => claimId === id),
  };
}

export const answer = (db: Database, requestId: string, given: RequestAnswer) =>
  answerRequest(db, requestId, given, now);
