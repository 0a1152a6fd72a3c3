import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openAgent } from '#agent/open-agent.ts';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { encodeCardImage } from '#card/issue/card-image.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { startPcscd, vpcdPorts } from '#tests/card/pcscd-harness.ts';
import { openVirtualReader } from '#tests/card/virtual-reader.ts';

/** What the command prints at a reader of the real card service. Only inside `runIsolated`. */
const program = fileURLToPath(new URL('../../src/shells/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'medexa-inspect-'));
const insurer = buildDemoInsurer(systemClock().today());
const card = insurer.cards.find(({ cardId }) => cardId === 'rana');
if (card === undefined) throw new Error('no such card');

const terminal = await openAgent({
  folder,
  server: { kind: 'none' },
  reference: { kind: 'demo' },
  cardService: 'virtual',
  keyWrap: null,
});
if (!terminal.ok) throw new Error(JSON.stringify(terminal.failure));
await terminal.value.close();

const pcscd = await startPcscd(2);
const reader = openVirtualReader(vpcdPorts[0]);
await reader.insert({ name: 'rana', image: encodeCardImage(personaliseDemoCard(insurer, card)) });
const inspect = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [program, 'card', 'inspect', ...args])).stdout;

const printed = {
  alone: await inspect(),
  byTerminal: await inspect('--terminal', folder),
  byTerminalAsJson: await inspect('--terminal', folder, '--json'),
};
await reader.close();
await pcscd.kill();
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(printed)}\n`);
process.exit(0);
