import { type FailureText, nothingChanged, visitKept } from './text.ts';

/** Lines sent for approval, and their answers. */
export const requestFailures = {
  'line-not-referred': {
    happened: {
      ar: 'البند {item} لا ينتظر موافقة، فلا يُرسل لطلبها.',
      en: 'The line {item} does not wait for an approval, so it is not sent for one.',
    },
    kept: visitKept,
    action: {
      ar: 'اقرأ سبب القرار بجانب البند: فيه ما العمل.',
      en: 'Read why beside the line: it says what to do.',
    },
  },
  'request-open': {
    happened: {
      ar: 'أُرسل {item} لهذا المنتفع من قبل بالطلب {request}، ولم يأتِ الجواب بعد.',
      en: '{item} was already sent for this member, as request {request}, and is not answered yet.',
    },
    kept: visitKept,
    action: {
      ar: 'انتظر جواب المركز، أو احذف البند وأكمل الزيارة.',
      en: 'Wait for the centre’s answer, or leave the line out and go on with the visit.',
    },
  },
  'request-unknown': {
    happened: {
      ar: 'لا طلب موافقة بالرقم {request}.',
      en: 'There is no request for approval {request}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'تحقق من الرقم في قائمة الطلبات التي تنتظر الجواب.',
      en: 'Check the number in the list of requests that wait for an answer.',
    },
  },
  'request-answered': {
    happened: {
      ar: 'أُجيب عن الطلب {request} من قبل.',
      en: 'Request {request} was already answered.',
    },
    kept: {
      ar: 'الجواب الأول هو المعتمد، ولم يتغيّر فيه شيء.',
      en: 'Its first answer stands, and nothing of it has changed.',
    },
    action: {
      ar: 'إن لزم غيره فليُرسل من العيادة أو الصيدلية طلب جديد.',
      en: 'If something else is needed, have a new request sent from the counter.',
    },
  },
} as const satisfies Record<string, FailureText>;
