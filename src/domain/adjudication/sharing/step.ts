import type { Money } from '../../money.ts';
import type { LineBase, Subject } from '../check.ts';
import type { MoneyStep } from '../decision.ts';

/** A payable amount while it is shared; after every step the two add up to it. */
export interface Share {
  readonly insurer: Money;
  readonly member: Money;
}

/** One step of sharing, in the order in which a contract is read. */
export interface SharingStep<Asked = unknown> {
  /** Under this name it stands in the arithmetic that is shown. */
  readonly step: MoneyStep['step'];
  /** What the contract asks of the item under the plan, looked up once for both; null: nothing, and it costs nothing. */
  asks(subject: Subject): Asked | null;
  /** What it moves from the insurer's part to the member's, in minor units; negative: back. Never more than is there. */
  moves(share: Share, asked: NoInfer<Asked>, base: LineBase): Money;
  /** The terms that it shows beside its amount. */
  shown(asked: NoInfer<Asked>, base: LineBase): MoneyStep['shown'];
}

/** Declares a step: what it asks becomes a type. */
export const sharingStep = <Asked>(step: SharingStep<Asked>): SharingStep => step;
