import { unknown } from '#domain/facts.ts';
import { day, supplies, supply } from '../../builders.ts';
import { record } from '../builders.ts';
import type { AlertCase } from './case.ts';

const lasting = (repeatCode: number, endsOn: string) => [
  supplies([supply({ repeatCode, endsOn: day(endsOn) })]),
];

export const duplicateTherapyCases: readonly AlertCase[] = [
  { title: 'is silent of one medicine', told: { lines: ['ATORVASTATIN'] }, says: [] },
  {
    title: 'warns of two medicines of a group of the 4th level',
    told: { lines: ['ATORVASTATIN', 'ROSUVASTATIN'] },
    says: [['duplicate-in-claim', 'caution', 'line-1', 'line-2']],
  },
  {
    title: 'is silent of two whose groups part at the 4th level',
    told: { lines: ['ATORVASTATIN', 'FENOFIBRATE'] },
    says: [],
  },
  {
    title: 'warns of each pair of three',
    told: { lines: ['IBUPROFEN', 'NAPROXEN', 'DICLOFENAC', 'NAPROXEN'] },
    says: [['duplicate-in-claim', 'caution', 'line-1', 'line-2', 'line-4']],
  },
  {
    title: 'leaves the same repeat key to the repeat window, by whatever brand',
    told: { lines: ['ATORVASTATIN', 'ATORVASTATIN-B'], supplies: lasting(101, '2026-12-08') },
    says: [],
  },
  {
    title: 'warns of a supply that lasts through the day',
    told: { lines: ['ROSUVASTATIN'], supplies: lasting(101, '2026-11-22') },
    says: [['duplicate-of-supply', 'caution', 'line-1']],
  },
  {
    title: 'warns of one that lasts a day longer',
    told: { lines: ['ROSUVASTATIN'], supplies: lasting(101, '2026-11-23') },
    says: [['duplicate-of-supply', 'caution', 'line-1']],
  },
  {
    title: 'is silent of one that ended the day before',
    told: { lines: ['ROSUVASTATIN'], supplies: lasting(101, '2026-11-21') },
    says: [],
  },
  {
    title: 'warns of a medicine that is taken all the time',
    told: { lines: ['ROSUVASTATIN'], record: record({ medicines: ['ATORVASTATIN'] }) },
    says: [['duplicate-of-standing', 'caution', 'line-1']],
  },
  {
    title: 'is silent of the standing medicine itself',
    told: { lines: ['ATORVASTATIN'], record: record({ medicines: ['ATORVASTATIN'] }) },
    says: [],
  },
  {
    title: 'tells once of what supply and record both know',
    told: {
      lines: ['ROSUVASTATIN'],
      supplies: lasting(101, '2026-12-08'),
      record: record({ medicines: ['ATORVASTATIN'] }),
    },
    says: [['duplicate-of-supply', 'caution', 'line-1']],
  },
  {
    title: 'says that nobody was asked of supplies',
    told: { lines: ['ATORVASTATIN'], supplies: [] },
    says: [['medicines-unknown', 'note', 'line-1']],
  },
  {
    title: 'says that one place did not answer, and warns of what another knows',
    told: {
      lines: ['ROSUVASTATIN'],
      supplies: [...lasting(101, '2026-12-08'), unknown('never-synced', 'centre')],
    },
    says: [
      ['duplicate-of-supply', 'caution', 'line-1'],
      ['medicines-unknown', 'note', 'line-1'],
    ],
  },
  {
    title: 'says that the record was not read',
    told: { lines: ['ATORVASTATIN'], record: unknown('unreadable', 'card') },
    says: [['medicines-unknown', 'note', 'line-1']],
  },
  {
    title: 'says that a standing medicine is none of the pack',
    told: { lines: ['ATORVASTATIN'], record: record({ medicines: ['CARD-777'] }) },
    says: [['medicines-unknown', 'note', 'line-1']],
  },
];
