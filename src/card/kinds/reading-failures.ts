import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { OtherCardReading } from './card-kind.ts';

/** A file of such a card that does not hold what its specification says. */
export const malformed = (file: string, why: string): Result<never, Failure> =>
  failWith(failure('card-record-malformed', { file, why }));

/** The reading, if it says who this is: a number and a name. */
export function asReading(
  file: string,
  reading: Omit<OtherCardReading, 'holderNumber' | 'cardNumber'> & {
    readonly holderNumber: string | null | undefined;
    readonly cardNumber?: string | null | undefined;
  },
): Result<OtherCardReading, Failure> {
  const { cardNumber, holderNumber, names } = reading;
  if (holderNumber == null || !/^[0-9A-Z]{5,20}$/.test(holderNumber)) {
    return malformed(file, 'number');
  }
  const written = names.filter(({ text }) => text !== '');
  if (written.length === 0) return malformed(file, 'name');
  const ownNumber = cardNumber == null || cardNumber === '' ? holderNumber : cardNumber;
  return succeed({ ...reading, holderNumber, cardNumber: ownNumber, names: written });
}
