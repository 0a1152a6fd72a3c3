import { useEffect, useState } from 'react';
import { insteadTexts } from '#contracts/messages/screens-instead.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';

/** Which medicine is not given in the line's place, for a narrow therapeutic index; else nothing. */
export function KeptApart({ decided }: { readonly decided: DecidedLine }) {
  const { say } = useSpeech();
  const item = useKeptApart(decided);
  if (item === null) return null;
  return (
    <section>
      <p className="note">{say(insteadTexts.notExchangeable, { item: say(item.name) })}</p>
    </section>
  );
}

/** Looks for it whenever the line is decided anew. */
function useKeptApart({ lineId, outcome }: DecidedLine): Item | null {
  const { client, desk } = useDesk();
  const [item, setItem] = useState<Item | null>(null);
  const mayGive = desk.user?.permissions.includes('dispense') ?? false;
  useEffect(() => {
    let isWanted = true;
    if (!mayGive || outcome === 'approved') return setItem(null);
    // Nobody asked for it: where it cannot be found, nothing is said.
    const asked = client.visit.findNotExchangeable({ lineId }).catch(() => null);
    void asked.then((found) => {
      if (isWanted) setItem(found);
    });
    return () => {
      isWanted = false;
    };
  }, [client, lineId, outcome, mayGive]);
  return item;
}
