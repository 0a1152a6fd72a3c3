import { useEffect } from 'react';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import type { AgentClient } from '../client.ts';
import { SignIn } from '../screens/sign-in/sign-in.tsx';
import { ActingProvider } from './act.tsx';
import { DeskProvider, useDesk } from './desk.tsx';
import { Frame } from './frame.tsx';
import { useSpeech } from './language.tsx';
import { LastSavedProvider } from './last-saved.tsx';

/** The whole window: waiting for the agent, signing in, or working. */
export function App({ client }: { readonly client: AgentClient }) {
  const { say } = useSpeech();
  useEffect(() => {
    document.title = say(frameTexts.product);
  }, [say]);
  return (
    <ActingProvider>
      <DeskProvider client={client} waiting={(isLost) => <Waiting isLost={isLost} />}>
        <SignedIn />
      </DeskProvider>
    </ActingProvider>
  );
}

function SignedIn() {
  const { desk } = useDesk();
  return desk.user === null ? (
    <SignIn />
  ) : (
    <LastSavedProvider>
      <Frame key={desk.user.userId} user={desk.user} />
    </LastSavedProvider>
  );
}

/** Before the agent's first word. */
export function Waiting({ isLost }: { readonly isLost: boolean }) {
  const { say } = useSpeech();
  return (
    <main className="waiting" role="status">
      <h1>{say(frameTexts.product)}</h1>
      <p>{say(isLost ? frameTexts.agentGone : frameTexts.starting)}</p>
      {isLost ? <p>{say(frameTexts.agentGoneKept)}</p> : null}
    </main>
  );
}
