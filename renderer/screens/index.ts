import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { readersTexts } from '#contracts/messages/screens-readers.ts';
import { ClaimsScreen } from './claims/claims-screen.tsx';
import { DispenseScreen } from './dispense/dispense-screen.tsx';
import { PatientScreen } from './patient/patient-screen.tsx';
import { ReadersScreen } from './readers/readers-screen.tsx';
import type { Screen } from './screen.ts';
import { VisitScreen } from './visit/visit-screen.tsx';

/** Every screen of the rail, in its order. */
export const screens: readonly Screen[] = [
  {
    id: 'patient',
    key: 'F4',
    icon: 'patient',
    name: frameTexts.patient,
    permission: 'eligibility',
    Page: PatientScreen,
  },
  {
    id: 'visit',
    key: 'F5',
    icon: 'visit',
    name: frameTexts.visit,
    permission: 'visit',
    Page: VisitScreen,
  },
  {
    id: 'dispense',
    key: 'F6',
    icon: 'dispense',
    name: frameTexts.dispense,
    permission: 'dispense',
    Page: DispenseScreen,
  },
  {
    id: 'claims',
    key: 'F7',
    icon: 'claims',
    name: frameTexts.claims,
    permission: 'claims',
    Page: ClaimsScreen,
  },
  {
    id: 'readers',
    key: 'F3',
    icon: 'card',
    name: readersTexts.readers,
    permission: 'readers',
    Page: ReadersScreen,
  },
];
