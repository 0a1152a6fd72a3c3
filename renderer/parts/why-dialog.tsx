import { Modal } from '@mantine/core';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../app/language.tsx';
import { useShortcuts } from '../app/shortcuts.ts';
import { Clause, Facts } from './finding-parts.tsx';
import { Mark } from './mark.tsx';
import { useWording } from './wording.ts';

/** Every check in full: sentence, facts and clause. */
export function WhyDialog(props: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly close: () => void;
}) {
  const { say } = useSpeech();
  return (
    <Modal
      opened
      onClose={props.close}
      title={props.title}
      size="44rem"
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
    >
      <DialogKeys close={props.close} />
      {props.findings.map((finding) => (
        <FullFinding key={finding.check} finding={finding} />
      ))}
    </Modal>
  );
}

function FullFinding({ finding }: { readonly finding: Finding }) {
  const { check, sentence } = useWording();
  return (
    <article className={`why why--full v-${finding.outcome}`}>
      <header className="fail">
        <Mark outcome={finding.outcome} />
        <b>{check(finding)}</b>
        <p>{sentence(finding)}</p>
      </header>
      <Facts facts={finding.facts} />
      <Clause id={finding.clause} />
    </article>
  );
}

function DialogKeys({ close }: { readonly close: () => void }) {
  useShortcuts('overlay', { F3: close, Escape: close });
  return null;
}
