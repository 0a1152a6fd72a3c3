import { describe, expect, it } from 'vitest';
import { decodeMed, type Med } from '#card/profile/med.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import type { MedWish } from '#contracts/med-wish.ts';
import { signInAs } from './open-terminal.ts';
import { insertAt, insurer, issue, openAlone, type Standing } from './prescription-desk.ts';

const here = insurer.defaultProviderId;

const wish = (change: Partial<MedWish> = {}): MedWish => ({
  bloodGroup: 'AB-',
  conditions: ['E11.9'],
  allergies: [{ to: 'class', name: 'J01C' }],
  medicines: ['MET-850', '#77'],
  contact: { name: 'سامي الحلبي', phone: '+963 944 000 017' },
  ...change,
});

function medOf(card: VirtualCard): Med | null {
  const decoded = card
    .image()
    .med.map(decodeMed)
    .find(({ ok }) => ok);
  return decoded?.ok ? decoded.value.med : null;
}

const shows = (terminal: Standing, bloodGroup: string) =>
  terminal.until(({ visit }) => visit?.med.state === 'read' && visit.med.bloodGroup === bloodGroup);

describe('what a doctor writes for emergencies', () => {
  it('is on the card, in the next version, and every terminal reads it', async () => {
    const doctor = await openAlone(here);
    const card = issue('samir');
    const before = medOf(card)?.version ?? 0;
    await insertAt(doctor, card, 'doctor');
    expect(await doctor.call.card.writeMed(wish())).toEqual({ isOnCard: true });
    expect(medOf(card)).toMatchObject({
      ...{ version: before + 1, bloodGroup: 'AB-', conditions: ['E11.9'] },
      standingMedicines: [expect.any(Number), 77],
    });
    const { visit } = await shows(doctor, 'AB-');
    expect(visit?.med).toMatchObject({
      isVerified: true,
      medicines: [{ itemCode: 'MET-850' }, { itemCode: null, cardCode: 77 }],
    });
    await doctor.call.card.writeMed(wish({ bloodGroup: 'O-' }));
    await shows(doctor, 'O-');
    expect(medOf(card)?.version).toBe(before + 2);
  });

  it.each(['before-command', 'middle-of-record', 'before-status-word'] as const)(
    'waits for the card that was pulled out %s, and is written once',
    async (moment) => {
      const doctor = await openAlone(here);
      const card = issue('samir');
      const before = card.image().med.length;
      await insertAt(doctor, card, 'doctor');
      await doctor.until(({ visit }) => visit?.photo.state !== 'reading');
      const torn = { ...card, transmit: tearing(card, moment) };
      doctor.reader.remove();
      doctor.reader.insert(torn);
      await doctor.until(({ visit }) => visit?.card.isPresent === true);
      await doctor.until(({ visit }) => visit?.prescriptions.state === 'read');
      expect(await doctor.call.card.writeMed(wish())).toEqual({ isOnCard: false });
      doctor.reader.insert(card);
      await shows(doctor, 'AB-');
      const whole = card.image().med.filter((record) => decodeMed(record).ok);
      expect(whole).toHaveLength(before + 1);
    },
  );

  it('is refused where it does not fit, names what is not known, or is no doctor’s to write', async () => {
    const doctor = await openAlone(here);
    const card = issue('samir');
    await insertAt(doctor, card, 'doctor');
    const allergies = Array.from({ length: 12 }, () => ({ to: 'class' as const, name: 'J01CA' }));
    const full = wish({ conditions: Array<string>(12).fill('E11.9999'), allergies });
    await expect(doctor.call.card.writeMed(full)).rejects.toMatchObject({
      data: { code: 'card-med-full' },
    });
    await expect(doctor.call.card.writeMed(wish({ medicines: ['NOTHING'] }))).rejects.toMatchObject(
      { data: { code: 'item-unknown' } },
    );
    await signInAs(doctor, 'pharmacist');
    await expect(doctor.call.card.writeMed(wish())).rejects.toMatchObject({
      data: { code: 'not-permitted' },
    });
  });
});

/** The card loses its power in the next MED that is appended to it. */
function tearing(card: VirtualCard, moment: Parameters<VirtualCard['tearAt']>[1]) {
  let isTorn = false;
  return (command: Uint8Array): Uint8Array => {
    if (!isTorn && command[1] === 0xe2) {
      isTorn = true;
      card.tearAt(1, moment);
    }
    return card.transmit(command);
  };
}
