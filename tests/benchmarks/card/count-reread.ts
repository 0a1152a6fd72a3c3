import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { openAgent } from '#agent/open-agent.ts';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type Traffic } from '#card/virtual/virtual-card.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';

/** What crosses the wire when a whole terminal opens a second visit for the card that is still in its reader. */
export async function countReread(): Promise<Traffic> {
  const folder = mkdtempSync(join(tmpdir(), 'medexa-bench-'));
  const cardService = createVirtualService();
  const opened = await openAgent({
    folder,
    server: { kind: 'none' },
    reference: { kind: 'demo' },
    cardService,
    keyWrap: null,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const call = createRouterClient(opened.value.router);
  const until = async (condition: (desk: DeskView) => boolean) => {
    for await (const desk of await call.desk.watch()) if (condition(desk)) return;
  };
  try {
    const [user] = (await call.session.listUsers()).filter(({ role }) => role === 'pharmacist');
    await call.session.signIn({ userId: user?.userId ?? '', pin: user?.demoPin ?? '' });
    const insurer = buildDemoInsurer(systemClock().today());
    const [member] = insurer.cards.filter(({ history }) => history.length === historyLength);
    if (member === undefined) throw new Error('no demo card has that history');
    const card = createVirtualCard(personaliseDemoCard(insurer, member));
    cardService.insert(card);
    await until(hasHistory);
    await call.visit.close();
    const before = card.traffic();
    await call.visit.openAgain();
    await until(hasHistory);
    const { apdus, bytes } = card.traffic();
    return { apdus: apdus - before.apdus, bytes: bytes - before.bytes };
  } finally {
    await opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Read to its end: the newest record comes first, the older ones behind it. */
const hasHistory = ({ visit }: DeskView): boolean =>
  visit?.history.state === 'read' && visit.history.entries.length === historyLength;

const historyLength = 3;
