import type { RequestState } from '../claim-views.ts';
import type { Text } from './language.ts';

/** Texts of lines that are sent for approval: beside the line, in the list, and when the answer comes. */
export const requestTexts = {
  sendHint: {
    ar: 'يُرسل هذا البند وحده إلى المؤمِّن، وتمضي الزيارة من دونه.',
    en: 'This line goes to the insurer by itself, and the visit goes on without it.',
  },
  send: { ar: 'أرسل لطلب الموافقة', en: 'Send for approval' },
  sent: {
    ar: 'أُرسل بالطلب {request}. يظهر الجواب في المطالبات (F7).',
    en: 'Sent as request {request}. Its answer appears under Claims (F7).',
  },

  requests: { ar: 'طلبات الموافقة', en: 'Approval requests' },
  claimsAgain: { ar: 'المطالبات', en: 'Claims' },
  asked: { ar: 'طُلبت', en: 'Asked' },
  answer: { ar: 'الجواب', en: 'Answer' },
  none: { ar: 'لا طلبات موافقة بعد', en: 'No requests for approval yet' },
  noneHint: {
    ar: 'بند يحتاج موافقة يُرسل من الزيارة أو الصرف بالمفتاح F10.',
    en: 'A line that needs approval is sent from Visit or Dispense with F10.',
  },
  openRequest: { ar: 'الطلب المفتوح', en: 'Opened request' },
  chooseRequest: {
    ar: 'اختر طلباً لترى جوابه وأسبابه.',
    en: 'Choose a request to see its answer and why.',
  },
  request: { ar: 'الطلب', en: 'Request' },

  approvedUntil: { ar: 'موافَق عليه حتى {date}', en: 'Approved until {date}' },
  approvalNumber: { ar: 'رقم الموافقة', en: 'Approval number' },
  quantityLeft: { ar: 'بقي من الكمية', en: 'Quantity left' },
  amountLeft: { ar: 'بقي من المبلغ', en: 'Amount left' },
  ofGranted: { ar: '{left} من {granted}', en: '{left} of {granted}' },
  noLimit: { ar: 'بلا حد', en: 'no limit' },
  useIt: {
    ar: 'افتح زيارة للمنتفع وأضف البند: يُقبل بهذه الموافقة.',
    en: 'Open a visit for the member and add the line: it passes on this approval.',
  },
  refusedBecause: {
    ar: 'رُفض، والأسباب كما كتبها المركز',
    en: 'Refused, in the centre’s own words',
  },
  waits: { ar: 'لم يأتِ الجواب بعد', en: 'Not answered yet' },
  waitsHint: {
    ar: 'يصل الجواب وحده، ولا حاجة إلى إعادة الإرسال.',
    en: 'The answer comes by itself; there is no need to send it again.',
  },
  whyAsked: { ar: 'لماذا طُلبت الموافقة', en: 'Why approval was asked for' },

  answered: {
    ar: 'جواب المركز عن الطلب {request}: {state}.',
    en: 'The centre answered request {request}: {state}.',
  },
  see: { ar: 'اعرضه', en: 'See it' },
} as const satisfies Record<string, Text>;

export const requestStateTexts: Readonly<Record<RequestState, Text>> = {
  queued: { ar: 'تنتظر الإرسال', en: 'Waiting' },
  sent: { ar: 'وصلت', en: 'Received' },
  'in-review': { ar: 'قيد المراجعة', en: 'In review' },
  approved: { ar: 'موافَق عليه', en: 'Approved' },
  'approved-in-part': { ar: 'موافَق على جزء', en: 'Approved in part' },
  refused: { ar: 'مرفوض', en: 'Refused' },
};
