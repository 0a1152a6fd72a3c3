import type { App, Session, WebContents } from 'electron';

/** Denies what a page could ask of the machine: devices, notifications, screen, clipboard, downloads. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Denies every page, whoever made it, to go elsewhere or to open another. */
export function lockPages(app: App): void {
  app.on('web-contents-created', (_event, page) => lockPage(page));
}

function lockPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-navigate', (event) => event.preventDefault());
  page.on('will-frame-navigate', (event) => event.preventDefault());
  page.on('will-redirect', (event) => event.preventDefault());
  page.on('will-attach-webview', (event) => event.preventDefault());
}
