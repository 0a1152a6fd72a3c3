import { z } from 'zod';
import { collectorSchema } from '#contracts/presence.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { claimIn } from './case-claim-schema.ts';
import { historyIn, useIn } from './case-history-schema.ts';
import { type Amount, otherCover } from './case-parts.ts';
import {
  amountIn,
  birthDate,
  code,
  count,
  date,
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
    planSince: date.nullable().optional(),
    family: code.nullable().optional(),
    otherCovers: listOf(
      shaped({ ...otherCover, from: date, to: date.nullable() }, 'another cover as an object'),
      20,
      'other covers, each with insurer, pays, from and to',
    )
      .nullable()
      .optional(),
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
    pin: z.enum(['verified', 'wanted', 'blocked', 'not-set']).nullable().optional(),
    signedAt: instant.optional(),
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
    proofs: raw,
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
