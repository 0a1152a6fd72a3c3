import type { BirthDate, CalendarDate } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import type { OtherCardKind, WrittenName } from '#domain/other-cards.ts';
import type { Sex } from '#domain/people.ts';
import type { Result } from '#domain/result.ts';
import type { CardChannel } from '../transport/channel.ts';

/** One kind of health card beside MC-1. */
export interface CardKind {
  readonly kind: OtherCardKind;
  /** Its answers to reset, in lower-case hex. */
  readonly atr: RegExp;
  /** The command that a card of this kind answers with 9000, and after which it is read. */
  readonly selection: Uint8Array;
  /** The selection names this kind alone: then a card is recognised by it whatever its answer to reset is. */
  readonly isNamedBySelection: boolean;
  /** Reads what the card shows without secrets, once selected. Nothing that it says is authenticated. */
  read(channel: CardChannel): Promise<Result<OtherCardReading, Failure>>;
}

/** Who such a card says this is. */
export interface OtherCardReading {
  readonly kind: OtherCardKind;
  /** The holder's where the card has none of its own. */
  readonly cardNumber: string;
  /** By which the insurer's data may know the holder. */
  readonly holderNumber: string;
  /** As the card writes it, the holder's own script first; never empty. */
  readonly names: readonly WrittenName[];
  /** Null where the card does not say. */
  readonly birth: BirthDate | null;
  readonly sex: Sex;
  /** The card's own, both days included; null where the card does not say. */
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}
