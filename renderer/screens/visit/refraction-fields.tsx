import { useEffect, useState } from 'react';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { MeasuredRefraction } from '#domain/circumstances.ts';
import type { Correction, Refraction } from '#domain/eyes.ts';
import { useSpeech } from '../../app/language.tsx';
import { latinDigits } from '../../parts/typed-numbers.ts';
import type { Describe } from './encounter-dialog.tsx';
import type { EncounterField } from './encounter-field.ts';

const eyes = ['right', 'left'] as const;
const parts = ['sphere', 'cylinder', 'axis', 'addition'] as const;
type Typed = Readonly<Record<string, string>>;

/** How the eyes measure now and as the lenses worn so far correct them; shown where it is asked for or was said. */
export function RefractionFields(props: {
  readonly visit: VisitView;
  readonly field: EncounterField;
  readonly describe: Describe;
}) {
  const kept = props.visit.circumstances.refraction;
  const { say } = useSpeech();
  const [typed, setTyped] = useState<Typed>(() => write(kept));
  useEffect(() => setTyped(write(kept)), [kept]);
  if (props.field !== 'refraction' && kept === undefined) return null;
  const read = readRefraction(typed);
  const keep = () => {
    if (read === 'unread' || JSON.stringify(write(kept)) === JSON.stringify(typed)) return;
    props.describe({ refraction: read });
  };
  return (
    <fieldset className="about__group about__eyes">
      <legend>{say(visitTexts.refraction)}</legend>
      <span />
      {parts.map((part) => (
        <span key={part} className="note">
          {say(visitTexts[part])}
        </span>
      ))}
      {(['now', 'before'] as const).map((time) =>
        eyes.map((eye) => (
          <EyeRow
            key={`${time} ${eye}`}
            time={time}
            eye={eye}
            typed={typed}
            type={(key, text) => setTyped({ ...typed, [key]: text })}
            leave={keep}
          />
        )),
      )}
      <p className="note">
        {say(read === 'unread' ? visitTexts.refractionUnread : visitTexts.refractionHint)}
      </p>
    </fieldset>
  );
}

function EyeRow(props: {
  readonly time: 'now' | 'before';
  readonly eye: (typeof eyes)[number];
  readonly typed: Typed;
  readonly type: (key: string, text: string) => void;
  readonly leave: () => void;
}) {
  const { time, eye, typed } = props;
  const { say } = useSpeech();
  const name = `${say(time === 'now' ? visitTexts.eyesNow : visitTexts.eyesBefore)} · ${say(
    eye === 'right' ? visitTexts.rightEye : visitTexts.leftEye,
  )}`;
  return (
    <>
      <span>{name}</span>
      {parts.map((part, at) => {
        const key = `${time} ${eye} ${part}`;
        return (
          <input
            key={key}
            className="field"
            type="text"
            inputMode="decimal"
            dir="ltr"
            autoComplete="off"
            maxLength={6}
            aria-label={`${name} · ${say(visitTexts[part])}`}
            data-field={time === 'now' && eye === 'right' && at === 0 ? 'refraction' : undefined}
            value={typed[key] ?? ''}
            onChange={(event) => props.type(key, event.currentTarget.value)}
            onBlur={props.leave}
          />
        );
      })}
    </>
  );
}

/** What is kept, as it is typed: an eye without a lens is blank. */
function write(kept: MeasuredRefraction | undefined): Typed {
  const rows = { now: kept, before: kept?.before } as const;
  return Object.fromEntries(
    (['now', 'before'] as const).flatMap((time) =>
      eyes.flatMap((eye) =>
        parts.flatMap((part): [string, string][] => {
          const value = rows[time]?.[eye]?.[part] ?? 0;
          return value === 0 ? [] : [[`${time} ${eye} ${part}`, writePart(part, value)]];
        }),
      ),
    ),
  );
}

/** Null: nothing stands anywhere. The lenses so far are part of it once anything is typed of either time. */
function readRefraction(typed: Typed): MeasuredRefraction | null | 'unread' {
  if (Object.values(typed).every((text) => text.trim() === '')) return null;
  const now = readEyes(typed, 'now');
  const before = readEyes(typed, 'before');
  if (now === 'unread' || before === 'unread') return 'unread';
  const isBeforeSaid = before.right !== null || before.left !== null;
  return isBeforeSaid ? { ...now, before } : now;
}

function readEyes(typed: Typed, time: 'now' | 'before'): Refraction | 'unread' {
  const right = readEye(typed, `${time} right`);
  const left = readEye(typed, `${time} left`);
  return right === 'unread' || left === 'unread' ? 'unread' : { right, left };
}

function readEye(typed: Typed, eye: string): Correction | null | 'unread' {
  const values = parts.map((part) => readPart(part, typed[`${eye} ${part}`] ?? ''));
  const [sphere, cylinder, axis, addition] = values;
  if (sphere == null || cylinder == null || axis == null || addition == null) return 'unread';
  const isNothing = values.every((value) => value === 0);
  return isNothing ? null : { sphere, cylinder, axis, addition };
}

/** Hundredths of a dioptre, or whole degrees; null where the text is neither. */
function readPart(part: (typeof parts)[number], text: string): number | null {
  const plain = latinDigits(text.trim()).replace('٫', '.').replace('−', '-');
  if (plain === '') return 0;
  if (part === 'axis')
    return /^\d{1,3}$/.test(plain) && Number(plain) <= 180 ? Number(plain) : null;
  const match = /^([+-]?)(\d{1,2})(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null) return null;
  const [, sign = '', whole = '0', rest = ''] = match;
  const value = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

function writePart(part: (typeof parts)[number], value: number): string {
  if (part === 'axis') return String(value);
  return `${value > 0 ? '+' : ''}${(value / 100).toFixed(2)}`;
}
