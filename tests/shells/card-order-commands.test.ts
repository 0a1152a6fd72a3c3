import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { decodeHead, type Head } from '#card/profile/head.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import { createVirtualService, type VirtualService } from '#card/transport/virtual-service.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import { type OpenedTerminal, openTerminal, signInAs } from '#tests/agent/open-terminal.ts';
import { insurer, issue } from '#tests/agent/prescription-desk.ts';
import { type IssuingServer, startIssuing } from '#tests/agent/start-server.ts';
import { renewCommand, unblockCommand } from '../../src/shells/cli/card-order-commands.ts';
import type { Command } from '../../src/shells/cli/command.ts';

const number = insurer.cards.find(({ cardId }) => cardId === 'omar')?.cardNumber ?? '';
const program = fileURLToPath(new URL('../../src/shells/cli/main.ts', import.meta.url));
const codes = Array.from({ length: 4 }, (_, i) => ({
  code: String(i).padStart(32, 'd'),
  providerId: insurer.defaultProviderId,
}));

let server: IssuingServer;
let opened = 0;

interface Ended {
  readonly code: unknown;
  readonly output: string;
  readonly complaint: string;
}

/** Orders as a person at the insurer does, in a process of its own. */
const medexa = (
  args: readonly string[],
  token: string | null = server.adminToken,
): Promise<Ended> =>
  new Promise((resolve) => {
    const { MEDEXA_ADMIN_TOKEN: _, ...env } = process.env;
    const child = execFile(
      process.execPath,
      [program, ...args],
      { env: token === null ? env : { ...env, MEDEXA_ADMIN_TOKEN: token } },
      (_error, output, complaint) => resolve({ code: child.exitCode, output, complaint }),
    );
  });

const order = (work: string, cardId: string, ...more: readonly string[]) =>
  medexa(['card', work, numberOf(cardId), '--server', server.url, ...more]);

const numberOf = (cardId: string): string =>
  insurer.cards.find((each) => each.cardId === cardId)?.cardNumber ?? '';

/** A pharmacist at a terminal that the centre knows, and the reader at it. */
async function stand(): Promise<OpenedTerminal & { readonly reader: VirtualService }> {
  const reader = createVirtualService();
  const enrolmentCode = codes[opened]?.code ?? '';
  opened += 1;
  const terminal = await openTerminal(undefined, {
    cardService: reader,
    server: { kind: 'remote', url: server.url, enrolmentCode },
  });
  await signInAs(terminal, 'pharmacist');
  await terminal.until(({ sync }) => sync.link === 'online');
  return { ...terminal, reader };
}

function headOf(card: VirtualCard): Head {
  const decoded = decodeHead(card.image().head[0] ?? new Uint8Array());
  if (!decoded.ok) throw new Error(decoded.failure.code);
  return decoded.value.head;
}

