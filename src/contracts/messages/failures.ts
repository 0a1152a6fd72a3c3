import type { FailureCode } from '#domain/failures.ts';
import { cardFailures } from './failures/card.ts';
import { claimFailures } from './failures/claims.ts';
import { peopleFailures } from './failures/people.ts';
import { requestFailures } from './failures/requests.ts';
import { shellFailures } from './failures/shells.ts';
import { storeFailures } from './failures/store.ts';
import { syncFailures } from './failures/sync.ts';
import type { FailureText } from './failures/text.ts';
import { visitFailures } from './failures/visit.ts';

/** Each failure in both languages. Placeholders are the names of the failure's own facts. */
export const failureTexts: Readonly<Record<FailureCode, FailureText>> = {
  ...cardFailures,
  ...storeFailures,
  ...syncFailures,
  ...peopleFailures,
  ...visitFailures,
  ...requestFailures,
  ...claimFailures,
  ...shellFailures,
};
