import type { TerminalView } from '#contracts/agent-views.ts';
import { packOn } from '#domain/adjudication/pack-in-key.ts';
import type { Terminal } from './terminal.ts';

/** Which terminal this is, for the window's frame. */
export function showTerminal(terminal: Terminal): TerminalView {
  const { rules } = terminal.reference;
  return {
    version: terminal.version,
    terminalId: terminal.keys.terminalId,
    provider: {
      providerId: terminal.provider.providerId,
      name: terminal.provider.name,
      place: terminal.provider.place,
    },
    insurer: rules.insurer.name,
    contract: rules.contract.code,
    currency: packOn(terminal.reference.pack, terminal.clock.today()).pack.currency,
    manifestVersion: terminal.reference.manifestVersion,
    isDemo: terminal.demoPins !== null,
    keyProtection: terminal.keyProtection,
    clauses: Object.fromEntries(
      rules.clauses.map(({ id, reference, text }) => [id, { reference, text }]),
    ),
  };
}
