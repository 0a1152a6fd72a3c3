import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type CardOffers,
  type CardTurn,
  cardAnswerSchema,
  cardNumberSchema,
  cardOffersRequestSchema,
  cardOrderSchema,
  cardSessionRequestSchema,
} from '#contracts/card-sessions-api.ts';
import { paths } from '#contracts/server-api.ts';
import type { Instant } from '#domain/dates.ts';
import { failure } from '#domain/failures.ts';
import { findCardWork } from '../cards/card-work.ts';
import { addOrder, listOpenOrders } from '../database/card-orders.ts';
import { isAdministrator } from './administrator.ts';
import { callerOf } from './caller.ts';
import type { Centre } from './centre.ts';
import { refuse } from './refusals.ts';

/** How long a PIN may be set anew after somebody allowed it, in milliseconds. */
const unblockingTime = 24 * 3_600_000;

/** The issuer at cards in terminals' readers: what was ordered, the work step by step, and the orders themselves. */
export function addCardSessionRoutes(app: FastifyInstance, centre: Centre): void {
  app.post(paths.cardOffers(':terminalId'), async (request, reply) => {
    const caller = await callerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const asked = cardOffersRequestSchema.safeParse(request.body);
    if (!asked.success) return await refuse(reply, malformed('card offers', asked.error));
    const { cardNumber } = asked.data;
    const now = centre.now();
    const orders = centre.issuer === null ? [] : await listOpenOrders(centre.db, cardNumber, now);
    const works = orders.map(({ order }) => order.work);
    const { terminalId } = caller.value;
    const offers: CardOffers = { terminalId, cardNumber, works, serverTime: now };
    return { offers, sig: centre.key.sign('offers1', offers) };
  });

  const signed = (turn: CardTurn) => ({ turn, sig: centre.key.sign('relay1', turn) });

  app.post(paths.cardSessions(':terminalId'), async (request, reply) => {
    const caller = await callerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const asked = cardSessionRequestSchema.safeParse(request.body);
    if (!asked.success) return await refuse(reply, malformed('card session', asked.error));
    const { isSuspect, terminalId } = caller.value;
    // Through a terminal whose chain was forked nothing is done with a card.
    if (isSuspect) return await refuse(reply, failure('card-order-absent'));
    const work = await findCardWork(centre, asked.data, terminalId);
    if (!work.ok) return await refuse(reply, work.failure);
    return signed(await centre.cardSessions.open(terminalId, work.value));
  });

  app.post(paths.cardAnswers(':terminalId', ':sessionId'), async (request, reply) => {
    const caller = await callerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const path = sessionPathSchema.safeParse(request.params);
    const answer = cardAnswerSchema.safeParse(request.body);
    if (!path.success) return await refuse(reply, failure('card-relay-lost'));
    if (!answer.success) return await refuse(reply, malformed('card answer', answer.error));
    const { terminalId } = caller.value;
    const { sessionId } = path.data;
    const turn = await centre.cardSessions.answer(terminalId, sessionId, answer.data);
    return turn.ok ? signed(turn.value) : await refuse(reply, turn.failure);
  });

  app.post(paths.cardOrders(':cardNumber'), async (request, reply) => {
    if (!isAdministrator(request.headers.authorization, centre.adminToken)) {
      return await refuse(reply, failure('not-signed-in'));
    }
    if (centre.issuer === null) return await refuse(reply, failure('issuer-absent'));
    return await takeOrder(request, centre, async (trouble) => await refuse(reply, trouble));
  });
}

async function takeOrder<T>(
  request: FastifyRequest,
  { db, now }: Centre,
  refuseIt: (trouble: ReturnType<typeof malformed>) => Promise<T>,
) {
  const path = orderPathSchema.safeParse(request.params);
  if (!path.success) return await refuseIt(malformed('card number', path.error));
  const order = cardOrderSchema.safeParse(request.body);
  if (!order.success) return await refuseIt(malformed('order', order.error));
  const orderedAt = now();
  const end = new Date(Date.parse(orderedAt) + unblockingTime).toISOString() as Instant;
  const expiresAt = order.data.work === 'unblock-pin' ? end : null;
  return await addOrder(db, path.data.cardNumber, order.data, { orderedAt, expiresAt });
}

const sessionPathSchema = z.object({ sessionId: z.uuid() });
const orderPathSchema = z.object({ cardNumber: cardNumberSchema });

const malformed = (where: string, { issues: [issue] }: z.ZodError) =>
  failure('input-malformed', {
    where: [where, ...(issue?.path ?? [])].join('.'),
    why: issue?.message ?? 'it is not as described',
  });
