import { z } from 'zod';
import { encounterKinds } from '#domain/claims.ts';

/** Words of a contract that are the same as its author writes them and as they travel compiled. */

export const kind = z.enum([
  'medicine',
  'procedure',
  'laboratory',
  'imaging',
  'consultation',
  'device',
]);

export const encounter = z.enum(encounterKinds);

export const period = z.enum([
  'visit',
  'day',
  'week',
  'month',
  'calendar-year',
  'policy-year',
  'lifetime',
]);
