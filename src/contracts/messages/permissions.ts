import type { Permission } from '#domain/roles.ts';
import type { Text } from './language.ts';

/** What a role may do, as a name beside its refusal. */
export const permissionNames: Readonly<Record<Permission, Text>> = {
  eligibility: { ar: 'التحقق من التغطية', en: 'checking cover' },
  visit: { ar: 'الزيارات', en: 'visits' },
  dispense: { ar: 'صرف الأدوية', en: 'dispensing' },
  prescribe: { ar: 'كتابة الوصفات', en: 'prescribing' },
  'medical-file': { ar: 'الملف الطبي', en: 'the medical file' },
  'acknowledge-alerts': { ar: 'الإقرار بالتنبيهات السريرية', en: 'acknowledging clinical alerts' },
  claims: { ar: 'المطالبات', en: 'claims' },
  'reverse-own': { ar: 'إلغاء مطالباته في يومها', en: 'reversing one’s own claims of the day' },
  reverse: { ar: 'إلغاء المطالبات', en: 'reversing claims' },
  'close-day': { ar: 'إقفال اليوم', en: 'closing the day' },
  reports: { ar: 'التقارير', en: 'reports' },
  readers: { ar: 'القارئات', en: 'readers' },
  sync: { ar: 'المزامنة', en: 'synchronisation' },
};
