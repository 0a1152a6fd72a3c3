import { expect } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualService, type VirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import type { OpenPrescriptionLine } from '#contracts/prescription-views.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

/** What doctors and pharmacists do with a card and its prescriptions. */

export const insurer = buildDemoInsurer(systemClock().today());
const amoxicillin = { itemCode: 'AMX-500', dose: 10, timesPerDay: 3, days: 7 };

export interface Standing extends OpenedTerminal {
  readonly reader: VirtualService;
}

export function issue(cardId: string): VirtualCard {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no card ${cardId}`);
  return createVirtualCard(personaliseDemoCard(insurer, card));
}

/** A terminal that no server knows, certified by the demonstration. */
export async function openAlone(providerId: string, folder?: string): Promise<Standing> {
  const reader = createVirtualService();
  const terminal = await openTerminal(folder, {
    cardService: reader,
    reference: { kind: 'demo', providerId },
  });
  return { ...terminal, reader };
}

export const isRead = (visit: DeskView['visit']): boolean =>
  visit !== null && visit.prescriptions.state !== 'reading';

export async function insertAt(terminal: Standing, card: VirtualCard, role: string): Promise<void> {
  await signInAs(terminal, role);
  terminal.reader.insert(card);
  await terminal.until(({ visit }) => isRead(visit));
  await terminal.call.visit.answerHolder({ answer: 'confirmed' });
}

export async function startOrder(terminal: Standing, card: VirtualCard): Promise<void> {
  await insertAt(terminal, card, 'doctor');
  await terminal.call.visit.setDiagnoses({ codes: ['J02.9'] });
  await terminal.call.visit.prescribe(amoxicillin);
  const { visit } = await terminal.until((desk) => desk.visit?.order != null);
  expect(visit?.order?.medicines).toMatchObject([
    { medicine: { quantity: 30 }, decided: { outcome: 'approved' } },
  ]);
}

export async function prescribeAt(terminal: Standing, card: VirtualCard): Promise<void> {
  await startOrder(terminal, card);
  const { claimId, receiptNumber } = await terminal.call.visit.save();
  expect(receiptNumber).toBeNull();
  await settled(terminal, claimId, 'written');
  terminal.reader.remove();
}

export const settled = ({ until }: Standing, claimId: string, state: 'written' | 'waiting') =>
  until(({ cardWrite }) => cardWrite?.claimId === claimId && cardWrite.state === state);

export async function readPrescriptions({ until }: Standing): Promise<OpenPrescriptionLine[]> {
  const { visit } = await until((desk) => isRead(desk.visit));
  return visit?.prescriptions.state === 'read'
    ? visit.prescriptions.prescriptions.flatMap(({ lines }) => lines)
    : [];
}

/** Asks for amoxicillin, saves what was decided, and answers that. */
export async function dispense(terminal: Standing, quantity?: number) {
  const { call, until } = terminal;
  await call.visit.addLine({
    itemCode: 'AMX-500',
    ...(quantity === undefined ? {} : { quantity }),
  });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  const { claimId } = await call.visit.save();
  const decided = visit?.decision?.lines[0];
  if (decided?.outcome === 'approved') await settled(terminal, claimId, 'written');
  terminal.reader.remove();
  return decided;
}
