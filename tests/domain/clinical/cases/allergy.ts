import { unknown } from '#domain/facts.ts';
import { allergicTo, clinicalPack, record } from '../builders.ts';
import type { AlertCase } from './case.ts';

const to = (name: string, lines: readonly string[], kind?: 'class') => ({
  lines,
  record: allergicTo(name, kind),
});

export const allergyCases: readonly AlertCase[] = [
  { title: 'is silent without an allergy', told: { lines: ['AMOXICILLIN'] }, says: [] },
  { title: 'is silent of services', told: to('J01CA04', ['CONSULTATION']), says: [] },
  {
    title: 'rules out the substance itself',
    told: to('J01CA04', ['AMOXICILLIN']),
    says: [['allergy-substance', 'contraindicated', 'line-1']],
  },
  {
    title: 'rules out what contains the substance beside another',
    told: to('J01CA04', ['CO-AMOXICLAV']),
    says: [['allergy-substance', 'contraindicated', 'line-1']],
  },
  {
    title: 'warns of another substance of the same group',
    told: to('J01CA04', ['AMPICILLIN']),
    says: [['allergy-related', 'serious', 'line-1']],
  },
  {
    title: 'warns of another group of the class, as the pack names it',
    told: to('J01CR02', ['AMPICILLIN']),
    says: [['allergy-related', 'serious', 'line-1']],
  },
  {
    title: 'warns of what the pack says the class extends to',
    told: to('J01CA04', ['CEFIXIME']),
    says: [['allergy-crossing', 'caution', 'line-1']],
  },
  {
    title: 'is silent of a group that is not near',
    told: to('J01CA04', ['AZITHROMYCIN']),
    says: [],
  },
  {
    title: 'rules out a whole class by the beginning of its code, line by line',
    told: to('J01C', ['AMOXICILLIN', 'AZITHROMYCIN', 'AMPICILLIN', 'CEFIXIME'], 'class'),
    says: [
      ['allergy-class', 'contraindicated', 'line-1'],
      ['allergy-class', 'contraindicated', 'line-3'],
      ['allergy-crossing', 'caution', 'line-4'],
    ],
  },
  {
    title: 'takes a class within the pack’s for near to the rest of it',
    told: to('J01CA', ['CO-AMOXICLAV', 'AMPICILLIN'], 'class'),
    says: [
      ['allergy-class', 'contraindicated', 'line-2'],
      ['allergy-related', 'serious', 'line-1'],
    ],
  },
  {
    title: 'knows a class by what people call it, in capitals or not',
    told: to('PENICILLIN', ['AMOXICILLIN', 'CEFIXIME']),
    says: [
      ['allergy-class', 'contraindicated', 'line-1'],
      ['allergy-crossing', 'caution', 'line-2'],
    ],
  },
  {
    title: 'knows a class by its Arabic name',
    told: to('بنسلين', ['AMOXICILLIN'], 'class'),
    says: [['allergy-class', 'contraindicated', 'line-1']],
  },
  {
    title: 'knows a substance by its name',
    told: to('Ibuprofen', ['IBUPROFEN', 'NAPROXEN', 'DICLOFENAC']),
    says: [
      ['allergy-substance', 'contraindicated', 'line-1'],
      ['allergy-related', 'serious', 'line-2'],
    ],
  },
  {
    title: 'says of a name that the pack does not know that nothing was compared',
    told: to('فول سوداني', ['AMOXICILLIN', 'IBUPROFEN']),
    says: [['allergy-uncompared', 'note', 'line-1', 'line-2']],
  },
  {
    title: 'says that a record was not read',
    told: { lines: ['AMOXICILLIN'], record: unknown('unreadable', 'card') },
    says: [['allergies-unknown', 'note', 'line-1']],
  },
  {
    title: 'says that the card has no record',
    told: { lines: ['AMOXICILLIN'], record: null },
    says: [['allergies-unrecorded', 'note', 'line-1']],
  },
  {
    title: 'believes an unverified record what it states, not what it leaves out',
    told: {
      lines: ['AMOXICILLIN'],
      record: { ...allergicTo('J01CA04'), isVerified: false },
    },
    says: [
      ['allergy-substance', 'contraindicated', 'line-1'],
      ['allergies-unverified', 'note', 'line-1'],
    ],
  },
  {
    title: 'says that a medicine without a code was not compared',
    told: { lines: ['HERBAL', 'NO-SUCH-ITEM'], record: record() },
    says: [
      ['medicine-unclassified', 'note', 'line-1'],
      ['medicine-unclassified', 'note', 'line-2'],
    ],
  },
  {
    title: 'needs no lists of the pack for substance and class',
    told: to('J01C', ['AMOXICILLIN', 'CEFIXIME'], 'class'),
    pack: withoutLists(),
    says: [['allergy-class', 'contraindicated', 'line-1']],
  },
];

function withoutLists() {
  const { clinical, ...pack } = clinicalPack();
  return pack;
}
