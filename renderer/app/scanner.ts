import { useEffect, useRef } from 'react';

/** A scanner is a fast keyboard: nobody types like this. In milliseconds between keys. */
const longestGap = 120;
const meanGap = 50;
const fewestKeys = 6;

interface Burst {
  readonly text: string;
  readonly startedAt: number;
  readonly lastAt: number;
  /** The field that the burst runs into, with what it held before. */
  readonly field: { readonly element: HTMLInputElement; readonly value: string } | null;
}

/**
 * Hears a burst of keys that ends in Enter, wherever the focus is, by physical key: an Arabic layout
 * does not garble it. What the burst typed into a field is taken back.
 */
export function useScanner(receive: (code: string) => void): void {
  const latest = useRef(receive);
  latest.current = receive;
  useEffect(() => {
    let burst: Burst | null = null;
    const hear = (event: KeyboardEvent) => {
      if (/^(Shift|Control|CapsLock|AltGraph)/.test(event.code)) return;
      const isEnd = event.code === 'Enter' || event.code === 'NumpadEnter';
      if (isEnd && burst !== null && isScan(burst, event.timeStamp)) {
        event.preventDefault();
        event.stopPropagation();
        restore(burst);
        latest.current(burst.text);
        burst = null;
        return;
      }
      const character = characterOf(event);
      burst = character === null ? null : extend(burst, character, event);
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, []);
}

/** The GTIN inside what was scanned: as GS1 element string (AI 01) or as a plain EAN. */
export function decodeScan(text: string): string {
  const plain = text.replace(/^\](C1|D2|Q3|E0|E4)/i, '');
  const element = /^01(\d{14})/.exec(plain);
  const digits = element?.[1] ?? plain;
  return /^0\d{13}$/.test(digits) ? digits.slice(1) : digits;
}

function isScan({ text, startedAt, lastAt }: Burst, endedAt: number): boolean {
  return (
    text.length >= fewestKeys &&
    endedAt - lastAt <= longestGap &&
    (endedAt - startedAt) / text.length <= meanGap
  );
}

function extend(burst: Burst | null, character: string, event: KeyboardEvent): Burst {
  const at = event.timeStamp;
  if (burst !== null && at - burst.lastAt <= longestGap) {
    return { ...burst, text: burst.text + character, lastAt: at };
  }
  const { target } = event;
  const field =
    target instanceof HTMLInputElement ? { element: target, value: target.value } : null;
  return { text: character, startedAt: at, lastAt: at, field };
}

const marks: Readonly<Record<string, string>> = {
  Minus: '-',
  Slash: '/',
  Period: '.',
  BracketRight: ']',
};

/** Null for keys that no barcode contains; the group separator (Ctrl and bracket) adds nothing. */
function characterOf({ code, ctrlKey, altKey, metaKey }: KeyboardEvent): string | null {
  if (ctrlKey && code === 'BracketRight') return '';
  if (ctrlKey || altKey || metaKey) return null;
  return /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(code)?.[1] ?? marks[code] ?? null;
}

function restore({ field }: Burst): void {
  if (field === null) return;
  // React hears of a new value only through the element's own setter and an input event.
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(field.element, field.value);
  field.element.dispatchEvent(new Event('input', { bubbles: true }));
}
