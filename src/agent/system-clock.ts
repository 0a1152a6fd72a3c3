import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { calendarDate, type Instant } from '#domain/dates.ts';
import type { Clock } from './agent.ts';

/** The machine's clock; its day is the day of the machine's time zone, which is the provider's. */
export function systemClock(): Clock {
  return {
    now: () => new Date().toISOString() as Instant,
    today: () => {
      const now = new Date();
      const pad = (value: number) => String(value).padStart(2, '0');
      return calendarDate(`${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`);
    },
    mono: () => Math.round(uptime() * 1000),
    bootId: readBootId(),
  };
}

/** The kernel's id of this boot; elsewhere one of this process, whose uptime it then outlives. */
function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return randomUUID();
  }
}
