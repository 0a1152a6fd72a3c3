import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { prescriptionTexts } from '#contracts/messages/screens-prescription.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { parseAmount, parseWhole } from '../../parts/typed-numbers.ts';

/** Dose, times a day, days and refills of one medicine. Enter orders it, Escape leaves. */
export function PrescriptionForm({
  item,
  leave,
}: {
  readonly item: Item;
  readonly leave: () => void;
}) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [typed, setTyped] = useState(() => usual(item));
  const values = {
    dose: parseAmount(typed.dose, 1),
    timesPerDay: parseWhole(typed.timesPerDay, 1, 24),
    days: parseWhole(typed.days, 1, 255),
    refills: parseWhole(typed.refills, 0, 11),
  };
  const order = async (event: FormEvent) => {
    event.preventDefault();
    const { dose, timesPerDay, days, refills } = values;
    if (dose === null || dose < 1 || timesPerDay === null || days === null || refills === null) {
      return;
    }
    const wish = { itemCode: item.code, dose, timesPerDay, days, refills };
    if ((await act(() => client.visit.prescribe(wish))) !== null) leave();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  return (
    <form className="orders__form" onSubmit={(event) => void order(event)} onKeyDown={handleKey}>
      <b>{say(item.name)}</b>
      {names.map((name, i) => (
        <label key={name}>
          <span>{say(prescriptionTexts[name])}</span>
          <input
            className="field num"
            type="text"
            inputMode="decimal"
            // biome-ignore lint/a11y/noAutofocus: the form opens because its medicine was just chosen
            autoFocus={i === 0}
            value={typed[name]}
            aria-invalid={values[name] === null}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <button type="submit" className="btn btn--primary">
        {say(prescriptionTexts.confirm)}
      </button>
    </form>
  );
}

const names = ['dose', 'timesPerDay', 'days', 'refills'] as const;

/** One unit at a time, as often as is usual, for as long as one pack lasts. */
function usual({ medicine }: Item): Record<(typeof names)[number], string> {
  const daily = Math.max(1, Math.round(medicine?.dailyDose ?? 1));
  const pack = medicine?.packSize ?? 1;
  const days = Math.min(255, Math.max(1, Math.floor(pack / daily)));
  return { dose: '1', timesPerDay: `${Math.min(24, daily)}`, days: `${days}`, refills: '0' };
}
