import { type ReactNode, useState } from 'react';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { wordTexts } from '#contracts/messages/words.ts';
import type { CalendarDate } from '#domain/dates.ts';
import type { CollectorRelationship } from '#domain/people.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { DayInput } from '../../parts/day-input.tsx';
import { PathDialog, PathField } from './path-dialog.tsx';

type Way = 'collected' | 'child' | 'newborn';

const ways = {
  collected: { name: presenceTexts.collectedBy, hint: presenceTexts.collectedByHint },
  child: { name: presenceTexts.child, hint: presenceTexts.childHint },
  newborn: { name: presenceTexts.newborn, hint: presenceTexts.newbornHint },
} as const;

const relationships: readonly CollectorRelationship[] = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'other-relative',
  'messenger',
];

const sexes = ['female', 'male'] as const;

/** The card is here and its holder is not the one to be served, or not the one who came. */
export function OtherWay(props: {
  readonly today: CalendarDate;
  readonly close: () => void;
  /** The holder was answered for: go on with the visit. */
  readonly collected: () => void;
}) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [name, setName] = useState('');
  // What the contract decides on is chosen, never taken for granted.
  const [relationship, setRelationship] = useState<CollectorRelationship | null>(null);
  const [idNumber, setIdNumber] = useState('');
  const [memberNumber, setMemberNumber] = useState('');
  const [birth, setBirth] = useState<CalendarDate | null>(null);
  const [sex, setSex] = useState<'male' | 'female' | null>(null);

  const goOn = async (way: Way) => {
    if (way === 'collected' && relationship !== null) {
      const collectedBy = { name, relationship, idNumber };
      const done = await act(() => client.visit.answerHolder({ answer: { collectedBy } }));
      props.close();
      if (done !== null) props.collected();
      return;
    }
    if (way === 'child') await act(() => client.visit.serveChild({ memberNumber }));
    if (way === 'newborn' && birth !== null && sex !== null)
      await act(() => client.visit.serveNewborn({ born: birth, sex }));
    props.close();
  };
  const text = (value: string, take: (text: string) => void, isFirst = false, isNumber = false) => (
    <input
      className="field"
      type="text"
      inputMode={isNumber ? 'numeric' : 'text'}
      dir={isNumber ? 'ltr' : 'auto'}
      maxLength={80}
      autoComplete="off"
      spellCheck={false}
      data-autofocus={isFirst ? true : undefined}
      value={value}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
  const fields: Readonly<Record<Way, ReactNode>> = {
    collected: (
      <>
        <PathField label={say(presenceTexts.name)}>{text(name, setName, true)}</PathField>
        <PathField label={say(presenceTexts.relationship)}>
          <Choice
            options={relationships}
            say={(one) => say(wordTexts[`collector-${one}`])}
            value={relationship}
            take={setRelationship}
          />
        </PathField>
        <PathField label={say(presenceTexts.idNumber)}>
          {text(idNumber, setIdNumber, false, true)}
        </PathField>
      </>
    ),
    child: (
      <PathField label={say(presenceTexts.childNumber)}>
        {text(memberNumber, setMemberNumber, false, true)}
      </PathField>
    ),
    newborn: (
      <>
        <PathField label={say(presenceTexts.born)}>
          <DayInput value={birth} beside={props.today} latest={props.today} take={setBirth} />
        </PathField>
        <PathField label={say(patientTexts.sex)}>
          <Choice options={sexes} say={(one) => say(patientTexts[one])} value={sex} take={setSex} />
        </PathField>
      </>
    ),
  };
  const isReady = {
    collected: name.trim() !== '' && relationship !== null && idNumber.trim() !== '',
    child: /^\d{1,20}$/.test(memberNumber),
    newborn: birth !== null && sex !== null,
  };
  return (
    <PathDialog
      title={say(presenceTexts.otherWay)}
      ways={ways}
      first="collected"
      fields={(way) => fields[way]}
      isReady={(way) => isReady[way]}
      goOn={(way) => void goOn(way)}
      close={props.close}
    />
  );
}

/** One of a few, none of them before it is chosen. */
function Choice<Option extends string>(props: {
  readonly options: readonly Option[];
  readonly say: (option: Option) => string;
  readonly value: Option | null;
  readonly take: (option: Option | null) => void;
}) {
  return (
    <select
      className="field"
      value={props.value ?? ''}
      onChange={({ currentTarget: { value } }) =>
        props.take(props.options.find((one) => one === value) ?? null)
      }
    >
      <option value="" />
      {props.options.map((one) => (
        <option key={one} value={one}>
          {props.say(one)}
        </option>
      ))}
    </select>
  );
}
