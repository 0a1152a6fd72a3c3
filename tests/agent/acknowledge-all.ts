import type { OpenedTerminal } from './open-terminal.ts';

/** Answers for every clinical alert of the visit, where a test is about something else. */
export async function acknowledgeAll({
  call,
  until,
}: Pick<OpenedTerminal, 'call' | 'until'>): Promise<void> {
  const { visit } = await until((desk) => desk.visit !== null);
  if (visit?.alerts.state !== 'found') throw new Error('nobody here may see the alerts');
  for (const { alertId, severity } of visit.alerts.alerts)
    if (severity !== 'note')
      await call.visit.acknowledgeAlert({ alertId, reason: 'will-be-monitored' });
}
