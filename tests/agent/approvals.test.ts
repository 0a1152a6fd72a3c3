import { expect, it } from 'vitest';
import type { RequestState } from '#contracts/claim-views.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

const mri = 'IMG-MRIK';

/** Opens a visit for a demo card and asks for this beside whatever the visit has. */
async function ask({ call, until }: OpenedTerminal, ...items: readonly string[]) {
  for (const itemCode of items) await call.visit.addLine({ itemCode });
  const { visit } = await until((desk) => desk.visit?.decision?.lines.length === items.length);
  if (visit?.decision == null) throw new Error('no visit');
  return visit.decision.lines;
}

async function present({ call, until }: OpenedTerminal, cardId: string): Promise<void> {
  await call.demo.insertCard({ cardId });
  await until(
    ({ visit }) => visit?.history.state === 'read' || visit?.history.state === 'not-permitted',
  );
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.setDiagnoses({ codes: ['M54.5'] });
}

async function untilState({ call, until }: OpenedTerminal, state: RequestState): Promise<void> {
  await until(({ answered }) => answered?.state === state);
  expect(await call.requests.list()).toMatchObject([{ state }]);
}

it('sends a referred line for approval, goes on without it, and passes the next visit on the answer', async () => {
  const terminal = await openTerminal(undefined, { server: { kind: 'embedded' } });
  const { call, until } = terminal;
  await signInAs(terminal, 'doctor');
  await present(terminal, 'george');
  const [first, second] = await ask(terminal, mri, 'LAB-CBC');
  expect(first).toMatchObject({ outcome: 'referred' });
  const lineId = first?.lineId ?? '';
  const sent = await call.visit.sendForApproval({ lineId });
  expect(sent.requestNumber).toMatch(/^R-\d{6}-0001$/);

  const { visit } = await until((desk) => desk.visit?.lines.length === 1);
  expect(visit?.decision?.lines).toMatchObject([{ lineId: second?.lineId }]);
  await call.visit.save();
  await call.demo.removeCard();

  await untilState(terminal, 'approved');
  await call.requests.notice();
  expect(await call.requests.list()).toMatchObject([
    { requestNumber: sent.requestNumber, left: { quantity: 1 }, answer: { reasons: [] } },
  ]);

  await present(terminal, 'george');
  const [again] = await ask(terminal, mri);
  expect(again).toMatchObject({ outcome: 'approved', guaranteed: true });
  expect(again?.findings.find(({ check }) => check === 'prior-approval')?.facts).toContainEqual(
    expect.objectContaining({ name: 'approval', source: 'centre' }),
  );
  const { claimId } = await call.visit.save();
  await call.demo.removeCard();
  expect(await call.requests.list()).toMatchObject([{ left: { quantity: 0 } }]);

  // It is used up: what comes back may be used again.
  await signInAs(terminal, 'manager');
  await call.claims.void({ claimId, lines: null, reason: 'entered-wrongly' });
  expect(await call.requests.list()).toMatchObject([{ left: { quantity: 1 } }]);
}, 300_000);
