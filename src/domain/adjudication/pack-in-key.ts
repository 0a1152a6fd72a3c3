import type { CalendarDate } from '../dates.ts';
import type { Money } from '../money.ts';
import { compilePack } from './compile-pack.ts';
import type { Counter } from './counter-terms.ts';
import { inOtherKey, keyOn, keysOf } from './currency-keys.ts';
import type { CompiledPack, DecreeRow, RulePack } from './rule-pack.ts';

/** Turns one amount of a pack into another. */
export type TurnMoney = (
  amount: Money,
  /** Its place in the compiled pack. */
  path: readonly (string | number)[],
  /** The key in which it is written, and its last day; null: it has none. */
  key: string,
  until: CalendarDate | null,
) => Money;

/**
 * The pack with every amount turned. A dated price is written in the key of its first day, everything else in the
 * contract's first key.
 */
export function turnMoney(pack: RulePack, turn: TurnMoney): RulePack {
  const first = keysOf(pack)[0] ?? pack.currency.code;
  const plain = (amount: Money, ...path: (string | number)[]): Money =>
    turn(amount, path, first, null);
  const orNull = (amount: Money | null, ...path: (string | number)[]): Money | null =>
    amount === null ? null : plain(amount, ...path);
  const row = <Row extends DecreeRow>(one: Row, list: string, at: number): Row => ({
    ...one,
    unitPrice: turn(one.unitPrice, [list, at], keyOn(pack, one.period.from), one.period.to),
  });
  const counter = <C extends Counter>(one: C, list: string, at: number): C => {
    if (one.basis === 'visits' || one.basis === 'units') return one;
    const { limit, offlineAllowance, basket } = one;
    return {
      ...one,
      limit: plain(limit as Money, list, at, 'limit'),
      offlineAllowance: orNull(offlineAllowance as Money | null, list, at, 'offlineAllowance'),
      basket:
        basket === null
          ? null
          : { ...basket, unit: plain(basket.unit as Money, list, at, 'basket') },
    };
  };
  const { limits } = pack.offline;
  return {
    ...pack,
    plans: pack.plans.map((plan, at) => ({
      ...plan,
      benefits: plan.benefits.map((rule, index) => {
        const path = ['plans', at, 'benefits', index] as const;
        const { coPayment } = rule;
        return {
          ...rule,
          coInsuranceMinimum: orNull(rule.coInsuranceMinimum, ...path),
          coInsuranceMaximum: orNull(rule.coInsuranceMaximum, ...path),
          ...(coPayment === undefined
            ? {}
            : {
                coPayment: { ...coPayment, amount: plain(coPayment.amount, ...path, 'coPayment') },
              }),
        };
      }),
    })),
    prices: pack.prices.map((one, at) => row(one, 'prices', at)),
    decrees: pack.decrees.map((one, at) => row(one, 'decrees', at)),
    identity: {
      ...pack.identity,
      insteadOfCard: pack.identity.insteadOfCard.map((rule, at) => ({
        ...rule,
        mostPerClaim: orNull(rule.mostPerClaim, 'identity', 'insteadOfCard', at, 'mostPerClaim'),
      })),
      ...(pack.identity.proofs === undefined
        ? {}
        : {
            proofs: pack.identity.proofs.map((rule, at) => ({
              ...rule,
              above: orNull(rule.above, 'identity', 'proofs', at, 'above'),
            })),
          }),
    },
    itemRules: pack.itemRules.map((rule, at) => {
      const { approval, price } = rule;
      const path = ['itemRules', at] as const;
      return {
        ...rule,
        approval:
          approval === null
            ? null
            : { ...approval, above: orNull(approval.above, ...path, 'approval', 'above') },
        price:
          price === null
            ? null
            : { ...price, reference: orNull(price.reference, ...path, 'price', 'reference') },
      };
    }),
    ceilings: pack.ceilings.map((one, at) => counter(one, 'ceilings', at)),
    deductibles: pack.deductibles.map((one, at) => counter(one, 'deductibles', at)),
    outOfPocket: pack.outOfPocket.map((one, at) => counter(one, 'outOfPocket', at)),
    conditions: pack.conditions.map((rule, at) =>
      rule.pays?.most === undefined
        ? rule
        : {
            ...rule,
            pays: { ...rule.pays, most: plain(rule.pays.most, 'conditions', at, 'pays') },
          },
    ),
    offline: {
      ...pack.offline,
      limits:
        limits === null
          ? null
          : {
              ...limits,
              floor: plain(limits.floor, 'offline', 'limits', 'floor'),
              perMember: {
                ...limits.perMember,
                amount: plain(limits.perMember.amount, 'offline', 'limits', 'perMember', 'amount'),
              },
              perTerminal: {
                ...limits.perTerminal,
                amount: plain(
                  limits.perTerminal.amount,
                  'offline',
                  'limits',
                  'perTerminal',
                  'amount',
                ),
              },
            },
    },
  };
}

const known = new WeakMap<CompiledPack, Map<string, CompiledPack>>();

/** The pack with every amount in the key of a service date; remembered with it. A contract with one key is as it is. */
export function packOn(pack: CompiledPack, on: CalendarDate): CompiledPack {
  if (pack.pack.currencyKeys.length === 0) return pack;
  const key = keyOn(pack.pack, on);
  const packs = known.get(pack) ?? new Map<string, CompiledPack>();
  const found = packs.get(key) ?? inKey(pack, key);
  known.set(pack, packs.set(key, found));
  // What is in a key already stays so.
  known.set(found, new Map([[key, found]]));
  return found;
}

function inKey(compiled: CompiledPack, key: string): CompiledPack {
  const { pack, conditions } = compiled;
  const one = pack.currencyKeys.find((each) => each.key === key);
  const turned = turnMoney(
    pack,
    (amount, _, from) => inOtherKey(pack, amount, from, key) ?? amount,
  );
  return compilePack(
    { ...turned, currency: one?.currency ?? pack.currency },
    (when) => conditions.find(({ rule }) => rule.when === when)?.prepared ?? null,
  );
}
