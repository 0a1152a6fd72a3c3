import type { VisitView } from '#contracts/visit-views.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { placeSupplies } from '#domain/adjudication/repeats.ts';
import { addDays } from '#domain/dates.ts';
import { isPermitted } from '#domain/roles.ts';
import type { Terminal } from './terminal.ts';

/** A supply that ran out longer ago is taken up again or not: nobody waits for it. */
const remindedDays = 30;

/** The known supplies whose repeat is permitted on the service date, the longest due first. */
export function refillsDue(terminal: Terminal, input: AdjudicationInput): VisitView['refillsDue'] {
  const role = terminal.desk.current.user?.role;
  if (role === undefined || !isPermitted(role, 'medical-file')) return null;
  const { repeatKeys, repeat } = terminal.reference.rules;
  const today = input.claim.serviceDate;
  return repeatKeys
    .flatMap(({ code, name }) => {
      const [last] = placeSupplies(input.supplies, code, repeat);
      if (last === undefined || last.nextOn > today) return [];
      const isPast = last.supply.endsOn < addDays(today, -remindedDays);
      return isPast ? [] : [{ name, since: last.nextOn }];
    })
    .toSorted((a, b) => a.since.localeCompare(b.since));
}
