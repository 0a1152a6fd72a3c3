import { useEffect, useState } from 'react';
import type { RequestView } from '#contracts/claim-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { RequestDetail } from './request-detail.tsx';
import { RequestList } from './request-list.tsx';

/** Requests for approval in place of claims; whoever looks at them has noticed the answers that came. */
export function RequestsPane() {
  const requests = useRequests();
  const [chosenId, setChosen] = useState<string | null>(null);
  const chosen = requests.find(({ requestId }) => requestId === chosenId) ?? requests[0] ?? null;
  return (
    <>
      <RequestList requests={requests} chosen={chosen} choose={setChosen} />
      <RequestDetail request={chosen} />
    </>
  );
}

/** Asked anew whenever the desk reports a change. */
function useRequests(): readonly RequestView[] {
  const { client, desk } = useDesk();
  const { act } = useActing();
  const [requests, setRequests] = useState<readonly RequestView[]>([]);
  const isAnswered = desk.answered !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk's change is the reason to ask again
  useEffect(() => {
    let isCurrent = true;
    if (isAnswered) void act(() => client.requests.notice());
    void act(() => client.requests.list()).then((answer) => {
      if (isCurrent && answer !== null) setRequests(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, act, isAnswered, desk.sync, desk.visit]);
  return requests;
}
