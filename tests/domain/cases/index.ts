import type { CheckId } from '#domain/adjudication/reasons.ts';
import { cardStatusCases } from './card-status.ts';
import type { Case } from './case.ts';
import { coverCases } from './cover.ts';
import {
  diagnosisAgeCases,
  diagnosisCeilingCases,
  diagnosisConditionsCases,
  diagnosisCoveredCases,
  diagnosisSexCases,
} from './diagnoses.ts';
import { identityCases } from './identity.ts';
import {
  duplicateCases,
  itemAgeCases,
  itemSexCases,
  prescriptionCases,
  priorApprovalCases,
} from './items.ts';
import {
  ceilingsCases,
  clockCases,
  frequencyCases,
  freshnessCases,
  offlineLimitsCases,
  quantityCases,
} from './limits.ts';
import { coInsuranceCases, itemCoveredCases, priceCases } from './lines.ts';
import { careSettingCases, providerEntitledCases, waitingPeriodCases } from './provider.ts';
import { repeatWindowCases } from './repeat-window.ts';

/** The stories of every check: one without an entry does not compile. */
export const casesOf: Readonly<Record<CheckId, readonly Case[]>> = {
  identity: identityCases,
  'card-status': cardStatusCases,
  cover: coverCases,
  freshness: freshnessCases,
  'provider-entitled': providerEntitledCases,
  'care-setting': careSettingCases,
  'waiting-period': waitingPeriodCases,
  'diagnosis-covered': diagnosisCoveredCases,
  'diagnosis-sex': diagnosisSexCases,
  'diagnosis-age': diagnosisAgeCases,
  'diagnosis-conditions': diagnosisConditionsCases,
  'item-covered': itemCoveredCases,
  'item-sex': itemSexCases,
  'item-age': itemAgeCases,
  prescription: prescriptionCases,
  'prior-approval': priorApprovalCases,
  price: priceCases,
  duplicate: duplicateCases,
  'repeat-window': repeatWindowCases,
  quantity: quantityCases,
  frequency: frequencyCases,
  ceilings: ceilingsCases,
  'diagnosis-ceiling': diagnosisCeilingCases,
  'co-insurance': coInsuranceCases,
  'offline-limits': offlineLimitsCases,
  clock: clockCases,
};
