import { describe, expect, it } from 'vitest';
import { systemClock } from '#agent/system-clock.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import { earlyReasons } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { buildChangedInsurer } from '#tests/e2e/changed-insurer.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

/** Samir at a terminal whose contract knows a tax on a device, and accepts reasons for an early supply. */
async function openVisit(role: 'pharmacist' | 'doctor') {
  const insurer = buildChangedInsurer(systemClock().today());
  const terminal = await openTerminal(undefined, { reference: { kind: 'demo', insurer } });
  await signInAs(terminal, role);
  await terminal.call.demo.insertCard({ cardId: 'samir' });
  await terminal.until(({ visit }) => visit?.history.state === 'read');
  await terminal.call.visit.answerHolder({ answer: 'confirmed' });
  return terminal;
}

const lineOf = ({ visit }: DeskView) => ({
  view: visit?.lines[0],
  decided: visit?.decision?.lines[0],
});

describe('why a supply is early', () => {
  it('is asked of a medicine whose repeats are watched, taken, and taken back', async () => {
    const { call, until } = await openVisit('pharmacist');
    const { lineId } = await call.visit.addLine({ itemCode: 'ATV-20' });
    const before = lineOf(await until((desk) => lineOf(desk).decided?.outcome === 'declined'));
    expect(before.view?.statable).toEqual({ tax: null, early: earlyReasons });
    await call.visit.changeLine({ lineId, early: 'travel' });
    const said = lineOf(await until((desk) => lineOf(desk).decided?.outcome === 'approved'));
    expect(said.view?.line.early).toBe('travel');
    await call.visit.changeLine({ lineId, quantity: 20 });
    const kept = lineOf(await until((desk) => lineOf(desk).view?.line.quantity === 20));
    expect(kept.view?.line.early).toBe('travel');
    await call.visit.changeLine({ lineId, early: null });
    const after = lineOf(await until((desk) => lineOf(desk).decided?.outcome === 'declined'));
    expect(after.view?.line).not.toHaveProperty('early');
  });
});

describe('a tax as billed', () => {
  it('is asked of what the contract taxes, and of nothing else', async () => {
    const { call, until } = await openVisit('doctor');
    await call.visit.addLine({ itemCode: 'DEV-GLU' });
    await call.visit.addLine({ itemCode: 'LAB-CBC' });
    const { visit } = await until((desk) => desk.visit?.decision?.lines.length === 2);
    expect(visit?.lines.map(({ statable }) => statable)).toEqual([
      { tax: { ar: 'ضريبة المبيعات', en: 'sales tax' }, early: [] },
      { tax: null, early: [] },
    ]);
  });

  it('is taken with what is due, one more than is due is the provider’s, and none is said too', async () => {
    const { call, until } = await openVisit('doctor');
    const { lineId } = await call.visit.addLine({ itemCode: 'DEV-GLU' });
    const { decided } = lineOf(await until((desk) => lineOf(desk).decided?.outcome === 'approved'));
    const due = decided?.tax?.claimed ?? money(0);
    expect(due).toBeGreaterThan(0);
    const stating = async (tax: number | null) => {
      await call.visit.changeLine({ lineId, tax: tax === null ? null : money(tax) });
      const wanted = tax === null ? undefined : tax;
      const shown = await until((desk) => lineOf(desk).view?.line.tax === wanted);
      return lineOf(shown).decided?.findings.find(({ check }) => check === 'tax')?.reason ?? null;
    };
    expect(await stating(due)).toBeNull();
    expect(await stating(due + 1)).toBe('tax-above-due');
    expect(await stating(0)).toBeNull();
    expect(await stating(null)).toBeNull();
  });
});
