import { ipcRenderer } from 'electron';
import { portWord } from './port-word.ts';

// The page gets one message port to the agent and nothing else of Electron.
ipcRenderer.on(portWord, (event) => {
  window.postMessage(portWord, window.location.origin, event.ports);
});
// By then the page's program runs and listens.
window.addEventListener('load', () => ipcRenderer.send(portWord));
