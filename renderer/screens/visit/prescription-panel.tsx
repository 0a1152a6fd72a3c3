import './prescription-panel.css';
import '../dispense/open-prescriptions.css';
import { useState } from 'react';
import { formatDate, formatNumber } from '#contracts/messages/format.ts';
import { prescriptionTexts } from '#contracts/messages/screens-prescription.ts';
import type { OrderView } from '#contracts/prescription-views.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { SearchBox } from '../../parts/search-box.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { decisive, useWording } from '../../parts/wording.ts';
import { PrescriptionForm } from './prescription-form.tsx';

const finderId = 'order-finder';

/** What the doctor orders, each medicine with the verdict that a pharmacy would give. Ctrl+O looks for one. */
export function PrescriptionPanel({ visit }: { readonly visit: VisitView }) {
  const { say, language } = useSpeech();
  const { desk, client } = useDesk();
  const { act } = useActing();
  const [chosen, setChosen] = useState<Item | null>(null);
  const mayOrder = desk.user?.permissions.includes('prescribe') ?? false;
  const find = () => document.getElementById(finderId)?.focus();
  useShortcuts('screen', mayOrder ? { 'Ctrl+KeyO': find } : {});
  if (!mayOrder) return null;
  const { order } = visit;
  return (
    <section className="card orders orders--wish" aria-label={say(prescriptionTexts.order)}>
      <header>
        <h2>{say(prescriptionTexts.order)}</h2>
        <p>
          {order === null
            ? say(prescriptionTexts.orderHint)
            : say(prescriptionTexts.validUntil, { date: formatDate(order.until, language) })}
        </p>
      </header>
      {order === null ? null : <Medicines order={order} />}
      {chosen === null ? (
        <SearchBox
          id={finderId}
          step="enter-prescription"
          label={say(prescriptionTexts.orderMedicine)}
          keys="Ctrl O"
          find={async (query) =>
            (await act(() => client.catalogue.findItems({ query, kinds: 'medicines', limit: 8 })))
              ?.value ?? []
          }
          keyOf={({ code }) => code}
          show={(item) => (
            <span className="hit">
              <b>{say(item.name)}</b>
              <bdi className="code note">{item.code}</bdi>
            </span>
          )}
          take={setChosen}
        />
      ) : (
        <PrescriptionForm
          item={chosen}
          leave={() => {
            setChosen(null);
            setTimeout(find);
          }}
        />
      )}
    </section>
  );
}

function Medicines({ order }: { readonly order: OrderView }) {
  const { say, language } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const { short } = useWording();
  return (
    <ul>
      {order.medicines.map(({ medicine, item, decided }) => {
        const finding = decided === null ? null : decisive(decided.findings);
        const remove = say(prescriptionTexts.removeMedicine, { item: say(item.name) });
        return (
          <li key={medicine.lineId}>
            <b>{say(item.name)}</b>
            <span>
              {say(prescriptionTexts.takes, {
                dose: formatNumber(medicine.dose / 10, language),
                times: formatNumber(medicine.timesPerDay, language),
              })}
            </span>
            <span>
              {say(prescriptionTexts.quantity, {
                quantity: formatNumber(medicine.quantity, language),
              })}
            </span>
            {decided === null ? null : <VerdictChip outcome={decided.outcome} isOwn />}
            {finding === null ? null : <span className="orders__reason">{short(finding)}</span>}
            <button
              type="button"
              className="btn btn--quiet btn--remove"
              aria-label={remove}
              onClick={() =>
                void act(() => client.visit.removeOrdered({ lineId: medicine.lineId }))
              }
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