describe('what an insurer orders on the command line', () => {
  beforeAll(async () => {
    server = await startIssuing(insurer, codes);
  }, 60_000);
  afterAll(() => server.stop());

  it('is on the card once a terminal has carried it there: a new HEAD with all that was told', async () => {
    const changes = [
      ...['--plan', 'gold', '--policy', '4170009999', '--pin', 'yes'],
      ...['--valid-from', '2026-02-01', '--valid-to', '2032-01-31'],
      ...['--offline', '250000/1000000/5'],
      ...['--name-ar', 'جورج الجديد', '--name-latin', 'George New'],
    ];
    const ended = await order('renew', 'george', ...changes);
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    expect(ended.output).toBe(`Order 1: renew-head for card ${numberOf('george')}\n`);
    const { call, reader, until } = await stand();
    const card = issue('george');
    reader.insert(card);
    await until(({ visit }) => visit?.isRenewalOffered === true);
    await call.card.renew();
    expect(headOf(card)).toMatchObject({
      ...{ version: 2, planCode: 'gold', policyNumber: '4170009999' },
      ...{ validity: { from: '2026-02-01', to: '2032-01-31' }, flags: { hasPin: true } },
      offlineLimits: { perClaim: 250_000, cumulative: 1_000_000, claims: 5 },
      person: { nameAr: 'جورج الجديد', nameLatin: 'George New' },
    });
  }, 60_000);

  it('lets a holder set a new PIN, for a day', async () => {
    const ended = await order('unblock', 'rana');
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    expect(ended.output).toMatch(/^Order \d+: unblock-pin for card \d{16}, until \d{4}-\d\d-\d\dT/);
    const { call, reader, until } = await stand();
    reader.insert(issue('rana'));
    await until(({ visit }) => visit?.pin?.state === 'wanted');
    await call.card.unblockPin({ next: [4, 7, 1, 1] });
    await until(({ visit }) => visit?.pin?.state === 'wanted');
    await call.card.enterPin({ pin: [4, 7, 1, 1] });
    await until(({ visit }) => visit?.pin?.state === 'verified');
  }, 60_000);

  it('sums up a ledger by a checkpoint that the issuer signs', async () => {
    expect(await order('checkpoint', 'samir', '--whole')).toMatchObject({ code: 0, complaint: '' });
    const { call, reader, until } = await stand();
    const card = issue('samir');
    const before = card.image().ledger.length;
    reader.insert(card);
    await until(({ visit }) => visit?.isRenewalOffered === true);
    await call.card.renew();
    const { ledger } = card.image();
    expect(ledger).toHaveLength(before + 1);
    expect(decodeRecord(ledger[0] ?? new Uint8Array())).toMatchObject({
      ok: true,
      value: { type: 'checkpoint', tables: { hasMoreSupplies: false } },
    });
  }, 60_000);

  it('is the administrator’s alone', async () => {
    const args = ['card', 'unblock', number, '--server', server.url];
    const [nobody, stranger] = [await medexa(args, null), await medexa(args, 'somebody')];
    expect([nobody.code, nobody.complaint]).toEqual([
      1,
      expect.stringContaining('MEDEXA_ADMIN_TOKEN'),
    ]);
    expect([stranger.code, stranger.complaint]).toEqual([1, expect.stringContaining('401')]);
  });

  it('says so when the centre does not answer', async () => {
    const ended = await medexa(['card', 'unblock', number, '--server', 'http://127.0.0.1:9']);
    expect([ended.code, ended.complaint]).toEqual([1, expect.stringMatching(/\S/)]);
    expect(ended.complaint).not.toContain('    at ');
  });
});

describe('an order', () => {
  it.each<readonly [string, readonly [Command, ...string[]], string]>([
    ['a number of 15 digits', [renewCommand, number.slice(1), '--plan', 'gold'], '16 digits'],
    ['a renewal of nothing', [renewCommand, number], 'nothing'],
    ['half a period', [renewCommand, number, '--valid-to', '2032-01-31'], '--valid-from'],
    ['half a name', [renewCommand, number, '--name-ar', 'عمر'], '--name-latin'],
    [
      'a day that does not exist',
      [renewCommand, number, '--valid-from', '2027-02-29', '--valid-to', '2032-01-31'],
      'validity.from',
    ],
    [
      'a period that ends before it begins',
      [renewCommand, number, '--valid-from', '2032-01-31', '--valid-to', '2027-01-01'],
      'before it begins',
    ],
    ['limits without a number', [renewCommand, number, '--offline', '250000/'], '--offline'],
    ['more claims than a card counts', [renewCommand, number, '--offline', '1/1/256'], 'claims'],
    ['neither yes nor no', [renewCommand, number, '--pin', 'maybe'], '--pin'],
    ['what unblocking does not take', [unblockCommand, number, '--plan', 'gold'], '--plan'],
  ])('is not %s', async (_, [command, ...args], named) => {
    const complain = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    onTestFinished(() => complain.mockRestore());
    // Nobody listens there: what is refused was never sent.
    expect(await command([...args, '--server', 'http://127.0.0.1:9'])).toBe(2);
    expect(complain.mock.calls.join()).toContain(named);
  });
});
