import { describe, expect, it } from 'vitest';
import { canonicalText } from '#contracts/signed-bytes.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { claimBodyOf } from '#store/bodies.ts';
import { findClaim } from '#store/claims.ts';
import { listUnsent } from '#store/events.ts';
import { inStore } from './in-store.ts';
import { type OpenedTerminal, openTerminal, signInAs, temporaryFolder } from './open-terminal.ts';
import { insurer, isRead, issue, openAlone } from './prescription-desk.ts';
import { insert, visitOf } from './ways-without-card.ts';

/** Rana's card says that she is allergic to ibuprofen (M01AE01). */
async function giveIbuprofen(role: string, folder = temporaryFolder()): Promise<OpenedTerminal> {
  const terminal = await openTerminal(folder);
  await signInAs(terminal, role);
  await insert(terminal, 'rana');
  await terminal.call.visit.answerHolder({ answer: 'confirmed' });
  await terminal.call.visit.addLine({ itemCode: 'IBU-400' });
  await terminal.until(({ visit }) => visit?.decision != null);
  return terminal;
}

async function alertsAt({ until }: OpenedTerminal) {
  const { alerts } = visitOf(await until(({ visit }) => visit?.decision != null));
  if (alerts.state !== 'found') throw new Error('they may be seen');
  return alerts.alerts;
}

const allergyAt = async (terminal: OpenedTerminal) => {
  const alert = (await alertsAt(terminal)).find(({ kind }) => kind === 'allergy');
  if (alert === undefined) throw new Error('there is an allergy');
  return alert;
};

const refusal = (code: string, facts: object = {}) => ({ data: { code, ...facts } });
const because = { reason: 'benefit-outweighs', note: 'short course' } as const;

describe('a clinical alert at the counter', () => {
  it('holds up what is saved until somebody answers for it, and is kept with that', async () => {
    const folder = temporaryFolder();
    const terminal = await giveIbuprofen('pharmacist', folder);
    const { call } = terminal;
    const alert = await allergyAt(terminal);
    expect(alert).toMatchObject({
      ...{ code: 'allergy-substance', severity: 'contraindicated', acknowledgement: null },
      facts: [
        { name: 'item', source: 'operator' },
        { name: 'allergy', source: 'card' },
      ],
    });
    await expect(call.visit.save()).rejects.toMatchObject(
      refusal('alerts-unacknowledged', { alerts: 1 }),
    );
    await call.visit.acknowledgeAlert({ alertId: alert.alertId, ...because });
    const { claimId } = await call.visit.save();

    const shown = await call.claims.find({ claimId });
    expect(shown.alerts?.find(({ alertId }) => alertId === alert.alertId)).toMatchObject({
      acknowledgement: { ...because, userName: { en: expect.any(String) } },
    });
    await terminal.close();
    const { input, decision, clinical } = inStore(folder, ({ reader }) => {
      const found = findClaim(reader, claimId);
      return claimBodyOf(reader, found?.record.eventId ?? '');
    });
    const pack = preparePack(insurer.pack);
    expect(clinical?.acknowledgements).toMatchObject([{ alertId: alert.alertId, ...because }]);
    if (clinical === undefined) throw new Error('it was recorded');
    expect(findAlerts(clinical.input, pack)).toEqual(clinical.alerts);
    // Cover is what it would be without any of this.
    expect(canonicalText(adjudicate(input, pack))).toBe(canonicalText(decision));
    expect(canonicalText(decision)).not.toContain('allergy');
  });

  it('tells a manager only that one waits, and takes no answer from there', async () => {
    const terminal = await giveIbuprofen('manager');
    const { alerts } = visitOf(await terminal.until(({ visit }) => visit?.decision != null));
    expect(alerts).toEqual({ state: 'not-permitted', waiting: 1 });
    const { call } = terminal;
    const alertId = 'allergy/M01AE01/IBU-400';
    await expect(call.visit.acknowledgeAlert({ alertId, ...because })).rejects.toMatchObject(
      refusal('not-permitted'),
    );
    await expect(call.visit.save()).rejects.toMatchObject(refusal('alerts-unacknowledged'));
  });

  it('keeps its acknowledgement over a restart', async () => {
    const folder = temporaryFolder();
    const first = await giveIbuprofen('pharmacist', folder);
    const { alertId } = await allergyAt(first);
    await first.call.visit.acknowledgeAlert({ alertId, ...because });
    await first.close();
    const again = await openTerminal(folder);
    await signInAs(again, 'pharmacist');
    await insert(again, 'rana');
    expect((await allergyAt(again)).acknowledgement).toMatchObject(because);
  });

  it('takes a second answer in the first one’s place', async () => {
    const terminal = await giveIbuprofen('pharmacist');
    const { alertId } = await allergyAt(terminal);
    await terminal.call.visit.acknowledgeAlert({ alertId, ...because });
    await terminal.call.visit.acknowledgeAlert({ alertId, reason: 'record-wrong' });
    expect((await allergyAt(terminal)).acknowledgement).toMatchObject({
      ...{ reason: 'record-wrong', note: null },
    });
  });

  it('is not answered for with another reason that is not told', async () => {
    const terminal = await giveIbuprofen('pharmacist');
    const { alertId } = await allergyAt(terminal);
    const other = { alertId, reason: 'other', note: '  ' } as const;
    await expect(terminal.call.visit.acknowledgeAlert(other)).rejects.toThrow();
  });

  it('is gone with its line', async () => {
    const terminal = await giveIbuprofen('pharmacist');
    const { alertId, lineIds } = await allergyAt(terminal);
    await terminal.call.visit.removeLine({ lineId: lineIds[0] ?? '' });
    await expect(
      terminal.call.visit.acknowledgeAlert({ alertId, ...because }),
    ).rejects.toMatchObject(refusal('alert-gone'));
  });

  it('says what is not known, and holds nothing up for it', async () => {
    const terminal = await openTerminal();
    await signInAs(terminal, 'pharmacist');
    await insert(terminal, 'george');
    await terminal.call.visit.answerHolder({ answer: 'confirmed' });
    await terminal.call.visit.addLine({ itemCode: 'PAR-500', quantity: 20 });
    const alerts = await alertsAt(terminal);
    expect(alerts.map(({ code, severity }) => [code, severity])).toContainEqual([
      'allergies-unrecorded',
      'note',
    ]);
    await terminal.call.visit.save();
  });
});

it('holds a prescription up too, and goes with its event', async () => {
  const folder = temporaryFolder();
  const terminal = await openAlone('SY-DAM-0031', folder);
  const { call, until } = terminal;
  await signInAs(terminal, 'doctor');
  terminal.reader.insert(issue('rana'));
  await until(({ visit }) => isRead(visit) && visit?.med.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.prescribe({ itemCode: 'IBU-400', dose: 10, timesPerDay: 3, days: 5 });
  const { alerts } = visitOf(await until(({ visit }) => visit?.order != null));
  const [alert] = alerts.state === 'found' ? alerts.alerts : [];
  await expect(call.visit.save()).rejects.toMatchObject(refusal('alerts-unacknowledged'));
  await call.visit.acknowledgeAlert({ alertId: alert?.alertId ?? '', ...because });
  const { prescriptionId } = await call.visit.save();
  expect(prescriptionId).not.toBeNull();
  await terminal.close();
  const event = inStore(folder, ({ reader }) =>
    listUnsent(reader, 100).find(({ envelope }) => envelope.type === 'prescription'),
  );
  expect(event?.envelope.body).toMatchObject({
    clinical: { acknowledgements: [{ alertId: 'allergy/M01AE01/IBU-400', ...because }] },
  });
});
