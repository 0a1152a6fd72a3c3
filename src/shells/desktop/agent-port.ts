import { RPCHandler } from '@orpc/server/message-port';
import {
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
  type WebContents,
} from 'electron';
import type { Agent } from '#agent/agent.ts';
import { pageOrigin } from './page-protocol.ts';
import { portWord } from './port-word.ts';

/** Hands the window's own page a port to the agent; a new page gets a new one and the old one is closed. */
export function handOutPort(page: WebContents, router: Agent['router']): void {
  const handler = new RPCHandler(router);
  let open: MessagePortMain | null = null;
  const close = () => {
    open?.close();
    open = null;
  };

  ipcMain.on(portWord, (event) => {
    const frame = event.senderFrame;
    if (frame === null || !isOwnPage(event, page)) return;
    close();
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context: {} });
    port1.start();
    open = port1;
    frame.postMessage(portWord, null, [port2]);
  });
  page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) close();
  });
  page.on('render-process-gone', close);
  page.on('destroyed', close);
}

/** Only the window's main frame, and only while it shows the built window. */
const isOwnPage = ({ sender, senderFrame }: IpcMainEvent, page: WebContents): boolean =>
  sender === page && senderFrame === page.mainFrame && senderFrame.origin === pageOrigin;
