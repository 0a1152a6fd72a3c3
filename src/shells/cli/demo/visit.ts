import type { DeskView } from '#contracts/agent-views.ts';
import type { SavedClaim } from '#contracts/claim-views.ts';
import type { CardWriteView, LineView, VisitView } from '#contracts/visit-views.ts';
import type { DecidedLine, Decision, Finding } from '#domain/adjudication/decision.ts';
import { add, type Money } from '#domain/money.ts';
import type { Bilingual, Person } from '#domain/people.ts';
import type { Counter } from './counter.ts';
import { tellReasons } from './tell-reasons.ts';
import type { LineTold } from './told.ts';

/** Who comes to the counter, and what is asked for; money in minor units. */
export interface Errand {
  readonly cardId: string;
  readonly diagnoses?: readonly string[];
  readonly line: {
    readonly itemCode: string;
    readonly quantity?: number;
    readonly unitPrice?: Money;
  };
}

/** A visit as it stood when its claim was saved. */
export interface Visited {
  readonly visit: VisitView;
  readonly decided: DecidedLine;
  /** The finding that weighs most; null where all checks passed. */
  readonly finding: Finding | null;
  readonly person: Bilingual;
  readonly line: LineTold;
  readonly saved: SavedClaim;
  /** What became of the write to the card; null where nothing had to be written. */
  readonly cardWrite: CardWriteView | null;
}

/** One visit from the card's insertion to its removal after the claim was saved. */
export async function playVisit(counter: Counter, errand: Errand): Promise<Visited> {
  const { call, until } = counter;
  await presentCard(counter, errand.cardId);
  await call.visit.answerHolder({ answer: 'confirmed' });
  if (errand.diagnoses !== undefined) {
    await call.visit.setDiagnoses({ codes: [...errand.diagnoses] });
  }
  await call.visit.addLine(errand.line);
  const { visit } = await until('the decision', (desk) => desk.visit?.decision?.lines.length === 1);
  const saved = await call.visit.save();
  const { cardWrite } = await until('the card', (desk) => isSettled(desk, saved.claimId));
  await call.demo.removeCard();
  return { ...describe(visit), saved, cardWrite };
}

/** Puts a demo card in and waits until its history was read, as far as it can be. */
export async function presentCard({ call, until }: Counter, cardId: string): Promise<VisitView> {
  await call.demo.insertCard({ cardId });
  const { visit } = await until(
    `the card ${cardId}`,
    (desk) => desk.visit !== null && desk.visit.history.state !== 'reading',
  );
  if (visit === null) throw new Error(`the card ${cardId} opened no visit`);
  return visit;
}

const isSettled = ({ cardWrite }: DeskView, claimId: string): boolean =>
  cardWrite === null || (cardWrite.claimId === claimId && cardWrite.state !== 'writing');

export const nameOf = ({ nameAr, nameLatin }: Person): Bilingual => ({ ar: nameAr, en: nameLatin });

function describe(visit: VisitView | null): Omit<Visited, 'saved' | 'cardWrite'> {
  const decided = visit?.decision?.lines[0];
  const [asked] = visit?.lines ?? [];
  if (visit?.decision == null || decided === undefined || asked === undefined) {
    throw new Error('the visit has no decided line');
  }
  const findings = decided.findings.filter(({ reason }) => reason !== null);
  return {
    visit,
    decided,
    finding: findings[0] ?? null,
    person: nameOf(visit.person),
    line: tellLine(visit.decision, asked, decided, findings),
  };
}

function tellLine(
  { currency }: Decision,
  { item, line }: LineView,
  { outcome, allowedQuantity, amounts }: DecidedLine,
  findings: readonly Finding[],
): LineTold {
  return {
    item: item.name,
    asked: line.quantity,
    allowed: allowedQuantity,
    outcome,
    claimed: amounts.claimed,
    insurer: amounts.insurer,
    member: add(amounts.memberShare, amounts.memberPrivate),
    provider: amounts.providerWriteOff,
    reasons: tellReasons(findings, currency),
  };
}
