import { useEffect, useState } from 'react';
import type { VoidBody } from '#contracts/events/void.ts';
import type { Money } from '#domain/money.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';

/** What the member would get back for these lines, as the agent reckons it; null until it has answered. */
export function useRefund(claimId: string, lines: NonNullable<VoidBody['lines']>): Money | null {
  const { client } = useDesk();
  const { ask } = useActing();
  const asked = JSON.stringify(lines);
  const [known, setKnown] = useState<{ readonly asked: string; readonly refund: Money } | null>(
    null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are new at each draw, what they say is not
  useEffect(() => {
    if (lines.length === 0) return;
    let isCurrent = true;
    void ask(() => client.claims.quoteVoid({ claimId, lines: [...lines] })).then((answer) => {
      if (isCurrent && answer !== null) setKnown({ asked, refund: answer.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, ask, claimId, asked]);
  return known?.asked === asked ? known.refund : null;
}
