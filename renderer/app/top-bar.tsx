import type { UserView } from '#contracts/agent-views.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { Code } from '../parts/code.tsx';
import { Icon } from '../parts/icon.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { ReaderChip } from '../parts/reader-chip.tsx';
import { SyncChip } from '../parts/sync-chip.tsx';
import { useActing } from './act.tsx';
import { useDesk } from './desk.tsx';
import { useSpeech } from './language.tsx';

/** Where we are, what the reader and the link say, who is working, and the other language. */
export function TopBar({ find }: { readonly find: (() => void) | null }) {
  const { say } = useSpeech();
  const { desk, terminal } = useDesk();
  const { provider, terminalId } = terminal;
  return (
    <header className="top">
      <div className="place">
        <b>{say(provider.name)}</b>
        <span>
          {say(provider.place)}
          {terminalId === null ? null : (
            <>
              {' · '}
              <Code>{terminalId}</Code>
            </>
          )}
        </span>
      </div>
      {find === null ? (
        <span className="find find--absent" />
      ) : (
        <button className="find" type="button" aria-keyshortcuts="F2" onClick={find}>
          <Icon name="search" />
          <span>{say(frameTexts.findWhat)}</span>
          <KeyHint keys="F2" />
        </button>
      )}
      <ReaderChip reader={desk.reader} />
      <SyncChip sync={desk.sync} />
      {desk.user === null ? null : <UserCorner user={desk.user} />}
      <LanguageButton />
    </header>
  );
}

/** Switches to the other language; its name is written in that language. */
export function LanguageButton() {
  const { language, say, switchLanguage } = useSpeech();
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <button
      type="button"
      className="icon-btn lang"
      aria-label={say(frameTexts.otherLanguage)}
      onClick={switchLanguage}
    >
      <span lang={other}>{other === 'en' ? 'EN' : 'ع'}</span>
    </button>
  );
}

function UserCorner({ user }: { readonly user: UserView }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  return (
    <div className="user">
      <div>
        <b>{say(user.name)}</b>
        <span>{say(frameTexts[user.role])}</span>
      </div>
      <button
        className="icon-btn"
        type="button"
        aria-label={say(frameTexts.signOut)}
        title={say(frameTexts.signOut)}
        onClick={() => void act(() => client.session.signOut())}
      >
        <Icon name="lock" />
      </button>
    </div>
  );
}
