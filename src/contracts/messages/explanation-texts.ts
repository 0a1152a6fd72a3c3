import type { TermKind } from '#domain/adjudication/arithmetic.ts';
import type { Text } from './language.ts';

/** The terms of a line's sum; values in braces are the term's own. */
export const termTexts: Readonly<Record<TermKind, Text>> = {
  claimed: { ar: 'المطالَب به: {quantity} × {unitPrice}', en: 'Claimed: {quantity} × {unitPrice}' },
  'tax-claimed': { ar: 'الضريبة عليه', en: 'Tax on it' },
  unpriced: { ar: 'بلا سعر معروف', en: 'Without a known price' },
  'above-list': {
    ar: 'فوق سعر اللائحة {listPrice}، على الجهة الطبية',
    en: 'Above the list price of {listPrice}, provider bears',
  },
  'above-price': {
    ar: 'فوق السعر المسموح {price}، على الجهة الطبية',
    en: 'Above the allowed price of {price}, provider bears',
  },
  'units-beyond': {
    ar: 'وحدات لا يُدفع ثمنها، على الجهة الطبية',
    en: 'Units that are not paid for, provider bears',
  },
  included: {
    ar: 'يشمله سعر آخر، على الجهة الطبية',
    en: 'Contained in another price, provider bears',
  },
  lowered: {
    ar: 'لا يدفعه العقد، على الجهة الطبية',
    en: 'Not paid by the contract, provider bears',
  },
  'lowered-own': {
    ar: 'لا يدفعه العقد، على المريض بتوقيعه',
    en: 'Not paid by the contract, patient pays as signed',
  },
  'lowered-unsigned': {
    ar: 'لا يدفعه العقد ولم يوقّع المريض، على الجهة الطبية',
    en: 'Not paid by the contract and not signed for, provider bears',
  },
  'tax-unpaid': {
    ar: 'ضريبة لا تُدفع، على الجهة الطبية',
    en: 'Tax that is not paid, provider bears',
  },
  'tax-member': { ar: 'ضريبة على المريض', en: 'Tax, patient bears' },
  'other-payers': { ar: 'دفعه غير المؤمِّن', en: 'Paid by others' },
  'own-units': {
    ar: 'وحدات فوق ما يمنحه العقد، على المريض',
    en: 'Units beyond what the contract grants, patient pays',
  },
  'declined-provider': { ar: 'مرفوض، على الجهة الطبية', en: 'Declined, provider bears' },
  'declined-member': { ar: 'مرفوض، على المريض', en: 'Declined, patient pays' },
  'until-approved': { ar: 'خارج المجموع حتى الموافقة', en: 'Outside the total until approved' },
  deductible: { ar: 'من مبلغ التحمّل {limit}', en: 'Of the deductible of {limit}' },
  'co-payment': { ar: 'من المبلغ الثابت {limit}', en: 'Of the fixed co-payment of {limit}' },
  'co-payment-episode': {
    ar: 'من المبلغ الثابت {limit} عن الحالة المرضية',
    en: 'Of the fixed co-payment of {limit} an episode',
  },
  'co-payment-prescription': {
    ar: 'من المبلغ الثابت {limit} عن الوصفة',
    en: 'Of the fixed co-payment of {limit} a prescription',
  },
  'out-of-pocket': {
    ar: 'فوق أقصى ما يدفعه المريض {limit}، على المؤمِّن',
    en: 'Above the most that the patient pays, {limit}: insurer bears',
  },
  'member-share': { ar: 'حصة المريض', en: 'Patient’s share' },
  'above-reference': {
    ar: 'فوق السعر المرجعي، على المريض بتوقيعه',
    en: 'Above the reference price, patient pays as signed',
  },
  'above-reference-unsigned': {
    ar: 'فوق السعر المرجعي دون توقيع المريض، على الجهة الطبية',
    en: 'Above the reference price without a signature, provider bears',
  },
  'over-ceiling': {
    ar: 'فوق السقف، على المريض بتوقيعه',
    en: 'Above the ceiling, patient pays as signed',
  },
  'over-ceiling-unsigned': {
    ar: 'فوق السقف دون توقيع المريض، على الجهة الطبية',
    en: 'Above the ceiling without a signature, provider bears',
  },
};

/** The frame of an explanation in words. */
export const explanationTexts = {
  claim: { ar: 'المطالبة {claim}: {outcome}', en: 'Claim {claim}: {outcome}' },
  line: { ar: '{number}. {item}: {outcome}', en: '{number}. {item}: {outcome}' },
  lineOn: {
    ar: '{number}. {item}، {day}: {outcome}',
    en: '{number}. {item}, {day}: {outcome}',
  },
  quoted: { ar: '{reference}: «{text}»', en: '{reference}: “{text}”' },
  nearest: { ar: 'أقرب تغيير يُقبل: {change}', en: 'Nearest change that passes: {change}' },
  substitute: { ar: 'أعطِ بدلاً منه: {item}', en: 'Give this instead: {item}' },
  notExchangeable: {
    ar: 'لا يُعطى {item} بدلاً منه من دون وصفة جديدة: الهامش العلاجي ضيّق',
    en: '{item} is not given in its place without a new prescription: the therapeutic index is narrow',
  },
  arithmetic: { ar: 'الحساب', en: 'Arithmetic' },
  insurer: { ar: 'يبقى على المؤمِّن', en: 'Left to the insurer' },
  checks: { ar: 'الفحوص', en: 'Checks' },
  check: { ar: '{check}: {outcome} ({mode})', en: '{check}: {outcome} ({mode})' },
  fact: { ar: '{name}: {value} ({source})', en: '{name}: {value} ({source})' },
  dated: { ar: '{source}، {moment}، العمر {age}', en: '{source}, {moment}, {age} old' },
  waived: { ar: 'تتجاوزه الموافقة {approval}', en: 'set aside by approval {approval}' },
  totals: { ar: 'المجموع', en: 'Totals' },
} as const satisfies Record<string, Text>;

export const totalTexts = {
  claimed: { ar: 'المطالَب به', en: 'Claimed' },
  insurer: { ar: 'على المؤمِّن', en: 'Insurer' },
  memberShare: { ar: 'حصة المريض', en: 'Patient’s share' },
  memberPrivate: { ar: 'على المريض خارج التغطية', en: 'Patient’s own' },
  providerWriteOff: { ar: 'على الجهة الطبية', en: 'Provider bears' },
  otherPayers: { ar: 'دفعه غير المؤمِّن', en: 'Paid by others' },
} as const satisfies Record<string, Text>;
