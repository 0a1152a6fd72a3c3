import { useState } from 'react';
import type { ClaimView } from '#contracts/agent-views.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useSpeech } from '../app/language.tsx';
import { ClaimForm } from './claim-form.tsx';
import { PrintPreview } from './print-preview.tsx';
import { Receipt } from './receipt.tsx';
import { isRefusedInPart, RefusalLetter } from './refusal-letter.tsx';

const papers = {
  receipt: { size: 'receipt', Paper: Receipt },
  form: { size: 'sheet', Paper: ClaimForm },
  refusal: { size: 'sheet', Paper: RefusalLetter },
} as const;

export type PaperKind = keyof typeof papers;

/** A claim's papers, one at a time; a letter of refusal only where something was refused. */
export function ClaimPapers(props: { readonly claim: ClaimView; readonly close: () => void }) {
  const { say } = useSpeech();
  const [kind, setKind] = useState<PaperKind>('receipt');
  const { claim } = props;
  const { size, Paper } = papers[kind];
  const kinds: readonly PaperKind[] = isRefusedInPart(claim)
    ? ['receipt', 'form', 'refusal']
    : ['receipt', 'form'];
  return (
    <PrintPreview
      size={size}
      title={say(paperTexts[kind])}
      close={props.close}
      choices={kinds.map((one) => ({
        name: say(paperTexts[one]),
        isChosen: one === kind,
        choose: () => setKind(one),
      }))}
    >
      <Paper claim={claim} />
    </PrintPreview>
  );
}
