import type { ReactNode } from 'react';
import type { LineOutcome } from '#domain/adjudication/decision.ts';
import { Mark } from './mark.tsx';

/** The page's verdict: solid for a person, soft for a claim. Bad news interrupts a screen reader, good news waits. */
export function VerdictBanner(props: {
  readonly outcome: LineOutcome;
  readonly title: string;
  readonly reason?: string | undefined;
  readonly isSoft?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  const isBad = props.outcome === 'declined' || props.outcome === 'referred';
  const classes = ['banner', props.isSoft && 'banner--soft', `v-${props.outcome}`, props.className];
  return (
    <section className={classes.filter(Boolean).join(' ')} role={isBad ? 'alert' : 'status'}>
      <Mark outcome={props.outcome} />
      <div>
        <h1>{props.title}</h1>
        {props.reason === undefined ? null : <p>{props.reason}</p>}
      </div>
      {props.children}
    </section>
  );
}
