import type { ReactNode } from 'react';
import type { Text } from '#contracts/messages/language.ts';
import { useSpeech } from '../../app/language.tsx';

/** Named facts, one under the other. */
export function Facts({ facts }: { readonly facts: readonly (readonly [Text, ReactNode])[] }) {
  const { say } = useSpeech();
  return (
    <dl className="facts-list">
      {facts.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
