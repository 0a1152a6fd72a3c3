import { randomBytes } from 'node:crypto';
import type { IssuerVisit } from '#card/issue/enter-as-issuer.ts';
import { issueCheckpoint } from '#card/issue/issue-checkpoint.ts';
import type { DistantCard } from '#card/issue/relay.ts';
import { renewHead } from '#card/issue/renew-head.ts';
import { unblockPin } from '#card/issue/unblock-pin.ts';
import type { Signer } from '#card/profile/p256.ts';
import type { CardSessionRequest } from '#contracts/card-sessions-api.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { dayOf, type Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findWatermark } from '../database/card-marks.ts';
import { findOpenOrder, keepRecord, markDone, type OpenOrder } from '../database/card-orders.ts';
import type { Database } from '../database/tables.ts';
import type { PublishedReferences } from '../published-references.ts';
import { knownToCentre } from './known-to-centre.ts';

/** What is done with a card, from the first command to the order's end. */
export type CardWorkOn = (card: DistantCard) => Promise<Result<unknown, Failure>>;

/** By what the issuer works. */
export interface IssuingCentre {
  readonly db: Database;
  /** Null: this centre issues no cards. */
  readonly issuer: Signer | null;
  readonly references: PublishedReferences;
  now(): Instant;
}

/**
 * The work that was ordered for a card, done for the terminal in whose reader it is. Fails with 'issuer-absent', and
 * with 'card-order-absent' where nothing of the kind was ordered: a terminal alone cannot make the issuer do anything.
 */
export async function findCardWork(
  centre: IssuingCentre,
  { cardNumber, work }: CardSessionRequest,
  terminalId: string,
): Promise<Result<CardWorkOn, Failure>> {
  const { db, issuer, now } = centre;
  if (issuer === null) return failWith(failure('issuer-absent'));
  const open = await findOpenOrder(db, cardNumber, work, now());
  if (open === null) return failWith(failure('card-order-absent'));
  const seqKnown = (await findWatermark(db, cardNumber))?.seq ?? 0;
  const visit: IssuerVisit = { issuer, cardNumber, today: dayOf(now()), seqKnown, randomBytes };
  const doIt = await workOf(centre, visit, open);
  return succeed(async (card) => {
    const done = await doIt(card);
    if (done.ok) await markDone(db, open.number, { at: now(), terminalId });
    return done;
  });
}

async function workOf(
  centre: IssuingCentre,
  visit: IssuerVisit,
  { number, order, record }: OpenOrder,
): Promise<CardWorkOn> {
  const signed = record === null ? null : fromHex(record);
  const keep = (bytes: Uint8Array) => keepRecord(centre.db, number, toHex(bytes));
  if (order.work === 'unblock-pin') return (card) => unblockPin(card, visit);
  if (order.work === 'renew-head') {
    return (card) => renewHead(card, visit, { changes: order.changes, signed, keep });
  }
  const known = await knownToCentre(centre, visit);
  const { ceilings = null, isWhole } = order;
  const checkpoint = { ...known, at: centre.now(), counter: number, ceilings, isWhole };
  return (card) => issueCheckpoint(card, visit, { ...checkpoint, signed, keep });
}
