import { describe, expect, it } from 'vitest';
import type { VisitView } from '#contracts/visit-views.ts';
import type { LineOutcome } from '#domain/adjudication/decision.ts';
import type { CardProof } from '#domain/adjudication/input.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

/** Each demo card, once its holder is confirmed: what it proves, the verdict on cover, and its worst reason. */
const stories: Readonly<Record<string, readonly [CardProof, LineOutcome, string | null]>> = {
  samir: ['genuine', 'approved', null],
  huda: ['genuine', 'approved', null],
  omar: ['genuine', 'approved', null],
  george: ['genuine', 'approved', null],
  'george-copy': ['copy-suspected', 'declined', 'card-copy-suspected'],
  rana: ['genuine', 'approved', null],
  nour: ['genuine', 'approved', null],
  elias: ['genuine', 'approved', null],
  mary: ['genuine', 'approved', null],
  lina: ['genuine', 'declined', 'cover-ended'],
  salma: ['genuine', 'approved', null],
  khaled: ['genuine', 'approved', null],
  'amina-lost': ['genuine', 'declined', 'card-lost'],
  amina: ['genuine', 'approved', null],
  yazan: ['genuine', 'approved', null],
  hassan: ['genuine', 'declined', 'card-expired'],
  fadi: ['genuine', 'declined', 'policy-suspended'],
  rima: ['genuine', 'declined', 'cover-ended'],
  ziad: ['genuine', 'declined', 'cover-not-started'],
  marwan: ['issuer-unknown', 'referred', 'card-issuer-unknown'],
  somying: ['unauthenticated', 'referred', 'card-unauthenticated'],
  joerg: ['unauthenticated', 'referred', 'card-unauthenticated'],
};

describe('each demo card tells its story', () => {
  it('shows every card of the panel with the verdict that it is there to show', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    const { demo } = await until(() => true);
    const told: Record<string, readonly [CardProof, LineOutcome, string | null]> = {};
    for (const { cardId } of demo?.cards ?? []) {
      await call.demo.insertCard({ cardId });
      await until(({ visit }) => visit !== null && visit.history.state !== 'reading');
      await call.visit.answerHolder({ answer: 'confirmed' });
      const { visit } = await until((desk) => desk.visit?.holder === 'confirmed');
      told[cardId] = tell(visit);
      await call.visit.close();
      await call.demo.removeCard();
      await until((desk) => desk.visit === null);
    }
    expect(told).toEqual(stories);
  });
});

function tell(visit: VisitView | null): readonly [CardProof, LineOutcome, string | null] {
  if (visit === null) throw new Error('no visit is open');
  const { findings, outcome } = visit.eligibility;
  return [visit.card.proof, outcome, findings[0]?.reason ?? null];
}
