import { useCallback, useEffect, useState } from 'react';
import { recall, remember } from './remembered.ts';

const least = 80;
const most = 200;
const step = 10;

/** Text zoom in percent, 80 to 200: the root's font size, which every rem follows. */
export function useTextZoom(): { readonly zoom: number; change(by: 1 | -1): void } {
  const [zoom, setZoom] = useState(() => within(Number(recall('text-zoom') ?? 100)));
  useEffect(() => {
    document.documentElement.style.setProperty('--text-zoom', String(zoom / 100));
    remember('text-zoom', String(zoom));
  }, [zoom]);
  const change = useCallback((by: 1 | -1) => setZoom((before) => within(before + by * step)), []);
  return { zoom, change };
}

const within = (percent: number): number =>
  Number.isFinite(percent) ? Math.min(most, Math.max(least, percent)) : 100;
