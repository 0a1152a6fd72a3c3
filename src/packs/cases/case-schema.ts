import { z } from 'zod';
import { collectorSchema } from '#contracts/presence.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { earlyReasons } from '#domain/claims.ts';
import {
  amountIn,
  atLeastOne,
  birthDate,
  code,
  count,
  date,
  dioptres,
  instant,
  listOf,
  shaped,
  wordOr,
} from './case-scalars.ts';

/**
 * A claim with what is known around it, as somebody outside a terminal writes it; docs/adjudicate.md explains it.
 * Amounts become minor units of the pack's currency. Null where a fact may be unknown says that it is.
 */
export const caseSchema = (exponent: number) => {
  const amount = amountIn(exponent);
  const uses = listOf(useIn(amount), 500, 'uses of ceilings, each with ceiling and used');
  return shaped(
    {
      person: person.nullable(),
      provider,
      card: card.nullable().optional(),
      instead: instead.optional(),
      history: historyIn(amount).nullable().optional(),
      usage: uses.nullable().optional(),
      med: wordOr(
        z.literal('none'),
        med,
        'the record as an object with allergies and medicines; "none" when the card has none; null when it is not known',
      )
        .nullable()
        .optional(),
      claim: claimIn(amount),
      terminal: terminalIn(amount).optional(),
      facts: facts.optional(),
    },
    'an object with person, provider and claim',
  );
};

export type Case = z.output<ReturnType<typeof caseSchema>>;

type Amount = ReturnType<typeof amountIn>;

const period = shaped({ from: date, to: date.nullable() }, 'a period as {"from", "to"}');

const otherCover = { insurer: code, pays: z.enum(['first', 'second']) };

const cover = shaped(
  {
    plan: code,
    policyNumber: code.default('-'),
    relationship: z.enum(['self', 'spouse', 'child', 'parent', 'other']).default('self'),
    status: z.enum(['active', 'suspended', 'cancelled']).default('active'),
    from: date,
    to: date.nullable(),
    memberFrom: date.optional(),
    memberTo: date.nullable().optional(),
    insuredSince: date.optional(),
    family: code.optional(),
    otherCovers: listOf(
      shaped({ ...otherCover, from: date, to: date.nullable() }, 'another cover as an object'),
      20,
      'other covers, each with insurer, pays, from and to',
    ).optional(),
  },
  'the cover as an object',
);

const memberNumber = 'write the number as 1 to 20 digits in quotes, such as "1042778155"';

const person = shaped(
  {
    memberNumber: z.string(memberNumber).regex(/^\d{1,20}$/, memberNumber),
    nameAr: z.string().min(1).max(120).default('-'),
    nameLatin: z.string().min(1).max(120).default('-'),
    birthDate: birthDate.nullable(),
    sex: z.enum(['male', 'female', 'unknown', 'not-applicable']).nullable(),
    unverified: listOf(z.enum(['sex', 'birth']), 2, '"sex" and "birth"').optional(),
    cover: wordOr(
      z.literal('none'),
      cover,
      'the cover as an object with plan, from and to; "none" when the insurer has no such member; null when it is not known',
    ).nullable(),
  },
  'the person as an object with memberNumber, birthDate, sex and cover; null when nobody is identified',
);

const clinician = shaped(
  {
    name: code.default('-'),
    licence: code.default('-'),
    specialty: code,
  },
  'the clinician as an object with specialty, and name and licence where known',
);

const provider = wordOr(
  code,
  shaped({ id: code, clinician: clinician.optional() }, '{"id", "clinician"}'),
  'the provider’s code, such as "SY-DAM-0031", or {"id", "clinician"}',
);

const blocked = shaped(
  { why: z.enum(['lost', 'stolen', 'replaced', 'cancelled', 'fraud']), since: instant },
  'the block as an object',
);

const card = shaped(
  {
    proof: z.enum(['genuine', 'copy-suspected', 'forged', 'issuer-unknown', 'none']).optional(),
    number: code.nullable().optional(),
    from: date.optional(),
    to: date.nullable().optional(),
    holder: wordOr(
      z.enum(['confirmed', 'not-yet', 'refused']),
      shaped({ collectedBy: collectorSchema }, 'who collects'),
      'confirmed, not-yet or refused, or {"collectedBy": {"name", "relationship", "idNumber"}}',
    ).optional(),
    blocked: z
      .union([z.literal(false), blocked])
      .nullable()
      .optional(),
  },
  'the card as an object, or null when none was presented',
);

