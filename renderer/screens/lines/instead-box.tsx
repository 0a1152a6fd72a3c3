import { useEffect, useState } from 'react';
import { formatMoney, formatNumber } from '#contracts/messages/format.ts';
import { insteadTexts } from '#contracts/messages/screens-instead.ts';
import type { InsteadView, VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';

/** What may be given instead of the chosen line's medicine, and how it is put there. */
export interface Instead {
  readonly offer: InsteadView;
  readonly give: () => void;
}

/** Looks for it whenever another line is chosen or the visit is decided anew; null where there is nothing better. */
export function useInstead({ decision }: VisitView, lineId: string | null): Instead | null {
  const { client, desk } = useDesk();
  const { act } = useActing();
  const [found, setFound] = useState<{
    readonly lineId: string;
    readonly offer: InsteadView;
  } | null>(null);
  const mayGive = desk.user?.permissions.includes('dispense') ?? false;
  useEffect(() => {
    let isWanted = true;
    if (lineId === null || decision === null || !mayGive) return setFound(null);
    // Nobody asked for it: where it cannot be found, nothing is offered.
    const asked = client.visit.findInstead({ lineId }).catch(() => null);
    void asked.then((offer) => {
      if (isWanted) setFound(offer === null ? null : { lineId, offer });
    });
    return () => {
      isWanted = false;
    };
  }, [client, decision, lineId, mayGive]);
  if (found === null || found.lineId !== lineId) return null;
  const { offer } = found;
  const itemCode = offer.item.code;
  return { offer, give: () => void act(() => client.visit.giveInstead({ lineId, itemCode })) };
}

/** The medicine that is better for the patient, by how much, and the button that puts it in the line's place. */
export function InsteadBox({ instead: { offer, give } }: { readonly instead: Instead }) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const money = (amount: number) => formatMoney(amount, currency, language);
  const values = {
    item: say(offer.item.name),
    quantity: formatNumber(offer.quantity, language),
    pays: money(offer.patientPays),
    saved: money(offer.saved ?? 0),
  };
  return (
    <section className="consent v-approved">
      <p className="lead">{say(insteadTexts.offer, values)}</p>
      <p>{say(offer.saved === null ? insteadTexts.approved : insteadTexts.cheaper, values)}</p>
      <p className="note">{say(insteadTexts.stockUnknown)}</p>
      <button className="btn" type="button" aria-keyshortcuts="F10" onClick={give}>
        <Icon name="check" size="sm" />
        <span>{say(insteadTexts.give)}</span> <KeyHint keys="F10" />
      </button>
    </section>
  );
}
