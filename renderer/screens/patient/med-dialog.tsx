import { Modal } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { type MedWish, medWishSchema } from '#contracts/med-wish.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { medTexts } from '#contracts/messages/screens-med.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import type { MedRecord } from '#contracts/visit-views.ts';
import { failure } from '#domain/failures.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { PathField } from './path-dialog.tsx';

/** A doctor writes blood group, conditions, allergies, standing medicines and whom to call. */
export function MedDialog(props: { readonly med: MedRecord | null; readonly close: () => void }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act, show } = useActing();
  const form = useRef<HTMLFormElement>(null);
  const { close, med } = props;
  const goOn = () => {
    const wish = medWishSchema.safeParse(readForm(form));
    if (!wish.success) {
      const [issue] = wish.error.issues;
      return show(failure('input-malformed', { where: wordOf(issue?.path), why: '' }));
    }
    close();
    void act(() => client.card.writeMed(wish.data));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={say(presenceTexts.med)}
      size="34rem"
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
    >
      <Keys goOn={goOn} close={close} />
      <form
        ref={form}
        className="path"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <p className="note">{say(medTexts.hint)}</p>
        <PathField label={say(presenceTexts.bloodGroup)}>
          <select className="field" name="bloodGroup" defaultValue={med?.bloodGroup ?? ''}>
            <option value="">{say(presenceTexts.notStated)}</option>
            {bloodGroups.map((group) => (
              <option key={group} value={group}>
                {isolated(group)}
              </option>
            ))}
          </select>
        </PathField>
        {fieldsOf(med).map(({ label, name, value }) => (
          <PathField key={name} label={say(label)}>
            <input
              className="field"
              name={name}
              dir="auto"
              defaultValue={value}
              autoComplete="off"
            />
          </PathField>
        ))}
        <footer className="path__foot">
          <button className="btn btn--primary btn--lg" type="submit">
            <span>{say(medTexts.write)}</span> <KeyHint keys="F9" />
          </button>
        </footer>
      </form>
    </Modal>
  );
}

function Keys({ goOn, close }: { readonly goOn: () => void; readonly close: () => void }) {
  useShortcuts('overlay', { F9: goOn, Escape: close });
  return null;
}

/** A closed list shows its option as plain text: the sign of a group stays behind its letters in either language. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

const bloodGroups = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'];

/** The lists as they are typed, beginning with what the card says. */
const fieldsOf = (med: MedRecord | null) =>
  [
    {
      label: medTexts.conditions,
      name: 'conditions',
      value: med?.conditions.map(({ code }) => code).join(', '),
    },
    {
      label: medTexts.allergies,
      name: 'allergies',
      value: med?.allergies.map(({ name }) => name).join(', '),
    },
    {
      label: medTexts.medicines,
      name: 'medicines',
      value: med?.medicines.map(({ cardCode, itemCode }) => itemCode ?? `#${cardCode}`).join(', '),
    },
    { label: medTexts.contactName, name: 'contactName', value: med?.contact?.name },
    { label: medTexts.contactPhone, name: 'contactPhone', value: med?.contact?.phone },
  ] as const;

function readForm({
  current,
}: RefObject<HTMLFormElement | null>): Partial<Record<keyof MedWish, unknown>> {
  const typed = new FormData(current ?? undefined);
  const text = (name: string) => String(typed.get(name) ?? '').trim();
  const list = (name: string) =>
    text(name)
      .split(/[,،]/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const [name, phone] = [text('contactName'), text('contactPhone')];
  return {
    bloodGroup: text('bloodGroup') || null,
    conditions: list('conditions').map((code) => code.toUpperCase()),
    allergies: list('allergies').map((each) => ({ to: classOf(each), name: each })),
    medicines: list('medicines'),
    contact: name === '' && phone === '' ? null : { name, phone },
  };
}

/** An ATC code shorter than a substance's names a class of them. */
const classOf = (name: string): 'class' | 'substance' =>
  /^[A-Z]\d{2}([A-Z]{1,2})?$/.test(name) ? 'class' : 'substance';

const wordOf = (path: readonly PropertyKey[] | undefined): string => String(path?.[0] ?? '');
