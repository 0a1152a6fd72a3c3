import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeskView } from '#contracts/agent-views.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import { signReference } from '#packs/signed-reference.ts';
import { atCounter, insurer, present, referenceFile } from './hardship-counter.ts';
import { type OpenedTerminal, openTerminal, signInAs, temporaryFolder } from './open-terminal.ts';

/** A visit of George's, who is confirmed, with one line; its id once it is decided. */
async function askFor(terminal: OpenedTerminal, itemCode: string): Promise<string> {
  const { call, until } = terminal;
  await call.demo.insertCard({ cardId: 'george' });
  await until(({ visit }) => visit?.history.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  const { lineId } = await call.visit.addLine({ itemCode, quantity: 30 });
  await until(({ visit }) => visit?.decision != null);
  return lineId;
}

/** What the patient pays for the one line. */
function partIn({ visit }: DeskView): number {
  const amounts = visit?.decision?.lines[0]?.amounts;
  return (amounts?.memberShare ?? 0) + (amounts?.memberPrivate ?? 0);
}

/** The demo contract, in which this medicine is of a narrow therapeutic index. */
function signedWithNarrow(itemCode: string) {
  const { reference } = insurer.signed;
  const pack = reference.pack as RulePack;
  const items = pack.items.map((item) =>
    item.code === itemCode && item.medicine !== null
      ? { ...item, medicine: { ...item.medicine, isNarrowIndex: true as const } }
      : item,
  );
  const manifestVersion = reference.manifestVersion + 1;
  const changed = { ...reference, manifestVersion, pack: { ...pack, items } };
  return signReference(changed, insurer.referenceSigner.sign);
}

describe('what may be given instead of a medicine', () => {
  it('costs the patient less by what it says, and takes the place of the line', async () => {
    const terminal = await openTerminal();
    const { call, until } = terminal;
    await signInAs(terminal, 'pharmacist');
    const lineId = await askFor(terminal, 'AML-5');
    const before = partIn(await until(() => true));

    const offer = await call.visit.findInstead({ lineId });
    expect(offer).toMatchObject({ item: { code: 'AML-5L' }, quantity: 30 });
    expect(offer?.saved).toBeGreaterThan(0);
    expect(offer?.saved).toBe(before - (offer?.patientPays ?? 0));
    await expect(call.visit.giveInstead({ lineId, itemCode: 'MET-850' })).rejects.toMatchObject({
      data: { code: 'decision-changed' },
    });

    await call.visit.giveInstead({ lineId, itemCode: 'AML-5L' });
    const given = await until(({ visit }) => visit?.lines[0]?.line.itemCode === 'AML-5L');
    expect(given.visit?.decision?.lines[0]?.outcome).toBe('approved');
    expect(partIn(given)).toBe(offer?.patientPays);
    expect(await call.visit.findInstead({ lineId })).toBeNull();
  });

  it('is nothing where no other item has the ingredient, strength and form', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'pharmacist');
    const lineId = await askFor(terminal, 'MET-850');
    expect(await terminal.call.visit.findInstead({ lineId })).toBeNull();
  });

  it('is named where only a narrow therapeutic index keeps it apart and the line is not approved', async () => {
    const folder = temporaryFolder();
    // The demonstration's users are there from its first opening on.
    await (await openTerminal(join(folder, 'terminal'))).close();
    const reference = referenceFile(folder, JSON.stringify(signedWithNarrow('AML-5L')));
    await atCounter(
      join(folder, 'terminal'),
      async (counter) => {
        const { call, until } = counter;
        await present(counter, 'george');
        await call.visit.answerHolder({ answer: 'confirmed' });
        const { lineId } = await call.visit.addLine({ itemCode: 'AML-5', quantity: 30 });
        await until(({ visit }) => visit?.decision?.lines[0]?.outcome === 'approved');
        expect(await call.visit.findInstead({ lineId })).toBeNull();
        expect(await call.visit.findNotExchangeable({ lineId })).toBeNull();

        await call.visit.changeLine({ lineId, unitPrice: money(999) });
        await until(({ visit }) => visit?.decision?.lines[0]?.outcome === 'reduced');
        const found = await call.visit.findNotExchangeable({ lineId });
        expect(found).toMatchObject({ code: 'AML-5L' });
      },
      { reference },
    );
  });

  it('is not looked for by whoever may not dispense', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'doctor');
    await expect(terminal.call.visit.findInstead({ lineId: 'x' })).rejects.toMatchObject({
      data: { code: 'not-permitted' },
    });
  });
});
