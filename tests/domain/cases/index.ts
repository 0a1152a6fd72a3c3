import type { CheckId } from '#domain/adjudication/reasons.ts';
import { cardStatusCases } from './card-status.ts';
import type { Case } from './case.ts';
import { coverCases } from './cover.ts';
import { identityCases } from './identity.ts';
import { coInsuranceCases, itemCoveredCases, priceCases } from './lines.ts';
import { repeatWindowCases } from './repeat-window.ts';

/** The stories of every check: one without an entry does not compile. */
export const casesOf: Readonly<Record<CheckId, readonly Case[]>> = {
  identity: identityCases,
  'card-status': cardStatusCases,
  cover: coverCases,
  'item-covered': itemCoveredCases,
  price: priceCases,
  'repeat-window': repeatWindowCases,
  'co-insurance': coInsuranceCases,
};
