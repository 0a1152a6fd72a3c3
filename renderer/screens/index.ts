import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { PatientScreen } from './patient/patient-screen.tsx';
import type { Screen } from './screen.ts';

/** Every screen of the rail, in its order. */
export const screens: readonly Screen[] = [
  { id: 'patient', key: 'F4', icon: 'patient', name: frameTexts.patient, permission: 'eligibility', Page: PatientScreen },
];
