import { expect, test } from 'vitest';
import { findCardCredentials } from '#agent/card-credentials.ts';
import { systemClock } from '#agent/system-clock.ts';
import { loadKeys } from '#agent/terminal-keys.ts';
import type { TerminalCredentials } from '#card/authentication/mutual.ts';
import { judgeRecord } from '#card/judge-record.ts';
import { findCertificate, isCertificateSignedBy } from '#card/profile/cvc.ts';
import { emptyLedger, planRecords } from '#card/profile/ledger-builder.ts';
import { toHex } from '#domain/chain.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { findIdentity, recordIdentity } from '#store/identity.ts';
import type { Store } from '#store/open-store.ts';
import { findTerminalKey } from '#store/reference.ts';
import { inStore } from './in-store.ts';
import { openTerminal, temporaryFolder } from './open-terminal.ts';
import { startServer } from './start-server.ts';

const insurer = buildDemoInsurer(systemClock().today());
const cardNumber = '9760001234567890';

test('terminals of one server are vouched for, and verify what the others write on cards', async () => {
  const codes = ['a1', 'b2'].map((text) => ({
    code: text.repeat(16),
    providerId: insurer.defaultProviderId,
  }));
  const url = await startServer(insurer, codes);
  const [first, second] = codes.map(({ code: enrolmentCode }) => ({
    folder: temporaryFolder(),
    server: { kind: 'remote' as const, url, enrolmentCode },
  }));
  if (first === undefined || second === undefined) throw new Error('there are two codes');

  await turnOnce(first);
  await turnOnce(second);
  // Between these turns a new terminal has come, and the first one's certificate is gone.
  inStore(first.folder, forgetCertificate);
  await turnOnce(first);

  const credentials = [first, second].map(({ folder }) => inStore(folder, credentialsIn));
  const [ours, theirs] = credentials;
  if (ours === undefined || theirs === undefined) throw new Error('there are two terminals');
  for (const { certificate, keyId } of credentials) {
    expect(isCertificateSignedBy(certificate, insurer.providerAnchor.rawPublicKey)).toBe(true);
    expect(findCertificate(certificate)).toMatchObject({
      keyId,
      providerId: insurer.defaultProviderId,
    });
  }
  expect(toHex(ours.certificate)).not.toBe(toHex(theirs.certificate));
  const written = writtenBy(theirs);
  const state = (folder: string) =>
    inStore(folder, ({ reader }) =>
      judgeRecord(written, cardNumber, (keyId) => findTerminalKey(reader, keyId)),
    );
  const verified = { state: 'verified', providerId: insurer.defaultProviderId };
  expect(state(first.folder)).toMatchObject(verified);
  expect(state(second.folder)).toMatchObject(verified);
}, 120_000);

interface Standing {
  readonly folder: string;
  readonly server: {
    readonly kind: 'remote';
    readonly url: string;
    readonly enrolmentCode: string;
  };
}

/** Opens the terminal, waits until one turn of its sync was good, and closes it. */
async function turnOnce({ folder, server }: Standing): Promise<void> {
  const { until, close } = await openTerminal(folder, { server });
  await until(({ sync }) => sync.link === 'online');
  await close();
}

/** A terminal that enrolled before its server could vouch for it. */
function forgetCertificate({ reader, commit }: Store): void {
  const identity = findIdentity(reader);
  if (identity?.cardCertificate == null) throw new Error('enrolment gave no certificate');
  expect(commit((db) => recordIdentity(db, { ...identity, cardCertificate: null })).ok).toBe(true);
}

function credentialsIn(store: Store): TerminalCredentials {
  const identity = findIdentity(store.reader);
  const credentials = identity === null ? null : findCardCredentials(store, loadKeys(identity));
  if (credentials === null) throw new Error('nobody vouches for the terminal');
  return credentials;
}

/** The first record of a new card, written now. */
function writtenBy(writer: TerminalCredentials): Uint8Array {
  const { records } = planRecords(emptyLedger(cardNumber), {
    ...{ type: 'service', at: systemClock().now(), writer },
    ...{ terminalCounter: 1, headVersion: 1, medVersion: 0 },
    lines: [{ cardCode: 7, quantity: 1, days: null, repeatCode: null }],
  });
  const [record] = records;
  if (record === undefined) throw new Error('one record was planned');
  return record;
}
