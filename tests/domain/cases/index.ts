import type { CheckId } from '#domain/adjudication/reasons.ts';
import { deductibleCases, outOfPocketCases } from './borne.ts';
import { cardStatusCases } from './card-status.ts';
import type { Case } from './case.ts';
import { ceilingsCases } from './ceilings.ts';
import { chronicProgrammeCases } from './chronic-programme.ts';
import { collectorCases } from './collector.ts';
import { conditionsCases } from './conditions.ts';
import { controlledCases } from './controlled.ts';
import { coordinationCases } from './coordination.ts';
import { coverCases } from './cover.ts';
import { currencyCases } from './currency.ts';
import { dentalCases } from './dental.ts';
import { diagnosisCeilingCases } from './diagnosis-ceiling.ts';
import { diagnosisConditionsCases } from './diagnosis-conditions.ts';
import { diagnosisAgeCases, diagnosisCoveredCases, diagnosisSexCases } from './diagnosis-person.ts';
import { duplicateCases } from './duplicate.ts';
import { episodeCases } from './episode.ts';
import { frequencyCases } from './frequency.ts';
import { globalPeriodCases } from './global-period.ts';
import { holderProofCases } from './holder-proof.ts';
import { identityCases } from './identity.ts';
import { itemAgeCases, itemDiagnosisCases, itemSexCases } from './item-limits.ts';
import { coInsuranceCases, itemCoveredCases, priceCases } from './lines.ts';
import { maternityCases } from './maternity.ts';
import { clockCases, freshnessCases, offlineLimitsCases } from './offline.ts';
import { opticalCases } from './optical.ts';
import { panelPriceCases } from './panel-price.ts';
import {
  deductiblePlanChangeCases,
  diagnosisPlanChangeCases,
  maximumPlanChangeCases,
  planChangeCases,
  planOfDayCases,
} from './plan-changes.ts';
import { prescriptionCases } from './prescription.ts';
import { boundedPriceCases, referencePriceCases } from './prices.ts';
import { priorApprovalCases } from './prior-approval.ts';
import { careSettingCases, providerEntitledCases } from './provider-entitled.ts';
import { quantityCases } from './quantity.ts';
import { referralCases } from './referral.ts';
import { repeatWindowCases } from './repeat-window.ts';
import { taxCases } from './tax.ts';
import { waitingPeriodCases } from './waiting-period.ts';
import { withoutCardCases } from './without-card.ts';

/** The stories of every check: one without an entry does not compile. */
export const casesOf: Readonly<Record<CheckId, readonly Case[]>> = {
  identity: identityCases,
  collector: collectorCases,
  'without-card': withoutCardCases,
  'holder-proof': holderProofCases,
  'card-status': cardStatusCases,
  cover: [...coverCases, ...planOfDayCases],
  currency: currencyCases,
  freshness: freshnessCases,
  'provider-entitled': providerEntitledCases,
  'care-setting': careSettingCases,
  'waiting-period': waitingPeriodCases,
  coordination: coordinationCases,
  'diagnosis-covered': diagnosisCoveredCases,
  'diagnosis-sex': diagnosisSexCases,
  'diagnosis-age': diagnosisAgeCases,
  'diagnosis-conditions': diagnosisConditionsCases,
  'item-covered': itemCoveredCases,
  'item-sex': itemSexCases,
  'item-age': itemAgeCases,
  'item-diagnosis': itemDiagnosisCases,
  maternity: maternityCases,
  dental: dentalCases,
  optical: opticalCases,
  referral: referralCases,
  prescription: prescriptionCases,
  controlled: controlledCases,
  'chronic-programme': chronicProgrammeCases,
  'prior-approval': priorApprovalCases,
  price: [...priceCases, ...boundedPriceCases],
  'reference-price': referencePriceCases,
  tax: taxCases,
  duplicate: duplicateCases,
  'repeat-window': repeatWindowCases,
  quantity: quantityCases,
  frequency: frequencyCases,
  episode: episodeCases,
  'global-period': globalPeriodCases,
  'panel-price': panelPriceCases,
  ceilings: [...ceilingsCases, ...planChangeCases],
  'diagnosis-ceiling': [...diagnosisCeilingCases, ...diagnosisPlanChangeCases],
  conditions: conditionsCases,
  deductible: [...deductibleCases, ...deductiblePlanChangeCases],
  'co-insurance': coInsuranceCases,
  'out-of-pocket': [...outOfPocketCases, ...maximumPlanChangeCases],
  'offline-limits': offlineLimitsCases,
  clock: clockCases,
};
