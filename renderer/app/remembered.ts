/** What this window remembers of its user's taste; never anything about people or claims. */
type Taste = 'language' | 'text-zoom';

const key = (taste: Taste): string => `medexa.${taste}`;

export function recall(taste: Taste): string | null {
  try {
    return window.localStorage.getItem(key(taste));
  } catch {
    // Storage may be refused to the page: the defaults then hold.
    return null;
  }
}

export function remember(taste: Taste, value: string): void {
  try {
    window.localStorage.setItem(key(taste), value);
  } catch {
    // Nothing is lost but a preference.
  }
}
