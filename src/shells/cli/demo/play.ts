import { isDeepStrictEqual } from 'node:util';
import type { Counter } from './counter.ts';
import { counterSteps } from './counter-steps.ts';
import type { Day, Step } from './day.ts';
import { prescriptionSteps } from './prescription-steps.ts';
import { enrolmentStep, serverSteps } from './server-steps.ts';
import type { Told } from './told.ts';
import { tornSteps } from './torn-steps.ts';

/** The day, in its order. */
export const theDay: readonly Step[] = [
  enrolmentStep,
  ...counterSteps,
  ...prescriptionSteps,
  ...tornSteps,
  ...serverSteps,
];

/** Plays steps at a counter and tells each when it is over. One that breaks is told, and the day goes on. */
export async function* playDay(
  counter: Counter,
  steps: readonly Step[] = theDay,
): AsyncGenerator<Told, void> {
  await signInPharmacist(counter);
  const day: Day = { counter, claims: new Map() };
  for (const step of steps) yield await playStep(step, day);
}

async function playStep(step: Step, day: Day): Promise<Told> {
  const { step: name, title, expected } = step;
  try {
    const { got, ...scene } = await step.play(day);
    return { step: name, title, expected, got, ok: isDeepStrictEqual(got, expected), ...scene };
  } catch (error) {
    await clearCounter(day.counter);
    const broke = error instanceof Error ? error.message : String(error);
    return { step: name, title, expected, got: { broke }, ok: false };
  }
}

/** Sets aside what a broken step left behind. */
async function clearCounter({ call }: Counter): Promise<void> {
  await call.visit.close().catch(() => undefined);
  await call.demo.removeCard();
}

async function signInPharmacist({ call }: Counter): Promise<void> {
  const user = (await call.session.listUsers()).find(({ role }) => role === 'pharmacist');
  if (user?.demoPin == null) throw new Error('the demonstration has no pharmacist');
  await call.session.signIn({ userId: user.userId, pin: user.demoPin });
}
