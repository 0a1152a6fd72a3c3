import type { OfflinePolicy } from '#domain/adjudication/offline-terms.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';

/** How far the terminal may decide by itself. */
export function compileOffline(
  { membership, hotlist, rules, limits, clock, otherCards, proveAppends }: PackSource['offline'],
  read: ReadMoney,
): OfflinePolicy {
  const amountAt = (text: string, ...path: string[]) => read(text, 'offline', ['limits', ...path]);
  return {
    membership,
    hotlist,
    rules: rules ?? null,
    limits:
      limits === undefined
        ? null
        : {
            ...limits,
            floor: amountAt(limits.floor, 'floor'),
            perMember: {
              claims: limits.perMember.claims,
              amount: amountAt(limits.perMember.amount, 'perMember', 'amount'),
            },
            perTerminal: {
              claims: limits.perTerminal.claims,
              amount: amountAt(limits.perTerminal.amount, 'perTerminal', 'amount'),
            },
          },
    clock: clock ?? null,
    ...(otherCards === undefined ? {} : { otherCards }),
    ...(proveAppends === undefined ? {} : { proveAppends }),
  };
}
