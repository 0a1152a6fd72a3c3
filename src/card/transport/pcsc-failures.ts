import { type Failure, failure } from '#domain/failures.ts';

/** What the native binding's error texts mean; it has no codes. */
export function failureOfPcsc(error: unknown, reader: string): Failure {
  const text = error instanceof Error ? error.message : String(error);
  return meanings[text]?.(reader) ?? failure('reader-lost', { reader });
}

/** Texts after which nobody can tell yet whether the card, the reader or the line failed. */
export const isUnclear = (error: unknown): boolean =>
  error instanceof Error && unclearTexts.includes(error.message);

const unclearTexts = [
  'Transaction failed',
  'Communication error',
  'Internal error',
  'Invalid handle',
  'Unknown PC/SC error',
];

const serviceAbsent = () => failure('reader-service-absent');
const readerLost = (reader: string) => failure('reader-lost', { reader });
const mute = () => failure('card-mute');

const meanings: Readonly<Record<string, (reader: string) => Failure>> = {
  'PC/SC service not running': serviceAbsent,
  'PC/SC service stopped': serviceAbsent,
  'Context is not valid': serviceAbsent,
  'Communication error': serviceAbsent,
  'No readers available': () => failure('reader-absent'),
  'Unknown reader': readerLost,
  'Reader unavailable': readerLost,
  'Reader not ready': readerLost,
  'Invalid handle': readerLost,
  'No smart card present': () => failure('card-absent'),
  'Card was removed': () => failure('card-removed'),
  'Card is not connected': () => failure('card-removed'),
  'Card was reset': () => failure('card-reset'),
  'Sharing violation': () => failure('card-busy'),
  'Card is unresponsive': mute,
  'Card is unpowered': mute,
  'Card is not supported': mute,
  'Protocol mismatch': mute,
  'Transaction failed': mute,
  'Insufficient buffer': () => failure('card-answer-malformed', { step: 'transmit' }),
};
