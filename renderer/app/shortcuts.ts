import { useEffect, useRef } from 'react';

/** A physical key as `KeyboardEvent.code` names it, with Ctrl where the action needs it. */
export type Key =
  | 'F1'
  | 'F2'
  | 'F3'
  | 'F4'
  | 'F5'
  | 'F6'
  | 'F7'
  | 'F8'
  | 'F9'
  | 'F10'
  | 'F12'
  | 'Escape'
  | 'Ctrl+KeyD'
  | 'Ctrl+KeyO'
  | 'Ctrl+KeyE'
  | 'Ctrl+Equal'
  | 'Ctrl+Minus';

type Actions = Partial<Record<Key, () => void>>;

/** Overlays hear a key before screens, and screens before the frame. */
export type Layer = 'frame' | 'screen' | 'overlay';

interface Listener {
  readonly layer: Layer;
  readonly actions: { readonly current: Actions };
}

const order: readonly Layer[] = ['overlay', 'screen', 'frame'];
const listeners: Listener[] = [];

/** Answers function keys by physical key, so that the keyboard's layout does not matter. */
export function useShortcuts(layer: Layer, actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const listener: Listener = { layer, actions: latest };
    if (listeners.length === 0) window.addEventListener('keydown', dispatch, true);
    listeners.push(listener);
    return () => {
      listeners.splice(listeners.indexOf(listener), 1);
      if (listeners.length === 0) window.removeEventListener('keydown', dispatch, true);
    };
  }, [layer]);
}

function dispatch(event: KeyboardEvent): void {
  const key = (event.ctrlKey ? `Ctrl+${event.code}` : event.code) as Key;
  if (event.altKey || event.metaKey) return;
  // In a field, Escape first takes back what was typed there.
  const isFieldsOwn = key === 'Escape' && event.target instanceof HTMLInputElement;
  for (const layer of order) {
    const action = isFieldsOwn && layer !== 'overlay' ? null : findAction(layer, key);
    if (action !== null) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) action();
      return;
    }
    // An open overlay keeps the other keys of the program to itself.
    if (
      layer === 'overlay' &&
      isFunctionKey(key) &&
      listeners.some((one) => one.layer === 'overlay')
    ) {
      event.preventDefault();
      return;
    }
  }
  // No function key may reach the browser: F5 would reload a visit in progress.
  if (isFunctionKey(key)) event.preventDefault();
}

const isFunctionKey = (key: string): boolean => /^F([1-9]|10|12)$/.test(key);

function findAction(layer: Layer, key: Key): (() => void) | null {
  for (const listener of listeners.toReversed()) {
    const action = listener.layer === layer ? listener.actions.current[key] : undefined;
    if (action !== undefined) return action;
  }
  return null;
}
