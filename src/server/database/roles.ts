import { type TerminalRoles, terminalRolesSchema } from '#contracts/admin-api.ts';

/** As a column holds them: `MED+LEDGER`; null is no limit. */
export const writeRoles = (roles: TerminalRoles | null): string | null => roles?.join('+') ?? null;

export const readRoles = (column: string | null): TerminalRoles | null =>
  column === null ? null : terminalRolesSchema.parse(column.split('+'));
