import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { ControlledTerm } from '#domain/adjudication/item-rule.ts';
import type { ClaimLine, Recall } from '#domain/claims.ts';
import { known, unknown } from '#domain/facts.ts';
import type { SpecialUse } from '#domain/history.ts';
import { day, line, now } from '../builders.ts';
import { asking, claiming, paracetamol, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

const recalled = (...list: readonly Recall[]) => ({ recalls: known(list, 'centre', now) }) as const;

const usedUp = (...list: readonly SpecialUse[]) =>
  ({ specialUses: [known(list, 'terminal', now)] }) as const;
const use = (number: string): SpecialUse => ({
  ...{ number, on: day('2026-10-01'), itemCode: 'METFORMIN-850', providerId: 'RABWA' },
});

/** Two lines, each on its special prescription; the second one is asked about. */
const twice = (number: string, batch = '2027-06-30') => {
  const given = handed();
  const [second = paracetamol()] = given.claim.lines;
  const first = paracetamol({
    lineId: 'first',
    batch: { number: 'M-204', expiresOn: day(batch) },
    controlled: { prescriptionNumber: number, takerId: '01020304' },
  });
  return claiming({ lines: [first, second] }, given);
};

/** Everything taken down, of a batch that nobody calls back. */
const handed = (
  changes: Partial<ClaimLine> = {},
  facts: Partial<AdjudicationInput> = {},
): AdjudicationInput =>
  asking(
    {
      batch: { number: 'M-204', expiresOn: day('2027-06-30') },
      controlled: { prescriptionNumber: 'N-77', takerId: '01020304' },
      ...changes,
    },
    { ...recalled(), ...usedUp(), ...facts },
  );

const collected = (facts: Partial<AdjudicationInput> = {}) =>
  handed(
    { controlled: { prescriptionNumber: 'N-77' } },
    {
      holder: { collectedBy: { name: 'Hala', relationship: 'spouse', idNumber: '0507' } },
      ...facts,
    },
  );

const listing = (...idNumbers: readonly string[]) =>
  ({
    collectors: known(
      idNumbers.map((idNumber) => ({ name: 'Hala', idNumber })),
      'centre',
      now,
    ),
  }) as const;

const controlling = (collectors: ControlledTerm['collectors'] = 'listed') =>
  withItemRule({ controlled: { collectors } });
const expiring = (on: string) => handed({ batch: { number: 'M-204', expiresOn: day(on) } });

const refused = (reason: string) =>
  ({
    outcome: 'declined',
    reason,
    bearer: 'provider',
    nearest: { kind: 'leave-out' },
  }) as Case['says'];
const unsaid = (reason: string) =>
  ({ outcome: 'referred', reason, nearest: { kind: 'enter-controlled' } }) as Case['says'];

export const controlledCases: readonly Case[] = [
  { title: 'asks nothing of what is not controlled', given: asking(), says: passes },
  {
    title: 'passes what was taken down whole',
    given: handed(),
    pack: controlling(),
    says: { ...passes, clause: 'art-20' },
  },
  {
    title: 'refers without the special prescription’s number',
    given: handed({ controlled: { takerId: '01020304' } }),
    pack: controlling(),
    says: unsaid('special-number-missing'),
  },
  {
    title: 'declines a special prescription that was used before, however it is written',
    given: handed({}, usedUp(use('N78'), use('N77'))),
    pack: controlling(),
    says: refused('special-number-used'),
  },
  {
    title: 'passes one whose neighbours were used',
    given: handed({}, usedUp(use('N76'), use('N78'))),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'declines one that an earlier line of the claim uses up',
    given: twice('n 77'),
    pack: controlling(),
    says: refused('special-number-used'),
  },
  {
    title: 'passes one whose neighbour an earlier line uses up',
    given: twice('N-78'),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'passes one that an earlier line names which is not paid for',
    given: twice('N-77', '2026-11-21'),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'declines what one place knows to be used, whatever another does not know',
    given: handed(
      {},
      { specialUses: [unknown('never-synced', 'centre'), known([use('N77')], 'terminal', now)] },
    ),
    pack: controlling(),
    says: refused('special-number-used'),
  },
  {
    title: 'refers where some place cannot tell whether it was used',
    given: handed(
      {},
      { specialUses: [...usedUp().specialUses, unknown('never-synced', 'centre')] },
    ),
    pack: controlling(),
    says: { outcome: 'referred', reason: 'special-uses-unknown', nearest: { kind: 'connect' } },
  },
  {
    title: 'refers where nobody was asked whether it was used',
    given: handed({}, { specialUses: [] }),
    pack: controlling(),
    says: { outcome: 'referred', reason: 'special-uses-unknown', nearest: { kind: 'connect' } },
  },
  {
    title: 'refers without the id of the patient who takes it',
    given: handed({ controlled: { prescriptionNumber: 'N-77' } }),
    pack: controlling(),
    says: unsaid('taker-id-missing'),
  },
  {
    title: 'passes a collector whom the insurer lists',
    given: collected(listing('0507')),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'declines one whom it does not list',
    given: collected(listing('0508')),
    pack: controlling(),
    says: refused('collector-not-listed'),
  },
  {
    title: 'refers where it is not known whom it lists',
    given: collected(),
    pack: controlling(),
    says: {
      outcome: 'referred',
      reason: 'collectors-unknown',
      nearest: { kind: 'connect' },
    },
  },
  {
    title: 'declines any collector where it is for the patient alone',
    given: collected(listing('0507')),
    pack: controlling('nobody'),
    says: refused('controlled-patient-only'),
  },
  {
    title: 'refers without a batch',
    given: asking(
      { controlled: { prescriptionNumber: 'N-77', takerId: '01020304' } },
      { ...recalled(), ...usedUp() },
    ),
    pack: controlling(),
    says: unsaid('batch-missing'),
  },
  {
    title: 'passes a batch on its last day',
    given: expiring('2026-11-22'),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'passes a batch on the day before its last',
    given: expiring('2026-11-23'),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'declines a batch the day after its last',
    given: expiring('2026-11-21'),
    pack: controlling(),
    says: refused('batch-expired'),
  },
  {
    title: 'declines a batch that was called back, however it is written',
    given: handed({}, recalled({ itemCode: 'PARACETAMOL-500', batch: 'm204' })),
    pack: controlling(),
    says: refused('batch-recalled'),
  },
  {
    title: 'passes where another batch was called back, or another medicine’s of that number',
    given: handed(
      {},
      recalled(
        { itemCode: 'PARACETAMOL-500', batch: 'M-205' },
        { itemCode: 'METFORMIN-850', batch: 'M-204' },
      ),
    ),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'refers where it is not known which batches were called back',
    given: handed({}, { recalls: unknown('never-synced', 'centre') }),
    pack: controlling(),
    says: { outcome: 'referred', reason: 'recalls-unknown', nearest: { kind: 'connect' } },
  },
  {
    title: 'declines for the batch before it asks for what was not taken down',
    given: asking({ batch: { number: 'M-204', expiresOn: day('2026-11-21') } }, recalled()),
    pack: controlling(),
    says: refused('batch-expired'),
  },
  {
    title: 'passes one of two who are listed',
    given: collected(listing('9999', '0507')),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'refers where nobody was asked for recalls',
    given: asking(
      {
        batch: { number: 'M-204', expiresOn: day('2027-06-30') },
        controlled: { prescriptionNumber: 'N-77', takerId: '01020304' },
      },
      usedUp(),
    ),
    pack: controlling(),
    says: { outcome: 'referred', reason: 'recalls-unknown', nearest: { kind: 'connect' } },
  },
  {
    title: 'says which place cannot tell the recalls',
    given: handed({}, { recalls: unknown('never-synced', 'terminal') }),
    pack: controlling(),
    says: { outcome: 'referred', reason: 'recalls-unknown' },
  },
  {
    title: 'passes after a line of the claim that is on no special prescription',
    given: claiming({ lines: [line({ lineId: 'plain' }), ...handed().claim.lines] }, handed()),
    pack: controlling(),
    says: passes,
  },
  {
    title: 'refers where no place can tell of earlier uses',
    given: handed({}, { specialUses: [unknown('never-synced', 'centre')] }),
    pack: controlling(),
    says: { outcome: 'referred', reason: 'special-uses-unknown', nearest: { kind: 'connect' } },
  },
];
