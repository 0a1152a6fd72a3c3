import { Drawer, Switch } from '@mantine/core';
import type { DemoCardView, DemoView } from '#contracts/agent-views.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { Icon } from '../parts/icon.tsx';
import { useActing } from './act.tsx';
import { useDesk } from './desk.tsx';
import { useSpeech } from './language.tsx';
import { useShortcuts } from './shortcuts.ts';

/** The demonstration's cards and its server's switch. Choosing a card puts it in the reader. */
export function DemoDrawer({
  demo,
  close,
}: {
  readonly demo: DemoView;
  readonly close: () => void;
}) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const first = demo.inserted ?? demo.cards[0]?.cardId;
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="24rem"
      title={say(frameTexts.demoCards)}
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
    >
      <DrawerKeys close={close} />
      <p className="demo__hint">{say(frameTexts.demoHint)}</p>
      {demo.isServerRunning === null ? null : (
        <Switch
          className="demo__server"
          label={`${say(frameTexts.demoServer)}: ${say(demo.isServerRunning ? frameTexts.demoServerOn : frameTexts.demoServerOff)}`}
          withThumbIndicator={false}
          checked={demo.isServerRunning}
          onChange={(event) => {
            const running = event.currentTarget.checked;
            void act(() => client.demo.switchServer({ running }));
          }}
        />
      )}
      <ul className="demo__cards">
        {demo.cards.map((card) => (
          <li key={card.cardId}>
            <DemoCard
              card={card}
              isInserted={card.cardId === demo.inserted}
              isFirst={card.cardId === first}
              close={close}
            />
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

function DemoCard(props: {
  readonly card: DemoCardView;
  readonly isInserted: boolean;
  /** Takes the focus when the drawer opens. */
  readonly isFirst: boolean;
  readonly close: () => void;
}) {
  const { card, isInserted } = props;
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const press = async () => {
    props.close();
    await act(() =>
      isInserted ? client.demo.removeCard() : client.demo.insertCard({ cardId: card.cardId }),
    );
  };
  return (
    <button
      type="button"
      className="demo__card"
      aria-pressed={isInserted}
      data-autofocus={props.isFirst || undefined}
      onClick={() => void press()}
    >
      <Icon name="card" />
      <span>
        <b>{say(card.title)}</b>
        <span>{say(card.story)}</span>
      </span>
      <span className="demo__do">
        {say(isInserted ? frameTexts.demoRemove : frameTexts.demoInsert)}
      </span>
    </button>
  );
}

function DrawerKeys({ close }: { readonly close: () => void }) {
  useShortcuts('overlay', { 'Ctrl+KeyD': close, Escape: close });
  return null;
}
