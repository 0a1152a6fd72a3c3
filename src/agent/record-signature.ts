import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { changeVisit } from './change-visit.ts';
import type { Terminal } from './terminal.ts';

/**
 * Records that the visit's paper was signed by whoever is served or collects, or that this is taken back.
 * Any change of the lines takes it back too.
 */
export function recordSignature(terminal: Terminal, isSigned: boolean): Result<null, Failure> {
  const { user } = terminal.desk.current;
  return changeVisit(terminal, null, ({ signed: _, ...unsigned }) =>
    succeed({
      visit:
        isSigned && user !== null
          ? { ...unsigned, signed: { at: terminal.clock.now(), userId: user.userId } }
          : unsigned,
      answer: null,
    }),
  );
}