/** What stands in place of the person's own card. */
const instead = wordOr(
  z.enum(['forgotten', 'broken', 'emergency', 'newborn']),
  shaped(
    {
      guardian: shaped(
        {
          memberNumber: code,
          policyNumber: code.nullable().default(null),
          family: code.nullable().default(null),
        },
        'the guardian as an object with memberNumber, policyNumber and family',
      ),
    },
    '{"guardian": {"memberNumber", "policyNumber", "family"}}',
  ),
  'forgotten, broken, emergency or newborn, or {"guardian": {"memberNumber", "policyNumber", "family"}}',
);

const raw = z.unknown().optional();
/** The engine's own input, by its fields, as it is. */
const facts = shaped(
  {
    eventId: raw,
    decidedAt: raw,
    claim: raw,
    person: raw,
    card: raw,
    holder: raw,
    membership: raw,
    hotlist: raw,
    supplies: raw,
    insteadOfCard: raw,
    unverified: raw,
    services: raw,
    prescriptions: raw,
    approvals: raw,
    enrolments: raw,
    collectors: raw,
    recalls: raw,
    specialUses: raw,
    usage: raw,
    offline: raw,
    clock: raw,
    rulesAsOf: raw,
  } satisfies Record<keyof AdjudicationInput, typeof raw>,
  'an object of the engine’s facts',
);

/** Bounded as on the card, and a little beyond: not every record comes from one. */
const med = shaped(
  {
    allergies: listOf(
      shaped(
        { to: z.enum(['substance', 'class']).default('substance'), name: code },
        'an allergy as an object with name, and to',
      ),
      50,
      'allergies',
    ),
    medicines: listOf(code, 50, 'codes of medicines').default([]),
    verified: z.boolean('write true or false').default(true),
    writtenOn: date.optional(),
  },
  'the record as an object with allergies and medicines',
);

const place = shaped(
  {
    site: code.exactOptional(),
    side: z.enum(['left', 'right', 'both']).exactOptional(),
    tooth: code.exactOptional(),
    surface: code.exactOptional(),
    session: count.exactOptional(),
  },
  'the place as an object with any of site, side, tooth, surface and session',
);

/** With or without its dot, in large or small letters; what is no ICD-10 code stays as it was written. */
const diagnosis = z
  .string('write an ICD-10 code as text, such as "E11.9"')
  .min(1)
  .max(20)
  .transform((text) => {
    const [, category, detail] = /^([A-Z]\d{2})(?:\.?([0-9A-Z]{1,4}))?$/i.exec(text) ?? [];
    if (category === undefined) return text;
    return (detail === undefined ? category : `${category}.${detail}`).toUpperCase();
  });
const diagnoses = listOf(diagnosis, 50, 'ICD-10 codes');

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

const historyIn = (amount: Amount) =>
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
const useIn = (amount: Amount) =>
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

const lineIn = (amount: Amount) =>
  shaped(
    {
      id: code.optional(),
      item: code,
      quantity: atLeastOne.default(1),
      days: atLeastOne.nullable().default(null),
      unitPrice: amount.nullable().default(null),
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
  { sphere: strength, cylinder: strength, axis: count.max(180).default(0), addition: strength },
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

const claimIn = (amount: Amount) =>
  shaped(
    {
      id: code.default('claim'),
      date,
      currency: code.exactOptional(),
      encounter: z.enum(['outpatient', 'inpatient', 'day-case', 'emergency']).default('outpatient'),
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

const terminalIn = (amount: Amount) => {
  const passed = shaped({ claims: count, amount }, 'an object with claims and amount');
  return shaped(
    {
      eventId: z.uuid('write a UUID').optional(),
      decidedAt: instant.optional(),
      coverAsOf: instant.optional(),
      blockedAsOf: instant.optional(),
      rulesAsOf: instant.nullable().optional(),
      lastCertainTime: instant.optional(),
      lastDayClose: date.nullable().default(null),
      online: z.boolean('write true or false').optional(),
      offline: shaped({ member: passed, terminal: passed }, 'an object with member and terminal')
        .nullable()
        .optional(),
    },
    'what the terminal knew as an object',
  );
};
