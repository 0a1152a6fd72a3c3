import { z } from 'zod';
import { earlyReasons, encounterKinds } from '#domain/claims.ts';
import { type Amount, diagnoses, diagnosis, otherCover, place } from './case-parts.ts';
import {
  atLeastOne,
  code,
  count,
  date,
  dioptres,
  instant,
  listOf,
  shaped,
} from './case-scalars.ts';

const lineIn = (amount: Amount) =>
  shaped(
    {
      id: code.optional(),
      item: code,
      date: date.exactOptional(),
      quantity: atLeastOne.default(1),
      days: atLeastOne.nullable().default(null),
      unitPrice: amount.nullable().default(null),
      orderedAt: instant.exactOptional(),
      diagnoses: diagnoses.exactOptional(),
      place: place.exactOptional(),
      modifier: code.exactOptional(),
      consent: amount.optional(),
      paidByOther: amount.exactOptional(),
      tax: amount.exactOptional(),
      early: z.enum(earlyReasons).exactOptional(),
      prescription: code.exactOptional(),
      approval: code.exactOptional(),
      batch: shaped(
        { number: code, expiresOn: date },
        'the batch as an object with number and expiresOn',
      ).exactOptional(),
      controlled: shaped(
        { prescriptionNumber: code.exactOptional(), takerId: code.exactOptional() },
        'the hand-over as an object with prescriptionNumber and takerId',
      ).exactOptional(),
    },
    'a line as an object with item and quantity',
  );

const stay = shaped(
  { from: date, to: date, roomClass: code },
  'the stay as an object with from, to and roomClass',
);

const pregnancy = shaped(
  {
    lastPeriod: date.nullable(),
    delivery: z.enum(['vaginal', 'assisted', 'caesarean']).exactOptional(),
  },
  'the pregnancy as an object with lastPeriod, and delivery once the child is born; null where there is none',
);

const strength = dioptres.default(0);
const correction = shaped(
  {
    sphere: strength,
    cylinder: strength,
    axis: count.max(180, 'write at most 180').default(0),
    addition: strength,
  },
  'an eye as {"sphere": "-2.25", "cylinder": "-0.50", "axis": 90, "addition": "1.00"}, or null',
).nullable();
const eyes = { right: correction, left: correction };
const refraction = shaped(
  { ...eyes, before: shaped(eyes, 'the eyes before as {"right", "left"}').exactOptional() },
  'the eyes as {"right", "left", "before"}',
);

const referral = shaped(
  {
    fromSpecialty: code,
    licence: z.string().max(60).default(''),
    toSpecialty: code,
    on: date,
    validDays: count.nullable().default(null),
    diagnosis: diagnosis.nullable().default(null),
  },
  'the referral as an object with fromSpecialty, licence, toSpecialty and on',
);

/** What is asked for. */
export const claimIn = (amount: Amount) =>
  shaped(
    {
      id: code.default('claim'),
      date,
      currency: code.exactOptional(),
      encounter: z.enum(encounterKinds).default('outpatient'),
      diagnoses: diagnoses.default([]),
      accident: z.enum(['none', 'own', 'traffic', 'work', 'other-party']).exactOptional(),
      onset: date.exactOptional(),
      documents: listOf(z.enum(['referral', 'report']), 20, 'documents').exactOptional(),
      stay: stay.exactOptional(),
      pregnancy: pregnancy.nullable().exactOptional(),
      refraction: refraction.exactOptional(),
      referral: referral.exactOptional(),
      otherCover: shaped(otherCover, '{"insurer", "pays"}').nullable().exactOptional(),
      episode: code.exactOptional(),
      lines: listOf(lineIn(amount), 200, 'lines').min(1, 'write at least one line'),
    },
    'the claim as an object with date and lines',
  );
