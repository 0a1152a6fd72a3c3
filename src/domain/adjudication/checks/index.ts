import type { ClaimCheck, LineCheck } from '../check.ts';
import { cardStatus } from './card-status.ts';
import { careSetting } from './care-setting.ts';
import { ceilings } from './ceilings.ts';
import { chronicProgramme } from './chronic-programme.ts';
import { clock } from './clock.ts';
import { coInsurance } from './co-insurance.ts';
import { collector } from './collector.ts';
import { conditions } from './conditions.ts';
import { controlled } from './controlled.ts';
import { coordination } from './coordination.ts';
import { cover } from './cover.ts';
import { currency } from './currency.ts';
import { deductible } from './deductible.ts';
import { dental } from './dental.ts';
import { diagnosisAge } from './diagnosis-age.ts';
import { diagnosisCeiling } from './diagnosis-ceiling.ts';
import { diagnosisConditions } from './diagnosis-conditions.ts';
import { diagnosisCovered } from './diagnosis-covered.ts';
import { diagnosisSex } from './diagnosis-sex.ts';
import { duplicate } from './duplicate.ts';
import { episode } from './episode.ts';
import { frequency } from './frequency.ts';
import { freshness } from './freshness.ts';
import { globalPeriod } from './global-period.ts';
import { holderProof } from './holder-proof.ts';
import { identity } from './identity.ts';
import { itemAge } from './item-age.ts';
import { itemCovered } from './item-covered.ts';
import { itemDiagnosis } from './item-diagnosis.ts';
import { itemSex } from './item-sex.ts';
import { maternity } from './maternity.ts';
import { offlineLimits } from './offline-limits.ts';
import { optical } from './optical.ts';
import { outOfPocket } from './out-of-pocket.ts';
import { panelPrice } from './panel-price.ts';
import { prescription } from './prescription.ts';
import { price } from './price.ts';
import { priorApproval } from './prior-approval.ts';
import { providerEntitled } from './provider-entitled.ts';
import { quantity } from './quantity.ts';
import { referencePrice } from './reference-price.ts';
import { referral } from './referral.ts';
import { repeatWindow } from './repeat-window.ts';
import { tax } from './tax.ts';
import { waitingPeriod } from './waiting-period.ts';
import { withoutCard } from './without-card.ts';

/** Every check, in the order in which findings of equal weight are listed. */
export const checks = [
  identity,
  collector,
  withoutCard,
  holderProof,
  cardStatus,
  cover,
  currency,
  freshness,
  providerEntitled,
  careSetting,
  waitingPeriod,
  coordination,
  diagnosisCovered,
  diagnosisSex,
  diagnosisAge,
  diagnosisConditions,
  itemCovered,
  itemSex,
  itemAge,
  itemDiagnosis,
  maternity,
  dental,
  optical,
  referral,
  prescription,
  controlled,
  chronicProgramme,
  priorApproval,
  price,
  referencePrice,
  tax,
  duplicate,
  repeatWindow,
  quantity,
  frequency,
  episode,
  globalPeriod,
  panelPrice,
  ceilings,
  diagnosisCeiling,
  conditions,
  deductible,
  coInsurance,
  outOfPocket,
  offlineLimits,
  clock,
] as const satisfies readonly (ClaimCheck | LineCheck)[];
