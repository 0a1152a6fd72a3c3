import type { ComponentType } from 'react';
import type { Text } from '#contracts/messages/language.ts';
import type { Permission } from '#domain/roles.ts';
import type { IconName } from '../parts/icon.tsx';

export type ScreenId = 'patient' | 'visit' | 'dispense' | 'claims' | 'readers';

/** What every screen may ask of the frame. */
export interface ScreenProps {
  readonly open: (screen: ScreenId) => void;
  readonly isPermitted: (screen: ScreenId) => boolean;
}

/** One screen of the rail: shown only to those who hold its permission. */
export interface Screen {
  readonly id: ScreenId;
  readonly key: 'F3' | 'F4' | 'F5' | 'F6' | 'F7';
  readonly icon: IconName;
  readonly name: Text;
  readonly permission: Permission;
  readonly Page: ComponentType<ScreenProps>;
}
