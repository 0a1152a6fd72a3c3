import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { findEpisode, shortEpisode } from '#domain/adjudication/episodes.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { unknown } from '#domain/facts.ts';
import type { PastService } from '#domain/history.ts';
import { type InputChanges, input, line, rulePack } from './builders.ts';
import { claiming, day, history, itemRule, past } from './terms.ts';

const consultation = line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null });
const clinician = { name: 'x', licence: 'D-1', specialty: 'heart' };
const earlier = (changes: Partial<PastService> = {}): PastService =>
  past({
    ...{ itemCode: 'CONSULTATION', on: day('2026-11-15'), quantity: 1, providerId: 'NAFIS' },
    ...{ clinician, diagnosis: 'E78.5', episode: 'C-1' },
    ...changes,
  });
const { episode: _, ...unnumbered } = earlier();
const found = (
  services: readonly PastService[],
  lines: readonly ClaimLine[] = [consultation],
  changes: InputChanges = {},
) => {
  const given = input({ lines, services: [history(services)], ...changes });
  const followUp = { days: 14, same: 'clinician', isAnywhere: false, isFeeIncluded: true } as const;
  const rule = itemRule({ scope: { kind: 'consultation' }, plans: ['SILVER'], followUp });
  return findEpisode(claiming({ clinician }, given), compilePack(rulePack({ itemRules: [rule] })));
};

describe('the episode that a claim continues', () => {
  it('is that of the consultation which it follows up', () => {
    expect(found([earlier()])).toBe('C-1');
  });

  it.each<[string, ...Parameters<typeof found>]>([
    ['it is the first', []],
    ['nobody recorded the number', [unnumbered]],
    ['it is for another illness', [earlier({ diagnosis: 'I10' })]],
    ['it has no consultation', [earlier()], [line()]],
    ['nobody knows the item', [earlier()], [line({ itemCode: 'NOBODY' })]],
    ['it has no line', [earlier()], []],
    [
      'the plan is not known',
      [earlier()],
      [consultation],
      { membership: unknown('never-synced', 'centre') },
    ],
  ])('is none where %s', (_, ...given) => {
    expect(found(...given)).toBeNull();
  });

  it('is found by the line’s own diagnosis, and by a later line', () => {
    const other = { ...consultation, diagnoses: ['I10'] };
    expect(found([earlier()], [other])).toBeNull();
    expect(found([earlier({ diagnosis: 'I10' })], [other])).toBe('C-1');
    const numbered = earlier({ diagnosis: 'I10', episode: 'C-2' });
    expect(found([unnumbered, numbered], [consultation, { ...other, lineId: 'line-2' }])).toBe(
      'C-2',
    );
    expect(found([earlier()], [line(), { ...consultation, lineId: 'line-2' }])).toBe('C-1');
  });
});

describe('an episode’s number on a card', () => {
  it('is four bytes of its digest, and never none', () => {
    expect(shortEpisode('C-1')).toBe(0x07e9a969);
    expect(shortEpisode('C-2')).not.toBe(shortEpisode('C-1'));
    for (const number of ['C-1', 'C-2', 'C-3', 'C-4']) {
      expect(shortEpisode(number)).toBeGreaterThan(0);
      expect(shortEpisode(number)).toBeLessThan(2 ** 32);
    }
  });
});
