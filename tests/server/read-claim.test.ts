import { describe, expect, it } from 'vitest';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { readClaim } from '#server/adjudication/read-claim.ts';
import { input, now } from '#tests/domain/builders.ts';
import { clinicalPack, told } from '#tests/domain/clinical/builders.ts';

const eventId = '019ab000-0000-7000-8000-000000000001';

const decision = {
  ...{
    engineVersion: 1,
    packId: 'P',
    packVersion: 1,
    claimId: 'C',
    outcome: 'approved',
    lines: [],
  },
  totals: { claimed: 0, insurer: 0, memberShare: 0, memberPrivate: 0, providerWriteOff: 0 },
};

const lineOf = (body: unknown, id = eventId): Uint8Array =>
  Buffer.from(JSON.stringify({ envelope: { eventId: id, manifestVersion: 7, body } }));

describe('reading a claim', () => {
  it('keeps fields of a later version, on which the decision may rest', () => {
    const plain = input({ eventId });
    const [first, ...others] = plain.claim.lines;
    const lines = [{ ...first, later: 'l' }, ...others];
    const later = { ...plain, later: [1], claim: { ...plain.claim, later: { a: null }, lines } };
    const body = { input: later, decision: { ...decision, later: 2 }, receiptNumber: 'R-1' };
    expect(readClaim(lineOf(body))).toEqual({ body, manifestVersion: 7 });
  });

  it('keeps the clinical alerts that were acknowledged, and asks for their shape', () => {
    const looked = told({ lines: ['IBUPROFEN', 'WARFARIN'] });
    const alerts = findAlerts(looked, preparePack(clinicalPack()));
    const acknowledgement = {
      ...{ alertId: alerts[0]?.alertId, reason: 'will-be-monitored', note: null },
      ...{ at: now, userId: 'pharmacist' },
    };
    const clinical = { input: looked, alerts, acknowledgements: [acknowledgement] };
    const body = { input: input({ eventId }), decision, receiptNumber: 'R-1', clinical };
    expect(alerts.length).toBeGreaterThan(0);
    expect(readClaim(lineOf(body))).toEqual({ body, manifestVersion: 7 });
    const spoilt = [{ ...acknowledgement, reason: 'because' }];
    const broken = { ...body, clinical: { ...clinical, acknowledgements: spoilt } };
    expect(readClaim(lineOf(broken))).toBeNull();
  });

  it('does not take the claim of one event for that of another', () => {
    const body = { input: input({ eventId }), decision, receiptNumber: 'R-1' };
    expect(readClaim(lineOf(body))).not.toBeNull();
    expect(readClaim(lineOf(body, '019ab000-0000-7000-8000-000000000002'))).toBeNull();
  });
});
