import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { z } from 'zod';
import { listCases } from '#card/conformance/script.ts';
import { encodeCardImage } from '#card/issue/card-image.ts';
import { generateP256Key, openSigner } from '#card/profile/p256.ts';
import { readHistory, readIdentity } from '#card/read-member-card.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { toHex } from '#domain/chain.ts';
import {
  dispensing,
  issuerKey,
  knows,
  line,
  makeGuardedImage,
  makeImage,
  otherPharmacy,
  pharmacy,
  terminalOf,
  today,
} from './card-builders.ts';
import { findMissingPart, runIsolated } from './pcscd-harness.ts';

const first = makeImage({
  history: [
    dispensing('2026-02-01', otherPharmacy),
    dispensing('2026-03-10', pharmacy, line({ repeatCode: 9002 }), line({ cardCode: 777 })),
  ],
});
const second = makeImage({ cardNumber: '9760000000000025' });
const guarded = makeGuardedImage({ history: [dispensing('2026-03-01', otherPharmacy)] });
// A terminal whose private key can be handed to another process.
const terminalKey = generateP256Key();
const counter = terminalOf(openSigner(terminalKey), 'P-100');
const { type, at, lines } = dispensing('2026-03-15', counter, line({ repeatCode: 9400 }));
const missing = await findMissingPart();

describe('on the real card service, with a virtual reader', () => {
  let found: Record<string, unknown> = {};

  beforeAll(async () => {
    if (missing !== null) return;
    const folder = mkdtempSync(join(tmpdir(), 'medexa-scenarios-'));
    const inputFile = join(folder, 'input.json');
    const input = {
      first: encodeCardImage(first),
      second: encodeCardImage(second),
      guarded: encodeCardImage(guarded),
      terminal: {
        keyId: counter.keyId,
        certificate: toHex(counter.certificate),
        key: toHex(terminalKey),
      },
      event: { type, at, lines },
      issuerKey,
      terminalKeys: {
        [pharmacy.keyId]: pharmacy.key,
        [otherPharmacy.keyId]: otherPharmacy.key,
        [counter.keyId]: counter.key,
      },
      today,
    };
    writeFileSync(inputFile, JSON.stringify(input));
    const script = fileURLToPath(new URL('real-stack-scenarios.ts', import.meta.url));
    found = (await runIsolated(script, inputFile)) as Record<string, unknown>;
    rmSync(folder, { recursive: true });
  }, 130_000);

  const scenario = (name: string, assert: () => void | Promise<void>) =>
    it(name, (context: TestContext) => {
      if (missing !== null && process.env.MEDEXA_STRICT === '1') throw new Error(missing);
      if (missing !== null) context.skip(missing);
      return assert();
    });

  scenario('sees that no reader is attached', () => {
    expect(found.opened).toEqual({ state: 'answering', hasReader: false });
    expect(found.events).toContain('no-reader');
  });

  scenario('says so when the service is gone, and goes on when it is back', async () => {
    expect(found.connectWithoutService).toEqual({
      ok: false,
      failure: { code: 'reader-service-absent' },
    });
    expect(found.readAfterRestart).toEqual(await readInProcess(first));
  });

  scenario('tells an empty reader from a card that somebody else holds', () => {
    expect(found.connectWithoutCard).toEqual({ ok: false, failure: { code: 'card-absent' } });
    expect(found.connectWhileTaken).toEqual({ ok: false, failure: { code: 'card-busy' } });
  });

  scenario('reads identity and history as it does in process', async () => {
    expect(found.read).toEqual(await readInProcess(first));
    expect(found.apdus).toBe(3 + 3);
  });

  scenario('sees a removal, also in the middle of a session', () => {
    expect(found.transmitAfterRemoval).toEqual({ ok: false, failure: { code: 'card-removed' } });
  });

  scenario('sees another card in its place', async () => {
    expect(found.readAfterSwap).toEqual(await readInProcess(second));
  });

  scenario('reads a card that speaks T=0', async () => {
    expect(found.protocolT0).toEqual(await readInProcess(first));
  });

  const written = { outcomes: [{ outcome: 'committed' }], shown: ['pending', 'genuine'] };

  scenario('opens a session and writes in it, at no more than a visit may cost', () => {
    expect(found.session).toMatchObject({
      ...written,
      session: {
        identity: { proof: 'genuine' },
        history: { state: 'read', reading: { trouble: 'none', isComplete: true } },
        med: { state: 'read', reading: { isVerified: true } },
      },
    });
    expect(found.sessionTraffic).toEqual({ apdus: 8, bytes: 1429 });
  });

  scenario('does not know what became of a record when the card is pulled, and heals it', () => {
    expect(found.tornOutcomes).toEqual([{ outcome: 'unknown', failure: { code: 'card-removed' } }]);
    expect(found.healed).toEqual({
      next: 'append',
      isTorn: true,
      outcomes: [{ outcome: 'committed' }],
    });
  });

  scenario('finds the chip as the profile says through the whole stack', () => {
    const results = z.array(z.object({ trouble: z.string().nullable() })).parse(found.conformance);
    expect(results.filter(({ trouble }) => trouble !== null)).toEqual([]);
    expect(results).toHaveLength(listCases().length);
  });

  scenario('opens a session with a card that speaks T=0', () => {
    expect(found.sessionT0).toMatchObject(written);
  });

  scenario('lets another program reach the virtual card', () => {
    expect(found.openscTool).toContain('SW1=0x90, SW2=0x00');
  });
});

/** What the same card gives through the in-process reader, as JSON would carry it. */
async function readInProcess(image: typeof first): Promise<unknown> {
  const service = createVirtualService();
  service.insert(createVirtualCard(image));
  const connected = await service.connect('Virtual reader');
  if (!connected.ok) throw new Error(connected.failure.code);
  const trust = { issuerKeys: [issuerKey], today, randomBytes };
  const identity = await readIdentity(connected.value, trust);
  if (!identity.ok) throw new Error(identity.failure.code);
  const history = await readHistory(connected.value, identity.value, {
    findTerminalKey: knows(pharmacy, otherPharmacy),
    maxRecords: 10,
  });
  return JSON.parse(JSON.stringify({ identity: identity.value, history }));
}
