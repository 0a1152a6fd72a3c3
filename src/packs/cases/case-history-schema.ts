import { z } from 'zod';
import { type Amount, diagnoses, diagnosis, period, place } from './case-parts.ts';
import { atLeastOne, code, count, date, listOf, shaped } from './case-scalars.ts';

const event = {
  date,
  item: code,
  quantity: atLeastOne.nullable(),
  provider: code.nullable().default(null),
};

const service = shaped(
  {
    ...event,
    place: place.nullable().default({}),
    modifier: code.nullable().default(null),
    clinician: shaped(
      { licence: code.default('-'), specialty: code },
      'who treated as an object with licence and specialty',
    ).exactOptional(),
    diagnosis: diagnosis.exactOptional(),
    episode: code.exactOptional(),
  },
  'a service as an object with date, item and quantity',
);

const supply = shaped(
  { ...event, days: atLeastOne.nullable() },
  'a supply as an object with date, item, quantity and days',
);

const prescribed = shaped(
  { item: code, quantity: atLeastOne, filled: count.nullable() },
  'an ordered medicine as an object with item, quantity and filled',
);

const prescription = shaped(
  {
    id: code,
    date,
    validDays: count.nullable().default(null),
    prescriberLicence: code.nullable(),
    diagnoses: diagnoses.default([]),
    episode: code.exactOptional(),
    lines: listOf(prescribed, 100, 'ordered medicines').min(1, 'write at least one medicine'),
  },
  'a prescription as an object with id, date, prescriberLicence and lines',
);

const approvalIn = (amount: Amount) =>
  shaped(
    {
      id: code,
      item: code,
      provider: code.nullable().default(null),
      bornOn: date.exactOptional(),
      from: date,
      to: date,
      quantity: count.nullable().default(null),
      amount: amount.nullable().default(null),
      waives: listOf(code, 100, 'check ids').default([]),
    },
    'an approval as an object with id, item, from and to',
  );

const enrolment = shaped(
  {
    programme: code,
    from: date,
    to: date.nullable(),
    provider: code.nullable().default(null),
    medicines: listOf(
      shaped(
        { item: code, monthly: atLeastOne, nextOn: date.nullable().default(null) },
        'a medicine as an object with item and monthly',
      ),
      100,
      'medicines, each with item and monthly',
    ),
  },
  'an enrolment as an object with programme, from, to and medicines',
);

const listed = shaped(
  { name: code.default('-'), idNumber: code },
  'a listed collector as an object with name and idNumber',
);

const specialUse = shaped(
  { number: code, date, item: code, provider: code.nullable().default(null) },
  'a use as an object with number, date and item',
);
const recall = shaped({ item: code, batch: code }, 'a recall as an object with item and batch');

/** What was before the claim; null is not known. */
export const historyIn = (amount: Amount) =>
  shaped(
    {
      since: date.nullable().default(null),
      services: listOf(service, 2000, 'services').nullable().optional(),
      supplies: listOf(supply, 500, 'supplies').nullable().optional(),
      prescriptions: listOf(prescription, 100, 'prescriptions').nullable().optional(),
      approvals: listOf(approvalIn(amount), 100, 'approvals').nullable().optional(),
      enrolments: listOf(enrolment, 50, 'enrolments').nullable().optional(),
      collectors: listOf(listed, 50, 'listed collectors').nullable().optional(),
      recalls: listOf(recall, 500, 'recalls').nullable().optional(),
      specialUses: listOf(specialUse, 500, 'uses').nullable().optional(),
    },
    'the history as an object with services, supplies, prescriptions and approvals',
  );

/** A number is a count, text an amount: which of them a ceiling holds, the pack says. */
export const useIn = (amount: Amount) =>
  shaped(
    {
      ceiling: code,
      used: z
        .union(
          [
            count.transform((value) => ({ kind: 'count', value }) as const),
            amount.transform((value) => ({ kind: 'money', value }) as const),
          ],
          'write an amount as text, such as "120.00", or a count as a whole number',
        )
        .nullable(),
      period: period.optional(),
      course: code.optional(),
    },
    'a use as an object with ceiling and used',
  );
