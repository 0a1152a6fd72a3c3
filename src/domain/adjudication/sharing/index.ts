import type { Subject } from '../check.ts';
import { coInsurance } from './co-insurance.ts';
import { coPayment } from './co-payment.ts';
import { deductible } from './deductible.ts';
import { outOfPocket } from './out-of-pocket.ts';
import type { SharingStep } from './step.ts';

/** The steps by which what is payable is shared, in the contract's order: each begins where the one before ended. */
export const sharingSteps: readonly SharingStep[] = [
  deductible,
  coPayment,
  coInsurance,
  outOfPocket,
];

/** A step with what the contract asks of it. */
export interface SharingPoint {
  readonly step: SharingStep;
  readonly asked: unknown;
}

/** The steps that a contract asks of an item under a plan; those that it does not ask are not taken. */
export const sharingOf = (subject: Subject): readonly SharingPoint[] =>
  // Without a rule of the plan nobody knows how it is shared.
  subject.rule === null
    ? []
    : sharingSteps.flatMap((step) => {
        const asked = step.asks(subject);
        return asked === null ? [] : [{ step, asked }];
      });
