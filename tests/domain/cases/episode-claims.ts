import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { FollowUpTerm } from '#domain/adjudication/item-rule.ts';
import type { ClaimLine } from '#domain/claims.ts';
import type { PastService } from '#domain/history.ts';
import { day, input, line, rulePack } from '../builders.ts';
import { claiming, history, itemRule, past } from '../terms.ts';

export const cardiologist = { name: 'x', licence: 'D-1', specialty: 'cardiology' } as const;

export const consultation = (
  services: readonly PastService[],
  on = '2026-11-22',
): AdjudicationInput =>
  claiming(
    { clinician: cardiologist },
    input({
      on: day(on),
      lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      services: [history(services, 'terminal')],
    }),
  );

/** A consultation of the same cardiologist here for the same illness, on 8 November: fourteen days before. */
export const before = (changes: Partial<PastService> = {}): PastService =>
  past({
    itemCode: 'CONSULTATION',
    on: day('2026-11-08'),
    quantity: 1,
    providerId: 'NAFIS',
    clinician: { licence: 'D-1', specialty: 'cardiology' },
    diagnosis: 'E78.5',
    episode: 'C-261108-0001',
    ...changes,
  });

export const granting = (changes: Partial<FollowUpTerm> = {}) => {
  const followUp = {
    days: 14,
    same: 'clinician',
    isAnywhere: false,
    isFeeIncluded: true,
    ...changes,
  } as const;
  return rulePack({ itemRules: [itemRule({ scope: { kind: 'consultation' }, followUp })] });
};

export const included = {
  outcome: 'reduced',
  reason: 'follow-up-included',
  bearer: 'provider',
} as const;
export const { clinician: _, ...noClinician } = before();
export const { episode: __, ...unnumbered } = before();
export const beside = (earlier: ClaimLine): AdjudicationInput => {
  const given = consultation([]);
  return claiming({ lines: [earlier, ...given.claim.lines] }, given);
};
export const nobodyTreats = input({
  lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
  services: [history([before()], 'terminal')],
});
export const followUpOf = (itemCode: string): AdjudicationInput => {
  const given = consultation([before()]);
  const lines = given.claim.lines.map((one) => ({ ...one, itemCode }));
  return claiming({ lines }, given);
};

export function expect14(on: string, to: string) {
  return {
    item: { kind: 'name', value: { en: 'Consultation', ar: 'استشارة' } },
    on: { kind: 'date', value: day(on) },
    to: { kind: 'date', value: day(to) },
  } as const;
}
