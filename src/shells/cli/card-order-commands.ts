import { type CardOrder, cardNumberSchema, cardOrderSchema } from '#contracts/card-sessions-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { sayRefusal } from '../say-failure.ts';
import type { Command } from './command.ts';
import { orderCardWork } from './order-card-work.ts';
import { type Arguments, readArguments } from './read-arguments.ts';

const place = { places: ['the card’s number'], values: { server: 'the address of the centre' } };

/** Orders a new HEAD for a card: a terminal puts it there when the card is next in its reader. */
export const renewCommand: Command = (args) => {
  const wanted = { ...place, values: { ...place.values, ...changeValues } };
  return give('card renew', readArguments('card renew', args, wanted), (told) => ({
    work: 'renew-head',
    changes: changesOf(told),
  }));
};

/** Lets the holder of a card set a new PIN at a terminal, within a day. */
export const unblockCommand: Command = (args) =>
  give('card unblock', readArguments('card unblock', args, place), () => ({ work: 'unblock-pin' }));

/** Orders a checkpoint that the issuer signs: what card and centre know of supplies, together. */
export const checkpointCommand: Command = (args) =>
  give(
    'card checkpoint',
    readArguments('card checkpoint', args, { ...place, flags: ['whole'] }),
    (told) => ({ work: 'checkpoint', isWhole: told.has('whole') }),
  );

const changeValues = {
  'plan?': 'the code of its plan',
  'policy?': 'the number of its policy',
  'valid-from?': 'a day, YYYY-MM-DD',
  'valid-to?': 'a day, YYYY-MM-DD',
  'name-ar?': 'the name in Arabic',
  'name-latin?': 'the name in Latin letters',
  'pin?': 'yes or no: whether the full history asks for a PIN',
};

/** Only what was told: what is left out stays as the card has it. */
function changesOf(told: Arguments): object {
  const [from, to] = [told.optional('valid-from'), told.optional('valid-to')];
  const [nameAr, nameLatin] = [told.optional('name-ar'), told.optional('name-latin')];
  const [planCode, policyNumber] = [told.optional('plan'), told.optional('policy')];
  const pin = told.optional('pin');
  return {
    ...(planCode === null ? {} : { planCode }),
    ...(policyNumber === null ? {} : { policyNumber }),
    ...(from === null && to === null ? {} : { validity: { from, to } }),
    ...(nameAr === null && nameLatin === null ? {} : { names: { nameAr, nameLatin } }),
    ...(pin === null ? {} : { flags: { hasPin: pin === 'yes' } }),
  };
}

type Told = ReturnType<typeof readArguments>;

async function give(
  command: string,
  told: Told,
  wishOf: (told: Arguments) => object,
): Promise<number> {
  if (!told.ok) return refuse(told.failure);
  const number = cardNumberSchema.safeParse(told.value.places[0]);
  if (!number.success) return refuse(malformed(command, 'a card’s number has 16 digits'));
  const order = cardOrderSchema.safeParse(wishOf(told.value));
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
