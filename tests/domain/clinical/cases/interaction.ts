import { supplies, supply } from '../../builders.ts';
import { clinicalPack, clinicalTerms, record } from '../builders.ts';
import type { AlertCase } from './case.ts';

const { clinical, ...withoutLists } = clinicalPack();

export const interactionCases: readonly AlertCase[] = [
  { title: 'is silent of one medicine', told: { lines: ['WARFARIN'] }, says: [] },
  {
    title: 'is silent of two that the list does not name',
    told: { lines: ['WARFARIN', 'AMOXICILLIN'] },
    says: [],
  },
  {
    title: 'tells of two lines',
    told: { lines: ['WARFARIN', 'IBUPROFEN'] },
    says: [['interaction', 'serious', 'line-1', 'line-2']],
  },
  {
    title: 'tells of them in the other order too',
    told: { lines: ['IBUPROFEN', 'WARFARIN'] },
    says: [['interaction', 'serious', 'line-1', 'line-2']],
  },
  {
    title: 'tells of each line that meets it',
    told: { lines: ['WARFARIN', 'IBUPROFEN', 'DICLOFENAC'] },
    says: [
      ['interaction', 'serious', 'line-1', 'line-2'],
      ['interaction', 'serious', 'line-1', 'line-3'],
    ],
  },
  {
    title: 'tells of a medicine that was supplied and lasts',
    told: { lines: ['IBUPROFEN'], supplies: [supplies([supply({ repeatCode: 104 })])] },
    says: [['interaction', 'serious', 'line-1']],
  },
  {
    title: 'tells of a medicine that is taken all the time',
    told: { lines: ['AZITHROMYCIN'], record: record({ medicines: ['ATORVASTATIN'] }) },
    says: [['interaction', 'caution', 'line-1']],
  },
  {
    title: 'is silent of a substance beside the listed one',
    told: { lines: ['AZITHROMYCIN'], record: record({ medicines: ['ROSUVASTATIN'] }) },
    says: [],
  },
  {
    title: 'is silent of two that the person takes and are not given now',
    told: {
      lines: ['AMOXICILLIN'],
      record: record({ medicines: ['WARFARIN', 'IBUPROFEN'] }),
    },
    says: [],
  },
  {
    title: 'says that the pack has no list',
    told: { lines: ['WARFARIN', 'IBUPROFEN'] },
    pack: withoutLists,
    says: [['interactions-unlisted', 'note', 'line-1']],
  },
  {
    title: 'says so of a list that is empty too',
    told: { lines: ['WARFARIN', 'IBUPROFEN'] },
    pack: clinicalPack({ clinical: { ...clinicalTerms, interactions: [] } }),
    says: [['interactions-unlisted', 'note', 'line-1']],
  },
  {
    title: 'does not miss the list where nothing could meet',
    told: { lines: ['WARFARIN'] },
    pack: withoutLists,
    says: [],
  },
];
