import { LinesScreen } from '../lines/lines-screen.tsx';
import type { ScreenProps } from '../screen.ts';

/** The doctor's and the receptionist's screen: diagnoses, services and medicines. */
export function VisitScreen(props: ScreenProps) {
  return <LinesScreen {...props} kind="visit" />;
}
