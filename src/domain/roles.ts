/** What a person may do at the terminal. */
export type Permission =
  | 'eligibility'
  | 'visit'
  | 'dispense'
  | 'prescribe'
  | 'medical-file'
  | 'acknowledge-alerts'
  | 'claims'
  | 'reverse-own' // what one saved oneself, on its day
  | 'reverse'
  | 'close-day'
  | 'reports'
  | 'readers'
  | 'sync';

export type Role = 'receptionist' | 'doctor' | 'pharmacist' | 'manager' | 'technician';

/** A role is data: its permissions. Screens and use cases ask for a permission, never for a role. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  receptionist: ['eligibility', 'visit', 'claims'],
  doctor: ['eligibility', 'visit', 'prescribe', 'medical-file', 'acknowledge-alerts', 'claims'],
  pharmacist: [
    'eligibility',
    'dispense',
    'medical-file',
    'acknowledge-alerts',
    'claims',
    'reverse-own',
    'close-day',
  ],
  manager: [
    'eligibility',
    'visit',
    'dispense',
    'claims',
    'reverse-own',
    'reverse',
    'close-day',
    'reports',
    'sync',
  ],
  technician: ['readers', 'sync'],
};

export const isPermitted = (role: Role, permission: Permission): boolean =>
  permissionsOf[role].includes(permission);
