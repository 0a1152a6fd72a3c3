import type { FactUsed } from '../adjudication/evidence.ts';
import type { Instant } from '../dates.ts';
import type { Shown } from '../facts.ts';
import type { Bilingual } from '../people.ts';
import type { ClinicalInput } from './clinical-input.ts';
import type { CompiledClinical } from './compile-clinical.ts';
import type { AlertCode, AlertKindId } from './kinds/index.ts';
import type { Severity } from './terms.ts';

/** Something to think of before a medicine is given. It says nothing of cover and changes no decision. */
export interface ClinicalAlert {
  /** The same for the same medicines and cause, whatever the line: by it an alert is acknowledged. */
  readonly alertId: string;
  readonly kind: AlertKindId;
  readonly code: AlertCode;
  readonly severity: Severity;
  /** The lines that it is about, in the claim's order. */
  readonly lineIds: readonly string[];
  /** Values that the code's sentence shows, by placeholder. */
  readonly shown: Readonly<Record<string, Shown>>;
  readonly facts: readonly FactUsed[];
  /** What the pack's list says of it; null where the house words it alone. */
  readonly warning: { readonly text: Bilingual; readonly management: Bilingual } | null;
}

/** What a kind found; its id and the kind's own make the alert's. */
export interface Found<Code extends string = string> extends Omit<ClinicalAlert, 'kind' | 'code'> {
  readonly code: Code;
}

export interface ClinicalContext {
  readonly input: ClinicalInput;
  readonly pack: CompiledClinical;
}

/** A kind of alert: one question about the medicines of a claim. */
export interface AlertKind<Code extends string = string, Id extends string = string> {
  readonly id: Id;
  /** Every code that it can give; `find` may give no other. */
  readonly codes: readonly Code[];
  find(context: ClinicalContext): readonly Found<NoInfer<Code>>[];
}

/** Declares a kind: its id and its codes become types. */
export const alertKind = <const Code extends string, const Id extends string>(
  kind: AlertKind<Code, Id>,
): AlertKind<Code, Id> => kind;

/** Why an alert is no obstacle; `other` needs words of one's own. */
export const acknowledgementReasons = [
  'benefit-outweighs',
  'agreed-with-prescriber',
  'tolerated-before',
  'will-be-monitored',
  'replaces-other',
  'record-wrong',
  'other',
] as const;
export type AcknowledgementReason = (typeof acknowledgementReasons)[number];

/** Somebody who may, saw the alert and answers for going on. */
export interface Acknowledgement {
  readonly alertId: string;
  readonly reason: AcknowledgementReason;
  /** Null: nothing was added. */
  readonly note: string | null;
  readonly at: Instant;
  readonly userId: string;
}

/** The alerts of what was saved, with what they looked at and who acknowledged them: found again, they are the same. */
export interface ClinicalRecord {
  readonly input: ClinicalInput;
  readonly alerts: readonly ClinicalAlert[];
  readonly acknowledgements: readonly Acknowledgement[];
}

/** The alerts that somebody still has to acknowledge before anything is saved. */
export const listUnacknowledged = (
  alerts: readonly ClinicalAlert[],
  acknowledgements: readonly Acknowledgement[],
): readonly ClinicalAlert[] =>
  alerts.filter(
    ({ severity, alertId }) =>
      severity !== 'note' && !acknowledgements.some((one) => one.alertId === alertId),
  );
