import type { AdjudicationInput } from '../adjudication/input.ts';
import type { Claim, ClaimLine } from '../claims.ts';
import { type Fact, known } from '../facts.ts';
import type { Person } from '../people.ts';

/** What a card says for emergencies, as far as a medicine may do harm. */
export interface MedicalRecord {
  readonly allergies: readonly Allergy[];
  /** Codes of the items that the person takes all the time; one that the pack does not have is not known. */
  readonly medicines: readonly string[];
  /** Its writer is known: what it leaves out may be believed. */
  readonly isVerified: boolean;
}

export interface Allergy {
  readonly to: 'substance' | 'class';
  /** An ATC code or the beginning of one, else a name as it was written. */
  readonly name: string;
}

/** A medicine that is claimed or ordered. */
export type AlertedLine = Pick<ClaimLine, 'lineId' | 'itemCode'>;

/** Everything that clinical alerts look at; events carry it whole, so that they can be found again. */
export interface ClinicalInput
  extends Pick<AdjudicationInput, 'decidedAt' | 'insteadOfCard' | 'unverified' | 'supplies'> {
  readonly person: Pick<Person, 'birth' | 'sex'> | null;
  readonly claim: Pick<Claim, 'serviceDate' | 'pregnancy'> & {
    readonly lines: readonly AlertedLine[];
  };
  /** Known null: the card has none. */
  readonly record: Fact<MedicalRecord | null>;
}

/** Of what the engine is given, what alerts look at; with the medicines that are ordered beside the claim. */
export function clinicalInputOf(
  input: AdjudicationInput,
  record: Fact<MedicalRecord | null>,
  ordered: readonly AlertedLine[] = [],
): ClinicalInput {
  const { decidedAt, insteadOfCard, unverified, person, claim } = input;
  const { serviceDate, pregnancy } = claim;
  return {
    decidedAt,
    ...(insteadOfCard === undefined ? {} : { insteadOfCard }),
    ...(unverified === undefined ? {} : { unverified }),
    person: person === null ? null : { birth: person.birth, sex: person.sex },
    claim: {
      serviceDate,
      ...(pregnancy === undefined ? {} : { pregnancy }),
      lines: [...claim.lines, ...ordered].map(({ lineId, itemCode }) => ({ lineId, itemCode })),
    },
    supplies: input.supplies.map((fact) =>
      fact.known
        ? known(
            // A supply lasts through its last day.
            fact.value.filter(({ endsOn }) => endsOn >= serviceDate),
            fact.source,
            fact.asOf,
          )
        : fact,
    ),
    record,
  };
}
