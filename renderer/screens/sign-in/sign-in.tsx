import './sign-in.css';
import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { UserView } from '#contracts/agent-views.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { LanguageButton } from '../../app/top-bar.tsx';
import { Code } from '../../parts/code.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { GoneBanner } from '../../parts/gone-banner.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';

/** Who is working now: choose a name, type the PIN, Enter. */
export function SignIn() {
  const { say } = useSpeech();
  const { client, terminal, isLive } = useDesk();
  const { act } = useActing();
  const [users, setUsers] = useState<readonly UserView[]>([]);
  const [chosen, setChosen] = useState<UserView | null>(null);
  const pinField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    void act(() => client.session.listUsers()).then((answer) => {
      if (answer === null) return;
      setUsers(answer.value);
      setChosen(answer.value[0] ?? null);
    });
  }, [act, client]);

  return (
    <div className="sign-in">
      {isLive ? null : <GoneBanner />}
      <div className="sign-in__top">
        <LanguageButton />
      </div>
      <main className="card sign-in__card">
        <header>
          <p>{say(terminal.provider.name)}</p>
          <h1>{say(frameTexts.signIn)}</h1>
          <p>{say(frameTexts.signInHint)}</p>
        </header>
        <Users
          users={users}
          chosen={chosen}
          choose={setChosen}
          toPin={() => pinField.current?.focus()}
        />
        {chosen === null ? (
          <p>{say(frameTexts.noUsers)}</p>
        ) : (
          <PinForm user={chosen} field={pinField} />
        )}
      </main>
      <FailureNotice />
    </div>
  );
}

function Users(props: {
  readonly users: readonly UserView[];
  readonly chosen: UserView | null;
  readonly choose: (user: UserView) => void;
  readonly toPin: () => void;
}) {
  const { say } = useSpeech();
  // A digit belongs to the PIN, wherever the focus is; a click on a name leads there too.
  const digitToPin = (event: KeyboardEvent) => {
    if (/^(Digit|Numpad)\d$/.test(event.code)) props.toPin();
  };
  return (
    <div
      className="sign-in__users"
      role="radiogroup"
      aria-label={say(frameTexts.signIn)}
      onKeyDown={digitToPin}
    >
      {props.users.map((user) => (
        <label key={user.userId} className="sign-in__user">
          <input
            type="radio"
            name="user"
            className="vh"
            checked={user.userId === props.chosen?.userId}
            onChange={() => props.choose(user)}
            onClick={(event) => {
              if (event.detail > 0) props.toPin();
            }}
          />
          <b>{say(user.name)}</b>
          <span>{say(frameTexts[user.role])}</span>
        </label>
      ))}
    </div>
  );
}

function PinForm({
  user,
  field,
}: {
  readonly user: UserView;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [pin, setPin] = useState('');
  useEffect(() => field.current?.focus(), [field]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pin.length < 4) return;
    const answer = await act(() => client.session.signIn({ userId: user.userId, pin }));
    setPin('');
    if (answer === null) field.current?.focus();
  };
  return (
    <form className="sign-in__pin" onSubmit={(event) => void submit(event)}>
      <label>
        <span>{say(frameTexts.pin)}</span>
        <input
          ref={field}
          className="field"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin}
          onChange={(event) => setPin(latinDigits(event.currentTarget.value))}
        />
      </label>
      <button type="submit" className="btn btn--lg btn--primary" disabled={pin.length < 4}>
        {say(frameTexts.enter)} <KeyHint keys="Enter" />
      </button>
      {user.demoPin === null ? null : (
        <p className="note">
          {say(frameTexts.demoPin, { pin: '' })}
          <Code>{user.demoPin}</Code>
        </p>
      )}
    </form>
  );
}

/** An Arabic keyboard types its own digits: both are the same PIN. */
const latinDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/\D/g, '')
    .slice(0, 12);
