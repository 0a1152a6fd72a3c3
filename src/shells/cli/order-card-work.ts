import { type CardOrder, orderedSchema } from '#contracts/card-sessions-api.ts';
import { paths, refusalSchema } from '#contracts/server-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { sayRefusal } from '../say-failure.ts';

/** Where orders are given, and for which card. */
export interface OrderPlace {
  readonly server: string;
  readonly cardNumber: string;
}

/** Gives the centre an order by the administrator's door and says so; the process's exit code. */
export async function orderCardWork(
  { cardNumber, server }: OrderPlace,
  order: CardOrder,
): Promise<number> {
  const given = await give(server, cardNumber, order);
  if (!given.ok) {
    process.stderr.write(`${sayRefusal(given.failure)}\n`);
    return 1;
  }
  process.stdout.write(`${given.value}\n`);
  return 0;
}

async function give(
  server: string,
  cardNumber: string,
  order: CardOrder,
): Promise<Result<string, Failure>> {
  const token = process.env.MEDEXA_ADMIN_TOKEN;
  if (token === undefined) {
    return malformed('MEDEXA_ADMIN_TOKEN', "the administrator's token, in the environment");
  }
  const answer = await post(server.replace(/\/$/, '') + paths.cardOrders(cardNumber), token, order);
  if (!answer.ok) return answer;
  const ordered = orderedSchema.safeParse(answer.value.json);
  if (answer.value.status === 200 && ordered.success) {
    const { expiresAt, number, work } = ordered.data;
    const until = expiresAt === null ? '' : `, until ${expiresAt}`;
    return succeed(`Order ${number}: ${work} for card ${cardNumber}${until}`);
  }
  const { code, detail = '' } = refusalSchema.catch({ code: '' }).parse(answer.value.json);
  if (code === 'issuer-absent') return failWith(failure(code));
  if (code === 'input-malformed') return malformed('the order', detail);
  return failWith(failure('server-refused', { status: answer.value.status, refusal: code }));
}

async function post(
  url: string,
  token: string,
  order: CardOrder,
): Promise<Result<{ readonly status: number; readonly json: unknown }, Failure>> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    return succeed({ status: answer.status, json: await answer.json() });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failWith(failure('server-unreachable', { reason }));
  }
}

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
