import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, Menu, session } from 'electron';
import type { Agent } from '#agent/agent.ts';
import { openAgent } from '#agent/open-agent.ts';
import type { Failure } from '#domain/failures.ts';
import { readOptions } from '../read-options.ts';
import { sayFailure } from '../say-failure.ts';
import { handOutPort } from './agent-port.ts';
import { findKeyWrap } from './key-wrap.ts';
import { lockPages, lockSession } from './lock-down.ts';
import { declarePageProtocol, pageOrigin, servePage } from './page-protocol.ts';

const pageFolder = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));
const preload = fileURLToPath(new URL('../../../dist/desktop/preload.cjs', import.meta.url));

// Electron waits for nothing here: what must precede readiness runs before the first await.
app.enableSandbox();
declarePageProtocol();
lockPages(app);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  lockSession(session.defaultSession);
  servePage(session.defaultSession, pageFolder);
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const folder = process.env.MEDEXA_FOLDER || app.getPath('userData');
  const options = readOptions({ ...process.env, MEDEXA_FOLDER: folder });
  if (!options.ok) return refuse(options.failure);
  const agent = await openAgent({ ...options.value, keyWrap: findKeyWrap() });
  if (!agent.ok) return refuse(agent.failure);
  closeBeforeQuit(agent.value);
  await showWindow(agent.value);
}

async function showWindow(agent: Agent): Promise<void> {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Medexa',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  handOutPort(window.webContents, agent.router);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', () => window.reload());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  await window.loadURL(`${pageOrigin}/`);
}

function closeBeforeQuit(agent: Agent): void {
  app.once('before-quit', (event) => {
    event.preventDefault();
    void agent.close().finally(() => app.exit(0));
  });
}

function refuse(failure: Failure): void {
  dialog.showErrorBox('Medexa', `${sayFailure(failure, 'ar')}\n\n${sayFailure(failure, 'en')}`);
  app.exit(1);
}
