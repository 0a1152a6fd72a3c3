import { applicationId, files } from './profile/layout.ts';

/** Works that the issuer does on a card through a terminal. */
export type IssuerWork = 'renew-head' | 'unblock-pin' | 'checkpoint';

/**
 * Whether the issuer's work needs this command. Whoever carries commands for another looks at each: a server that was
 * taken over must not read a patient's history, photo or emergency data through a terminal, nor try PINs.
 */
export function mayCarry(work: IssuerWork, command: Uint8Array): boolean {
  const [classByte, instruction = 0, p1, p2 = 0] = command;
  if (classByte !== 0x00) return false;
  if (instruction === readRecord) {
    if (p2 === reading(files.HEAD.sfi)) return true;
    return work === 'checkpoint' && p2 === reading(files.LEDGER.sfi);
  }
  if (instruction === appendRecord) {
    if (p1 !== 0) return false;
    if (work === 'renew-head') return p2 === files.HEAD.sfi << 3;
    return work === 'checkpoint' && p2 === files.LEDGER.sfi << 3;
  }
  if (instruction === select) return isOwnApplication(command);
  return authenticating.includes(instruction);
}

const select = 0xa4;
const readRecord = 0xb2;
const appendRecord = 0xe2;
/** INTERNAL and MUTUAL AUTHENTICATE, GET CHALLENGE, and PERFORM SECURITY OPERATION for the certificate. */
const authenticating: readonly number[] = [0x88, 0x82, 0x84, 0x2a];

const reading = (sfi: number): number => (sfi << 3) | 4;

const isOwnApplication = (command: Uint8Array): boolean =>
  command.length === 5 + applicationId.length &&
  applicationId.every((byte, i) => command[5 + i] === byte);
