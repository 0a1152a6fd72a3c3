/** How a text shows which language it is in. */

export const languages = ['ar', 'en'] as const;
export const arabicLetters = /\p{Script=Arabic}/u;
export const latinLetters = /[a-z]/i;
export const latinDigits = /[0-9]/;
export const placeholder = /\{\w+\}|undefined|NaN/;
