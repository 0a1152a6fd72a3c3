import { createVirtualService } from '#card/transport/virtual-service.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

/** A terminal with a reader, certified by the server and knowing every key of a terminal that enrolled before it. */
export async function openPharmacy(url: string, enrolmentCode: string) {
  const reader = createVirtualService();
  const server = { kind: 'remote' as const, url, enrolmentCode };
  const terminal = await openTerminal(undefined, { server, cardService: reader });
  await signInAs(terminal, 'pharmacist');
  await terminal.until(({ sync }) => sync.link === 'online');
  return { ...terminal, reader };
}

export type Pharmacy = Awaited<ReturnType<typeof openPharmacy>>;
