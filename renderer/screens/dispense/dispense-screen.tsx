import { LinesScreen } from '../lines/lines-screen.tsx';
import type { ScreenProps } from '../screen.ts';

/** The pharmacist's screen: medicines, by scanner first. */
export function DispenseScreen(props: ScreenProps) {
  return <LinesScreen {...props} kind="dispense" />;
}
