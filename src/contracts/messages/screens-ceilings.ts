import type { Text } from './language.ts';

/** Texts of the member's ceilings. */
export const ceilingTexts = {
  ceilings: { ar: 'السقوف', en: 'Ceilings' },
  left: { ar: 'بقي {amount}', en: '{amount} left' },
  met: { ar: 'استُوفي', en: 'Met' },
  usedUp: { ar: 'استُنفد', en: 'Used up' },
  leftUnknown: { ar: 'المتبقي غير معروف هنا', en: 'What is left is not known here' },
  used: { ar: 'استُهلك {used} من {limit}', en: '{used} of {limit} used' },
  limit: { ar: 'السقف {limit}', en: 'Limit {limit}' },
  usedHere: { ar: 'استُهلك منه في هذه الجهة {used}', en: '{used} of it used at this provider' },
  ofFamily: { ar: 'للأسرة كلها', en: 'for the whole family' },
  sincePlan: { ar: 'منذ تغيير الخطة في {date}', en: 'since the change of plan on {date}' },
  until: { ar: 'حتى {date}', en: 'until {date}' },
} as const satisfies Record<string, Text>;
