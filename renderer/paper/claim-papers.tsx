import { useState } from 'react';
import type { ClaimView } from '#contracts/claim-views.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useSpeech } from '../app/language.tsx';
import { ClaimForm } from './claim-form.tsx';
import { PrintPreview } from './print-preview.tsx';
import { Receipt } from './receipt.tsx';
import { isRefusedInPart, RefusalLetter } from './refusal-letter.tsx';
import { hasServices, VisitSlip } from './visit-slip.tsx';

const papers = {
  slip: { size: 'slip', Paper: VisitSlip },
  receipt: { size: 'receipt', Paper: Receipt },
  form: { size: 'sheet', Paper: ClaimForm },
  refusal: { size: 'sheet', Paper: RefusalLetter },
} as const;

export type PaperKind = keyof typeof papers;

/** A claim's papers, one at a time: a slip only where it has services, a letter only where something was refused. */
export function ClaimPapers(props: { readonly claim: ClaimView; readonly close: () => void }) {
  const { say } = useSpeech();
  const { claim } = props;
  const kinds = kindsOf(claim);
  const [kind, setKind] = useState<PaperKind>(kinds[0]);
  const { size, Paper } = papers[kind];
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

/** The first is what is wanted most: the slip of a visit, the receipt of a supply. */
const kindsOf = (claim: ClaimView): readonly [PaperKind, ...PaperKind[]] => [
  ...(hasServices(claim) ? (['slip', 'receipt'] as const) : (['receipt'] as const)),
  'form',
  ...(isRefusedInPart(claim) ? (['refusal'] as const) : []),
];
