import { type CardOrder, cardNumberSchema, cardOrderSchema } from '#contracts/card-sessions-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { orderCardWork } from './order-card-work.ts';
import { type Arguments, readArguments } from './read-arguments.ts';

const place = { places: ['the card’s number'], values: { server: 'the address of the centre' } };

/** Orders a new HEAD for a card: a terminal puts it there when the card is next in its reader. */
export const renewCommand: Command = (args) => {
  const wanted = { ...place, values: { ...place.values, ...changeValues } };
  return give('card renew', readArguments('card renew', args, wanted), (told) => {
    const changes = changesOf(told);
    return changes.ok ? succeed({ work: 'renew-head', changes: changes.value }) : changes;
  });
};

/** Lets the holder of a card set a new PIN at a terminal, within a day. */
export const unblockCommand: Command = (args) =>
  give('card unblock', readArguments('card unblock', args, place), () =>
    succeed({ work: 'unblock-pin' }),
  );

/** Orders a checkpoint that the issuer signs: what card and centre know of supplies, together. */
export const checkpointCommand: Command = (args) =>
  give(
    'card checkpoint',
    readArguments('card checkpoint', args, { ...place, flags: ['whole'] }),
    (told) => succeed({ work: 'checkpoint', isWhole: told.has('whole') }),
  );

const changeValues = {
  'plan?': 'the code of its plan',
  'policy?': 'the number of its policy',
  'valid-from?': 'a day, YYYY-MM-DD',
  'valid-to?': 'a day, YYYY-MM-DD',
  'name-ar?': 'the name in Arabic',
  'name-latin?': 'the name in Latin letters',
  'pin?': 'yes or no: whether the full history asks for a PIN',
  'offline?':
    'CLAIM/TOTAL/CLAIMS: what may be decided offline, minor units and a number; 0 states nothing',
};

/** What stands in HEAD together is told together. */
const pairs = [
  ['valid-from', 'valid-to'],
  ['name-ar', 'name-latin'],
] as const;

/** Only what was told: what is left out stays as the card has it. */
function changesOf(told: Arguments): Result<object, Failure> {
  const isTold = (name: string): boolean => told.optional(name) !== null;
  for (const [first, second] of pairs) {
    if (isTold(first) === isTold(second)) continue;
    const [missing, given] = isTold(first) ? [second, first] : [first, second];
    return failWith(malformed(`--${missing}`, `--${given} wants it too`));
  }
  const pin = told.optional('pin');
  if (pin !== null && pin !== 'yes' && pin !== 'no')
    return failWith(malformed('--pin', 'write yes or no'));
  const offline = readLimits(told.optional('offline'));
  if (offline === 'unread') return failWith(malformed('--offline', 'write CLAIM/TOTAL/CLAIMS'));
  const given = (name: string, key: string) => (isTold(name) ? { [key]: told.value(name) } : {});
  return succeed({
    ...given('plan', 'planCode'),
    ...given('policy', 'policyNumber'),
    ...(isTold('valid-from')
      ? { validity: { from: told.value('valid-from'), to: told.value('valid-to') } }
      : {}),
    ...(isTold('name-ar')
      ? { names: { nameAr: told.value('name-ar'), nameLatin: told.value('name-latin') } }
      : {}),
    ...(pin === null ? {} : { flags: { hasPin: pin === 'yes' } }),
    ...(offline === null ? {} : { offlineLimits: offline }),
  });
}

/** Three whole numbers with strokes between; whether they fit a card the order's schema says. */
function readLimits(text: string | null) {
  if (text === null) return null;
  const numbers = /^(\d{1,10})\/(\d{1,10})\/(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (numbers === undefined) return 'unread';
  const [perClaim = 0, cumulative = 0, claims = 0] = numbers;
  return { perClaim, cumulative, claims };
}

type Told = ReturnType<typeof readArguments>;

async function give(
  command: string,
  told: Told,
  wishOf: (told: Arguments) => Result<object, Failure>,
): Promise<number> {
  if (!told.ok) return refuse(told.failure);
  const number = cardNumberSchema.safeParse(told.value.places[0]);
  if (!number.success) return refuse(malformed(command, 'a card’s number has 16 digits'));
  const wish = wishOf(told.value);
  if (!wish.ok) return refuse(wish.failure);
  const order = cardOrderSchema.safeParse(wish.value);
  if (!order.success) {
    const [issue] = order.error.issues;
    return refuse(malformed(issue?.path.join('.') || command, issue?.message ?? ''));
  }
  const at = { server: told.value.value('server'), cardNumber: number.data };
  return await orderCardWork(at, order.data satisfies CardOrder);
}

const malformed = (where: string, why: string): Failure =>
  failure('input-malformed', { where, why });

function refuse(why: Failure): number {
  process.stderr.write(`${sayRefusal(why)}\n`);
  return 2;
}
