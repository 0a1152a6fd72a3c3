import type { Warning } from './terms.ts';

/** What an alert takes over from the pack's list. */
export const warned = ({ severity, text, management }: Warning) =>
  ({ severity, warning: { text, management } }) as const;
